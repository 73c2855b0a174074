/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelvideo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveDomainsIT extends LiveCase {

    private JsonNode info(String name) {
        return calls.call("DescribeLiveDomain", "{'DomainName':'" + name + "'}").path("DomainInfo");
    }

    @Test
    void aDomainIsAddedReadDisabledEnabledAndDeleted() {
        calls.call("AddLiveDomain", "{'DomainName':'push.test.com','DomainType':0}");
        assertThat(info("push.test.com").path("Status").intValue()).isEqualTo(1);
        assertThat(info("push.test.com").path("Type").intValue()).isZero();

        calls.call("ForbidLiveDomain", "{'DomainName':'push.test.com'}");
        assertThat(info("push.test.com").path("Status").intValue()).isZero();
        calls.call("EnableLiveDomain", "{'DomainName':'push.test.com'}");
        assertThat(info("push.test.com").path("Status").intValue()).isEqualTo(1);

        assertThat(calls.code("DeleteLiveDomain", "{'DomainName':'push.test.com','DomainType':0}"))
                .isNull();
        assertThat(calls.code("DescribeLiveDomain", "{'DomainName':'push.test.com'}"))
                .isEqualTo("ResourceNotFound.DomainNotExist");
    }

    @Test
    void aPlaybackDomainCanBePlayedElsewhere() {
        calls.call("AddLiveDomain", "{'DomainName':'play.test.com','DomainType':1,'PlayType':2}");

        calls.call("ModifyLivePlayDomain", "{'DomainName':'play.test.com','PlayType':3}");

        assertThat(info("play.test.com").path("PlayType").intValue()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AddLiveDomain        | {'DomainName':'push.test.com','DomainType':0} | InvalidParameter.DomainAlreadyExist",
                "AddLiveDomain        | {'DomainName':'new.test.com','DomainType':2}  | InvalidParameterValue",
                "DescribeLiveDomain   | {'DomainName':'no.test.com'}                  | ResourceNotFound.DomainNotExist",
                "EnableLiveDomain     | {'DomainName':'no.test.com'}                  | ResourceNotFound",
                "ForbidLiveDomain     | {'DomainName':'no.test.com'}                  | ResourceNotFound",
                "DeleteLiveDomain     | {'DomainName':'no.test.com','DomainType':0}   | ResourceNotFound.DomainNotExist",
                "DescribeLiveDomains  | {'PageSize':9}                                | InvalidParameterValue",
            })
    void whatIsWrongHasTheCodeTheActionDocuments(String action, String parameters, String code) {
        live.addPushDomain("push.test.com");

        assertThat(calls.code(action, parameters.replace('"', '\''))).isEqualTo(code);
    }

    @Test
    void thereAreAHundredDomainsAtMost() {
        for (int i = 0; i < 100; i++) {
            live.addPlayDomain("play" + i + ".test.com");
        }

        assertThat(calls.code("AddLiveDomain", "{'DomainName':'push.test.com','DomainType':0}"))
                .isEqualTo("FailedOperation.HostOutLimit");
    }

    @Test
    void domainsAreFilteredCountedAndPaged() {
        live.addPushDomain("push.test.com");
        for (int i = 0; i < 12; i++) {
            live.addPlayDomain("play" + i + ".test.com");
        }
        live.save(live.domain("play11.test.com").withEnabled(false).withPlayType(3));

        JsonNode page = calls.call("DescribeLiveDomains", "{'DomainType':1,'PageNum':2}");

        assertThat(page.path("AllCount").intValue()).isEqualTo(12);
        assertThat(page.findValuesAsText("Name")).containsExactly("play10.test.com", "play11.test.com");
        assertThat(page.path("CreateLimitCount").intValue()).isEqualTo(87);
        assertThat(calls.call("DescribeLiveDomains", "{'DomainStatus':0}").findValuesAsText("Name"))
                .containsExactly("play11.test.com");
        assertThat(calls.call("DescribeLiveDomains", "{'DomainPrefix':'push'}").findValuesAsText("Name"))
                .containsExactly("push.test.com");
        assertThat(calls.call("DescribeLiveDomains", "{'DomainType':1,'PlayType':3}")
                        .findValuesAsText("Name"))
                .containsExactly("play11.test.com");
    }
}

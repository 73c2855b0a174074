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
package io.github.camelvideo.tencent.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body that belongs to the route and not to the call. */
class ParametersFromIT extends Calling {

    private static final Map<String, Object> HEADERS = Map.of(TencentVideoConstants.PARAMETERS, Map.of("Limit", 7));

    @ParameterizedTest
    @CsvSource({"ALL,9,7", "HEADER,0,7", "uri,0,3"})
    void theOptionSaysWhatIsRead(String from, int offset, int limit) {
        Exchange exchange = call(
                "DescribeWarnings?OrderType=1&Offset=0&Limit=3&parametersFrom=" + from,
                Map.of("Offset", 9, "Limit", 5),
                HEADERS);

        assertThat(exchange.getException()).isNull();
        assertThat(cloud().requests().last().parameters().get("Offset").asInt()).isEqualTo(offset);
        assertThat(cloud().requests().last().parameters().get("Limit").asInt()).isEqualTo(limit);
    }

    @Test
    void aBodyOfAnyTypeIsLeftAlone() {
        assertThat(call("DescribeWarnMod?parametersFrom=HEADER", new Object()).getException())
                .isNull();
        assertThat(call("DescribeWarnMod?parametersFrom=HEADER", "no JSON").getException())
                .isNull();
    }

    @Test
    void whatIsRefusedInABodyNamesTheRemedy() {
        for (Object body : new Object[] {"no JSON", "[1]", 5, Map.of("answer", "of another call")}) {
            assertThat(failure(InvalidRequestException.class, "DescribeWarnMod", body))
                    .hasMessageContaining("set parametersFrom=HEADER to ignore the body");
        }
    }
}

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

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.CredentialsRefusedException;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.RecordedRequest;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API live-v2 through routes' URIs. */
class LiveChannelsIT extends Calling {

    private static final String CHANNELS = "live-v2/channel";
    private static final String NEW =
            "CreateLVBChannel?channelName=门1&outputSourceType=3" + "&sourceList.1.name=video-1&sourceList.1.type=1";

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aChannelKeepsWhatIsDoneToIt(String method) {
        String way = "&httpMethod=" + method;
        String id = ok(NEW + way).get("channel_id").textValue();
        assertThat(new BigInteger(id)).isGreaterThan(BigInteger.valueOf(Long.MAX_VALUE));

        ok("ModifyLVBChannel?channelName=gate 2&channelId=" + id + way);
        ok("StopLVBChannel?channelIds=" + id + way);
        JsonNode stopped = ok("DescribeLVBChannel?channelId=" + id + way).at("/channelInfo/0");
        ok("StartLVBChannel?channelIds=" + id + way);
        JsonNode listed = ok("DescribeLVBChannelList?channelStatus=0" + way);
        ok("DeleteLVBChannel?channelIds=" + id + way);

        assertThat(stopped.get("channel_id").textValue()).isEqualTo(id);
        assertThat(stopped.get("channel_name").textValue()).isEqualTo("gate 2");
        assertThat(stopped.get("channel_status").textValue()).isEqualTo("3");
        assertThat(listed.at("/channelSet/0/channel_id").textValue()).isEqualTo(id);
        assertThat(ok("DescribeLVBChannelList?httpMethod=GET").get("all_count").asInt())
                .isZero();
    }

    @Test
    void arraysCountFromOne() {
        String first = ok(NEW).get("channel_id").textValue();
        String second = ok(NEW).get("channel_id").textValue();

        ok("DeleteLVBChannel?channelIds=" + first + "," + second);

        assertThat(received().get("channelIds")).hasSize(2);
        assertThat(cloud().world().records(CHANNELS).all()).isEmpty();
    }

    @Test
    void whatTheServiceRefusesIsToldByItsOwnCode() {
        ApiException unknown = failureOf("DescribeLVBChannel?channelId=16093104850681751595");
        String id = ok(NEW).get("channel_id").textValue();
        cloud().world().records(CHANNELS).change(id, channel -> channel.put("channel_status", "1"));
        ApiException live = failureOf("ModifyLVBChannel?channelName=a&channelId=" + id);

        assertThat(unknown.getCode()).isEqualTo("20301");
        assertThat(unknown.getMeaning()).isEqualTo("Inner: channel does not exist");
        assertThat(unknown.getVendorMessage()).isEqualTo("There is no channel 16093104850681751595 (code=5100)");
        assertThat(live.getCode()).isEqualTo("20108");
    }

    @Test
    void theListIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            ok(NEW);
        }
        cloud().requests().clear();

        JsonNode all = ok("DescribeLVBChannelList?paging=ALL&pageSize=2");

        assertThat(all).hasSize(5);
        assertThat(cloud().requests().count("DescribeLVBChannelList")).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aWrongKeyIsToldOnce(String method) {
        ApiException failure = failureOf("DescribeLVBChannelList?secretKey=other&httpMethod=" + method);

        assertThat(failure).isInstanceOf(CredentialsRefusedException.class);
        assertThat(failure.getCode()).isEqualTo("4100");
        assertThat(cloud().requests().count()).isOne();
    }

    @Test
    void aClockThatIsHoursOffIsCorrected() {
        component().setClock(Clock.offset(CLOCK, Duration.ofHours(-3)));

        ok("DescribeLVBChannelList");

        assertThat(cloud().requests().count()).isEqualTo(2);
    }

    @Test
    void anotherAttemptIsSignedWithAnotherNonce() {
        cloud().faults().next("DescribeLVBChannelList", 2, Fault.INTERNAL_ERROR);

        ok("DescribeLVBChannelList");

        assertThat(cloud().requests().all().stream()
                        .map(RecordedRequest::signature)
                        .distinct())
                .hasSize(3);
    }

    @Test
    void aChangeIsRepeatedOnlyWhenTheQuotaRefusedIt() {
        cloud().faults().next("CreateLVBChannel", 1, Fault.THROTTLE);
        ok(NEW);
        cloud().faults().next("CreateLVBChannel", 1, Fault.INTERNAL_ERROR);

        assertThat(failureOf(NEW).getCode()).isEqualTo("6000");
        assertThat(cloud().world().records(CHANNELS).all()).hasSize(1);
    }

    private Exchange send(String uri) {
        return template.send(
                "tencent-video:live-v2/" + uri + (uri.contains("?") ? "&" : "?") + "region=gz", sent -> {});
    }

    private JsonNode ok(String uri) {
        Exchange exchange = send(uri);
        assertThat(exchange.getException()).isNull();
        return ExactJson.fromObject(exchange.getMessage().getBody());
    }

    private ApiException failureOf(String uri) {
        Exception failure = send(uri).getException();
        assertThat(failure).isInstanceOf(ApiException.class);
        return (ApiException) failure;
    }
}

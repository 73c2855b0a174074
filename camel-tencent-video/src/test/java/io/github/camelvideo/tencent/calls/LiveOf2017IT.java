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
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.CredentialsRefusedException;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.RecordedRequest;
import io.github.camelvideo.simulator.http.Reply;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** API live-v2017 through routes' URIs. */
class LiveOf2017IT extends Calling {

    private static final String STREAM = "LiveChannelGetStatus?Param.s.channel_id=cam1";

    private final Instant start = CLOCK.instant();

    @AfterEach
    void setTheClockBack() {
        CLOCK.set(start);
    }

    @Test
    void aStreamIsDisabledAndAllowedAgain() {
        cloud().world().live().startStream("push.example.com", "live", "cam1");
        assertThat(map(STREAM)).containsEntry("status", 1).doesNotContainKey("ret");

        assertThat(map("LiveChannelSetStatus?Param.s.channel_id=cam1&Param.n.status=0"))
                .isEmpty();
        assertThat(map(STREAM)).containsEntry("status", 3);

        map("ChannelManager?Param.s.channel_id=cam1&Param.n.abstime_end=0&Param.s.action=resume");
        assertThat(map(STREAM)).containsEntry("status", 0);
    }

    @Test
    void aCutStreamMayPushAgain() {
        cloud().world().live().startStream("push.example.com", "live", "cam1");

        map("LiveChannelSetStatus?Param.s.channel_id=cam1&Param.n.status=2");

        assertThat(map("LiveChannelGetLiveChannelList")).containsEntry("all_count", 0);
        assertThat(cloud().world().live().startStream("push.example.com", "live", "cam1"))
                .isTrue();
    }

    @Test
    void theStatisticsOfAllStreamsAreReadPageByPage() {
        for (int i = 1; i <= 5; i++) {
            cloud().world().live().startStream("push.example.com", "live", "cam" + i);
        }

        Exchange exchange = send("GetLivePushStat?paging=ALL&Param.n.page_size=2", null);

        assertThat((List<?>) exchange.getMessage().getBody()).hasSize(5);
        assertThat(cloud().requests().count("GetLivePushStat")).isEqualTo(4);
    }

    @Test
    void aMixIsPostedAndItsAnswerHasNoVerdict() {
        Exchange exchange = send(
                "MixStreamV2StartMixStreamAdvanced",
                Examples.request("live-v2017", "MixStreamV2StartMixStreamAdvanced"));

        assertThat(exchange.getException()).isNull();
        assertThat(cast(exchange.getMessage().getBody())).containsOnlyKeys("event_id", "timestamp");
        assertThat(cloud().requests().last().method()).isEqualTo("POST");
        assertThat(received().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("mix_stream_session_id", "output_stream_id", "input_stream_list");
    }

    @Test
    void aStreamThatWasNeverPushedIsToldByItsCode() {
        ApiException failure = failureOf(STREAM);

        assertThat(failure.getCode()).isEqualTo("20601");
        assertThat(failure.getMeaning()).isEqualTo("The stream code has never been pushed");
        assertThat(failure.getRequestId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        STREAM + "&apiKey=other, 403",
        STREAM + "&appId=1250000001, appid is invalid",
        "GetLiveStat?appId=1250000001, cmd is invalid",
        "GetLiveStat?apiKey=other, 403"
    })
    void aWrongAccountOrKeyIsToldOnce(String uri, String code) {
        ApiException failure = failureOf(uri);

        assertThat(failure).isInstanceOf(CredentialsRefusedException.class);
        assertThat(failure.getCode()).isEqualTo(code);
        assertThat(failure.isRetryable()).isFalse();
        assertThat(cloud().requests().count()).isOne();
    }

    /** JSON is UTF-8 by its standard, and this API is older than that. */
    @Test
    void anAnswerIsReadByTheCharsetItDeclares() {
        String json = "{\"ret\":0,\"message\":\"\u6210\u529f\",\"output\":{\"name\":\"\u5927\u95e8\"}}";
        cloud().answer(
                        "live-v2017/LiveChannelGetLiveChannelList",
                        Reply.of(200, "application/json; charset=GBK", "")
                                .withBody(json.getBytes(Charset.forName("GBK"))));

        assertThat(map("LiveChannelGetLiveChannelList")).isEqualTo(Map.of("name", "\u5927\u95e8"));
    }

    @Test
    void aCallThatExpiredOnItsWayIsRefused() {
        component().setClock(Clock.offset(CLOCK, Duration.ofSeconds(-61)));

        assertThat(failureOf(STREAM).getCode()).isEqualTo("403");
    }

    @Test
    void aCallIsGoodForAMinute() {
        component().setClock(Clock.offset(CLOCK, Duration.ofSeconds(-60)));

        assertThat(failureOf(STREAM).getCode()).isEqualTo("20601");
    }

    @Test
    void anotherAttemptExpiresLater() {
        cloud().faults().next("LiveChannelGetLiveChannelList", 1, Fault.HTTP_500);
        cloud().faults().beforeRequest("LiveChannelGetLiveChannelList", 1, () -> CLOCK.advance(Duration.ofMinutes(5)));

        map("LiveChannelGetLiveChannelList");

        assertThat(cloud().requests().all().stream()
                        .map(RecordedRequest::signature)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void aChangeIsNotRepeatedOnDoubt() {
        cloud().faults().next("LiveChannelSetStatus", 1, Fault.HTTP_500);

        failureOf("LiveChannelSetStatus?Param.s.channel_id=cam1&Param.n.status=0");

        assertThat(cloud().requests().count()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"1250000000,, apiKey is", ",key, appId is", ",, both are"})
    void bothPartsOfTheKeyAreNeeded(String appId, String apiKey, String missing) {
        component().getConfiguration().setAppId(appId);
        component().getConfiguration().setApiKey(apiKey);

        assertThat(rootCause(catchThrowable(() -> context.getEndpoint("tencent-video:live-v2017/" + STREAM))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("API live-v2017 is signed with appId and apiKey, and " + missing + " missing");
    }

    private Exchange send(String uri, Object body) {
        return template.send(
                "tencent-video:live-v2017/" + uri, sent -> sent.getIn().setBody(body));
    }

    private Map<String, Object> map(String uri) {
        Exchange exchange = send(uri, null);
        assertThat(exchange.getException()).isNull();
        return cast(exchange.getMessage().getBody());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object body) {
        return (Map<String, Object>) body;
    }

    private ApiException failureOf(String uri) {
        Exception failure = send(uri, null).getException();
        assertThat(failure).isInstanceOf(ApiException.class);
        return (ApiException) failure;
    }
}

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
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveStatisticsIT extends LiveCase {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    /** From 12:00 to 12:03; now is 12:10. */
    @BeforeEach
    void push() {
        CLOCK.set(NOON);
        live.schedule("push.test.com", "live", "a", NOON, NOON.plusSeconds(180));
        CLOCK.advance(Duration.ofMinutes(10));
    }

    private JsonNode callbacks(String from, String to) {
        return calls.call(
                "DescribeCallbackRecordsList",
                "{'StreamName':'a','PageNum':1,'PageSize':10,'StartTime':'" + from + "','EndTime':'" + to + "'}");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01T12:00:00Z, 2026-05-02T12:00:00Z, ",
        "2026-05-01T12:00:00Z, 2026-05-02T12:00:01Z, InvalidParameterValue",
        "2026-04-17T00:00:00Z, 2026-04-18T00:00:00Z, ",
        "2026-04-16T23:59:59Z, 2026-04-17T12:00:00Z, InvalidParameterValue",
        "2026-05-01 12:00:00,  2026-05-01T12:00:01Z, InvalidParameterValue",
    })
    void callbacksAreOfADayOfTheLastTwoWeeks(String from, String to, String code) {
        assertThat(callbacks(from, to).at("/Error/Code").textValue()).isEqualTo(code);
    }

    @Test
    void aStreamIsWatchedByTheMinuteWhileItIsPushed() {
        String window = "'StartTime':'2026-05-01T11:58:00Z','EndTime':'2026-05-01T12:10:00Z'}";

        JsonNode answer = calls.call("DescribeStreamPlayInfoList", "{'StreamName':'a'," + window);

        assertThat(answer.findValuesAsText("Time"))
                .containsExactly("2026-05-01T12:00:00Z", "2026-05-01T12:01:00Z", "2026-05-01T12:02:00Z");
        assertThat(answer.at("/DataInfoList/0/Online").intValue()).isPositive();
        assertThat(calls.call("DescribeStreamPlayInfoList", "{'StreamName':'b'," + window)
                        .path("DataInfoList"))
                .isEmpty();
    }

    @Test
    void eachPlaybackDomainHasViewersOfItsOwnAndAllTogetherAreTheirSum() {
        live.addPlayDomain("one.test.com");
        live.addPlayDomain("two.test.com");

        int one = viewers(",'PlayDomain':'one.test.com'");
        int two = viewers(",'PlayDomain':'two.test.com'");

        assertThat(one).isPositive().isNotEqualTo(two);
        assertThat(viewers("")).isEqualTo(one + two);
    }

    private int viewers(String more) {
        return calls.call(
                        "DescribeStreamPlayInfoList",
                        "{'StartTime':'2026-05-01T12:00:00Z','EndTime':'2026-05-01T12:00:59Z'" + more + "}")
                .at("/DataInfoList/0/Online")
                .intValue();
    }

    @Test
    void errorsOfViewersAreCountedByTheMinuteAndAreZeroForFourMinutes() {
        JsonNode answer = errors("'PlayDomains':['one.test.com']");

        assertThat(answer.findValuesAsText("HttpCode")).containsExactly("4xx", "5xx");
        JsonNode minutes = answer.at("/0/ValueList");
        assertThat(minutes.findValuesAsText("Time"))
                .hasSize(10)
                .startsWith("2026-05-01T12:00:00Z", "2026-05-01T12:01:00Z")
                .endsWith("2026-05-01T12:09:00Z");
        assertThat(minutes.get(1).path("Numbers").intValue()).isPositive();
        assertThat(minutes.get(9).path("Numbers").intValue()).isZero();
        assertThat(errors("'PlayDomains':['one.test.com']")).isEqualTo(answer);
        assertThat(errors("'PlayDomains':['two.test.com']")).isNotEqualTo(answer);
    }

    private JsonNode errors(String domains) {
        JsonNode answer = calls.call(
                "DescribePlayErrorCodeDetailInfoList",
                "{'StartTime':'2026-05-01T12:00:00Z','EndTime':'2026-05-01T13:00:00Z','Granularity':1,'StatType':'4xx,5xx',"
                        + domains + "}");
        assertThat(answer.path("Error").toString()).isEmpty();
        return answer.path("HttpCodeList");
    }

    @Test
    void whatIsWatchedIsKnownFourMinutesLater() {
        live.startStream("push.test.com", "live", "b");
        CLOCK.advance(Duration.ofMinutes(5));

        JsonNode answer = calls.call(
                "DescribeStreamPlayInfoList",
                "{'StreamName':'b','StartTime':'2026-05-01T12:00:00Z','EndTime':'2026-05-01T12:15:00Z'}");

        assertThat(answer.findValuesAsText("Time")).containsExactly("2026-05-01T12:10:00Z", "2026-05-01T12:11:00Z");
    }

    @Test
    void onlyStreamsThatArePushedHavePushFigures() {
        live.startStream("push.test.com", "live", "b");

        JsonNode answer = calls.call("DescribeLiveStreamPushInfoList", "{'PushDomain':'push.test.com'}");

        assertThat(answer.findValuesAsText("StreamName")).containsExactly("b");
        assertThat(answer.at("/DataInfoList/0/BeginPushTime").asText()).isEqualTo("2026-05-01 20:10:00");
        assertThat(answer.path("PageSize").intValue()).isEqualTo(200);
    }

    @Test
    void aDelayIsSetListedAndTakenBack() {
        String stream = "{'DomainName':'push.test.com','AppName':'live','StreamName':'a'";
        calls.call("AddDelayLiveStream", stream + ",'DelayTime':60,'ExpireTime':'2026-05-02T00:00:00Z'}");
        assertThat(calls.call("DescribeLiveDelayInfoList", "{}")
                        .at("/DelayInfoList/0/Status")
                        .intValue())
                .isEqualTo(1);
        CLOCK.advance(Duration.ofDays(1));
        assertThat(calls.call("DescribeLiveDelayInfoList", "{}")
                        .at("/DelayInfoList/0/Status")
                        .intValue())
                .isEqualTo(-1);

        calls.call("ResumeDelayLiveStream", stream + "}");

        assertThat(calls.call("DescribeLiveDelayInfoList", "{}").path("DelayInfoList"))
                .isEmpty();
    }
}

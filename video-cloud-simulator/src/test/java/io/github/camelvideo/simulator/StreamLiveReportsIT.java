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
import io.github.camelvideo.simulator.world.StreamLive;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamLiveReportsIT {

    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");
    private static final SimulatorClock CLOCK = new SimulatorClock(NOON);

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(
            VideoCloudSimulator.builder().clock(CLOCK).rateLimits(false));

    private StreamLiveStage stage;
    private StreamLive live;
    private String input;
    private String channel;

    @BeforeEach
    void stage() {
        CLOCK.set(NOON);
        stage = new StreamLiveStage(CLOUD.simulator());
        live = CLOUD.simulator().world().streamLive();
        input = live.addInput("i");
        channel = live.addChannel("c", input);
    }

    private JsonNode infos(String action, String more) {
        JsonNode answer = stage.call(action, "{'ChannelId':'" + channel + "'" + more + "}");
        assertThat(answer.path("Error").toString()).isEmpty();
        return answer.path("Infos");
    }

    @Test
    void anAlertAppearsOnItsPipelineAndIsClearedLater() {
        String alert = live.raiseAlert(channel, 1, "RTMP Stream Not Found", "no stream");
        JsonNode raised = infos("DescribeStreamLiveChannelAlerts", "");
        CLOCK.advance(Duration.ofMinutes(3));

        assertThat(live.clearAlert(alert)).isTrue();
        assertThat(live.clearAlert(alert)).isFalse();

        JsonNode cleared = infos("DescribeStreamLiveChannelAlerts", "");
        assertThat(raised.path("Pipeline0")).isEmpty();
        assertThat(raised.at("/Pipeline1/0/SetTime").asText()).isEqualTo("2026-05-01T04:00:00Z");
        assertThat(raised.at("/Pipeline1/0/ClearTime").asText()).isEmpty();
        assertThat(cleared.at("/Pipeline1/0/ClearTime").asText()).isEqualTo("2026-05-01T04:03:00Z");
        assertThat(cleared.at("/Pipeline1/0/Type").asText()).isEqualTo("RTMP Stream Not Found");
    }

    @Test
    void theLogSaysWhenAStreamBeganAndEndedWhileTheChannelRan() {
        live.startPush(input);
        CLOCK.advance(Duration.ofMinutes(5));
        live.start(channel);
        CLOCK.advance(Duration.ofMinutes(5));
        live.stopPush(input);
        CLOCK.advance(Duration.ofMinutes(5));

        JsonNode log = infos("DescribeStreamLiveChannelLogs", "");

        assertThat(log.path("Pipeline0").findValuesAsText("Type")).containsExactly("StreamStart", "StreamStop");
        assertThat(log.path("Pipeline1").findValuesAsText("Time"))
                .containsExactly("2026-05-01T04:05:00Z", "2026-05-01T04:10:00Z");
        assertThat(log.at("/Pipeline0/0/Message/StreamInfo/Video/0/Codec").asText())
                .isEqualTo("H264");
        assertThat(log.at("/Pipeline0/1/Message/StreamInfo").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'',                                                                          1",
        "',\"StartTime\":\"2026-05-01T04:00:00Z\"',                                   1",
        "',\"StartTime\":\"2026-05-01T04:00:01Z\"',                                   0",
        "',\"StartTime\":\"2026-05-01T03:00:00Z\"',                                   1",
        "',\"StartTime\":\"2026-05-01T02:59:59Z\"',                                   0",
        "',\"StartTime\":\"2026-04-24T05:00:00Z\",\"EndTime\":\"2026-05-02T00:00:00Z\"', 1"
    })
    void theLogIsReadByWindow(String window, int entries) {
        live.startPush(input);
        live.start(channel);
        CLOCK.advance(Duration.ofHours(1));

        assertThat(infos("DescribeStreamLiveChannelLogs", window).path("Pipeline0"))
                .hasSize(entries);
    }

    @ParameterizedTest
    @CsvSource({"5s, 121", "1min, 11", "5min, 3", "15min, 1"})
    void statisticsHaveAPointForEachPeriodUpToNow(String period, int points) {
        live.start(channel);
        CLOCK.advance(Duration.ofMinutes(10));

        JsonNode in = infos("DescribeStreamLiveChannelInputStatistics", ",'Period':'" + period + "'");
        JsonNode out = infos("DescribeStreamLiveChannelOutputStatistics", ",'Period':'" + period + "'");

        assertThat(in.at("/0/InputId").asText()).isEqualTo(input);
        assertThat(in.at("/0/Statistics/Pipeline0")).hasSize(points);
        assertThat(in.at("/0/Statistics/Pipeline1")).hasSize(points);
        assertThat(in.at("/0/Statistics/Pipeline0/0/Timestamp").longValue()).isEqualTo(NOON.getEpochSecond());
        assertThat(out.at("/0/OutputGroupName").asText()).isEqualTo("hls");
        assertThat(out.at("/0/Statistics/Pipeline0")).hasSize(points);
    }

    @Test
    void statisticsAreAboveZeroWhileAStreamComesIn() {
        live.start(channel);
        CLOCK.advance(Duration.ofMinutes(2));
        live.startPush(input);
        CLOCK.advance(Duration.ofMinutes(3));
        live.stopPush(input);
        CLOCK.advance(Duration.ofMinutes(1));

        JsonNode in = infos("DescribeStreamLiveChannelInputStatistics", "").at("/0/Statistics/Pipeline0");
        JsonNode out = infos("DescribeStreamLiveChannelOutputStatistics", "").at("/0/Statistics/Pipeline1");

        assertThat(in).hasSize(7);
        for (int minute = 0; minute < 7; minute++) {
            boolean streaming = minute >= 2 && minute < 5;
            assertThat(in.path(minute).path("NetworkIn").intValue() > 0).isEqualTo(streaming);
            assertThat(in.path(minute).at("/Video/0/Fps").intValue() > 0).isEqualTo(streaming);
            assertThat(out.path(minute).path("NetworkOut").intValue() > 0).isEqualTo(streaming);
        }
    }

    @Test
    void anIdleChannelHasNoStatistics() {
        assertThat(infos("DescribeStreamLiveChannelInputStatistics", "")).isEmpty();
        live.start(channel);
        CLOCK.advance(Duration.ofSeconds(90));
        live.stop(channel);
        CLOCK.advance(Duration.ofMinutes(10));

        JsonNode in = infos("DescribeStreamLiveChannelInputStatistics", "").at("/0/Statistics/Pipeline0");

        assertThat(in).hasSize(2);
    }

    @Test
    void thePointsOfTheSameMomentAreTheSameAtEveryCall() {
        live.startPush(input);
        live.start(channel);
        CLOCK.advance(Duration.ofMinutes(10));
        JsonNode first = infos("DescribeStreamLiveChannelInputStatistics", "").at("/0/Statistics/Pipeline0");
        CLOCK.advance(Duration.ofMinutes(10));

        JsonNode second = infos("DescribeStreamLiveChannelInputStatistics", "").at("/0/Statistics/Pipeline0");

        assertThat(first.findValuesAsText("NetworkIn")).hasSize(11).doesNotHaveDuplicates();
        assertThat(second).hasSize(21).startsWith(first.get(0), first.get(1), first.get(2));
        assertThat(second.get(10)).isEqualTo(first.get(10));
    }

    @Test
    void anInputThatPullsBringsAStreamWhileItsChannelRuns() {
        input = stage.call(
                        "CreateStreamLiveInput",
                        "{'Name':'p','Type':'HLS_PULL','InputSettings':[{'SourceUrl':'https://a.example.com/b.m3u8'}]}")
                .path("Id")
                .asText();
        channel = live.addChannel("d", input);
        assertThat(status()).isZero();

        live.start(channel);

        assertThat(status()).isEqualTo(1);
        assertThat(infos("DescribeStreamLiveChannelLogs", "").path("Pipeline0")).hasSize(1);
    }

    @Test
    void theStateOfAnInputSaysWhetherSomebodyPushes() {
        assertThat(status()).isZero();

        live.startPush(input);
        assertThat(status()).isEqualTo(1);

        live.stopPush(input);
        assertThat(status()).isZero();
    }

    private int status() {
        JsonNode info =
                stage.call("QueryInputStreamState", "{'Id':'" + input + "'}").path("Info");
        assertThat(info.path("InputID").asText()).isEqualTo(input);
        return info.at("/InputStreamInfoList/0/Status").intValue();
    }

    @Test
    void transcodingIsReadADayLateAndCutAtMidnightOfTheVendor() {
        CLOCK.set(Instant.parse("2026-04-29T15:00:00Z"));
        live.start(channel);
        CLOCK.set(Instant.parse("2026-04-30T15:59:59Z"));
        assertThat(transcoded("2026-04-30").at("/Error/Code").asText()).isEqualTo("InvalidParameter.EndTime");
        CLOCK.set(Instant.parse("2026-04-30T16:00:00Z"));
        live.stop(channel);

        JsonNode answer = transcoded("2026-04-30");

        assertThat(answer.path("TotalNum").intValue()).isEqualTo(2);
        assertThat(answer.path("Infos").findValuesAsText("StartTime"))
                .containsExactly("2026-04-29 23:00:00", "2026-04-30 00:00:00");
        assertThat(answer.path("Infos").findValuesAsText("Duration")).containsExactly("3600", "86400");
        assertThat(answer.at("/Infos/0/Resolution").asText()).isEqualTo("720P");
    }

    private JsonNode transcoded(String end) {
        return stage.call(
                "DescribeStreamLiveTranscodeDetail", "{'StartDayTime':'2026-04-29','EndDayTime':'" + end + "'}");
    }

    @Test
    void transcodingIsPagedToItsEnd() {
        CLOCK.set(Instant.parse("2026-04-25T16:00:00Z"));
        live.start(channel);
        CLOCK.set(NOON);
        int records = 0;
        for (int page = 1; page <= 4; page++) {
            JsonNode answer = stage.call(
                    "DescribeStreamLiveTranscodeDetail",
                    "{'StartDayTime':'2026-04-26','EndDayTime':'2026-04-30','PageSize':2,'PageNum':" + page + "}");
            assertThat(answer.path("TotalPage").intValue()).isEqualTo(3);
            records += answer.path("Infos").size();
        }

        assertThat(records).isEqualTo(5);
    }
}

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
package io.github.camelvideo.tencent.feed.hard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.feed.ScriptedFeed;
import io.github.camelvideo.simulator.feed.ScriptedItem;
import io.github.camelvideo.tencent.SimulatedCloud;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds whose documents set a trap, each with its own: what a user sees of it, over HTTP. */
class HardFeedsIT extends SimulatedCloud {

    /** Midnight in China. */
    private static final Instant START = Instant.parse("2026-06-01T16:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Instant before = CLOCK.instant();
    private final List<Message> delivered = new CopyOnWriteArrayList<>();

    @BeforeEach
    void startTheDay() {
        CLOCK.set(START);
    }

    @AfterEach
    void leaveTheCloudAsItWas() {
        context.stop();
        CLOCK.set(before);
        cloud().world().clear();
        cloud().faults().clear();
        cloud().requests().clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DescribeRecordTask", "DescribeScreenshotTask"})
    void aTaskThatEndsInDaysIsListedAsAWholeAndAgainWhenItIsStopped(String action) throws Exception {
        ScriptedFeed tasks = cloud().world().feed("live", action);
        for (int i = 0; i < 150; i++) {
            tasks.add(START.plusSeconds(60), task("t" + i, START.plus(Duration.ofHours(24)), 0));
        }
        ScriptedItem stopped =
                ScriptedItem.of(START.plusSeconds(70), task("stopped", START.plus(Duration.ofHours(23)), 0));
        tasks.add(stopped);
        tasks.add(START.plus(Duration.ofDays(6)), task("ahead", START.plus(Duration.ofDays(7)), 0));

        consume("live/" + action + "?region=ap-guangzhou&startFrom=PT1H");
        await(152);
        tasks.revise(
                stopped,
                START.plus(Duration.ofHours(2)),
                task(
                        "stopped",
                        START.plus(Duration.ofHours(23)),
                        START.plusSeconds(7200).getEpochSecond()));
        CLOCK.set(START.plus(Duration.ofHours(20)));
        await(153);
        pollAgain(action);

        assertThat(told()).doesNotHaveDuplicates().contains("stopped added 0", "ahead added 0");
        assertThat(told().get(152)).isEqualTo("stopped changed 1");
        assertThat(body(152).path("Stopped").asLong())
                .isEqualTo(START.plusSeconds(7200).getEpochSecond());
        assertThat(parameters(action))
                // the first call only asks for the vendor's time
                .filteredOn(call ->
                        call.path("EndTime").asLong() - call.path("StartTime").asLong() > 1)
                .anySatisfy(
                        call -> assertThat(call.path("ScrollToken").asText()).isNotEmpty())
                .allSatisfy(call -> assertThat(call.path("EndTime").asLong()
                                - call.path("StartTime").asLong())
                        .isBetween(86_401L, 7L * 86_400));
    }

    private static ObjectNode task(String id, Instant end, long stopped) {
        return json("{'TaskId':'" + id + "','EndTime':" + end.getEpochSecond() + ",'Stopped':" + stopped + "}");
    }

    @Test
    void resultsOfAnAiTaskAreDeliveredOnceWhilePagesCountCallsAndTheListGrows() throws Exception {
        ScriptedFeed results =
                cloud().world().feed("iss", "GetAITaskResult").newestFirst().pagesOfMoments();
        Map<String, String> pair = Map.of("TaskId", "t1", "ChannelId", "c1");
        for (int i = 0; i < 5; i++) {
            Instant call = START.minusSeconds(600 - i);
            for (String type : List.of("Body", "Pet", "Car")) {
                results.add(
                        ScriptedItem.of(call, picture(type, "p" + i, "first")).in(pair));
            }
        }
        ScriptedItem signedAnew = ScriptedItem.of(START.minusSeconds(65), picture("Smoking", "p9", "one"))
                .in(pair);
        results.add(signedAnew);
        results.revise(signedAnew, START.plusSeconds(5), picture("Smoking", "p9", "two"));
        cloud().faults()
                .beforeRequest(
                        "GetAITaskResult",
                        3,
                        () -> results.add(ScriptedItem.of(START.minusSeconds(400), picture("Pet", "pushed", "x"))
                                .in(pair)));

        consume("iss/GetAITaskResult?pageSize=2&startFrom=PT1H&forEach=TaskId,ChannelId&forEachIn=RAW(t1,c1;t1,c2)");
        await(17);
        CLOCK.set(START.plusSeconds(60));
        pollAgain("GetAITaskResult");

        assertThat(delivered).hasSize(17);
        assertThat(delivered).extracting(HardFeedsIT::key).doesNotHaveDuplicates();
        assertThat(delivered)
                .extracting(message -> message.getHeader(TencentVideoConstants.FOR_EACH))
                .containsOnly("t1,c1");
    }

    private static ObjectNode picture(String type, String name, String signature) {
        return json("{'resultType':'" + type + "','Url':'https://pictures/" + name + ".jpg?sign=" + signature + "'}");
    }

    @Test
    void anAlarmOfEachPipelineIsRaisedAndClearedOnce() throws Exception {
        cloud().world().feed("mdl", "DescribeStreamLiveChannels").add(null, json("{'Id':'ch1'}"));
        ScriptedFeed alerts = cloud().world().feed("mdl", "DescribeStreamLiveChannelAlerts");
        Instant raised = START.minusSeconds(60);
        alerts.add(raised, alert("Pipeline1", ""));
        ScriptedItem first = ScriptedItem.of(raised, alert("Pipeline0", ""));
        alerts.add(first);

        consume("mdl/DescribeStreamLiveChannelAlerts?startFrom=PT1H&forEach=ChannelId"
                + "&forEachIn=action:DescribeStreamLiveChannels");
        await(2);
        for (String nothing : List.of(",'ClearTime':null", ",'ClearTime':''")) {
            alerts.clear();
            alerts.add(raised, alert("Pipeline1", nothing));
            first = ScriptedItem.of(raised, alert("Pipeline0", nothing));
            alerts.add(first);
            pollAgain("DescribeStreamLiveChannelAlerts");
        }
        alerts.revise(first, START, alert("Pipeline0", ",'ClearTime':'2026-06-01T15:59:30Z'"));
        await(3);
        pollAgain("DescribeStreamLiveChannelAlerts");

        assertThat(delivered)
                .extracting(message ->
                        JSON.valueToTree(message.getBody()).path("pipeline").asText() + " "
                                + message.getHeader(TencentVideoConstants.CHANGE))
                .containsExactly("Pipeline0 added", "Pipeline1 added", "Pipeline0 changed");
        assertThat(body(2).path("ClearTime").asText()).isEqualTo("2026-06-01T15:59:30Z");
    }

    private static ObjectNode alert(String pipeline, String clearTime) {
        return json("{'pipeline':'" + pipeline + "','Type':'NoInput','Message':'lost'" + clearTime + "}");
    }

    @Test
    void aPeriodThatGrowsKeepsItsBeginWhereTheVendorCutsItAtTheWindow() throws Exception {
        Instant evening = START.minusSeconds(3600);
        CLOCK.set(evening);
        ScriptedFeed periods =
                cloud().world().feed("iss", "DescribeCloudRecordTimeline").cutAtWindow("End");
        Instant begin = evening.minusSeconds(600);
        periods.add(begin, until(evening.minusSeconds(120)));

        consume("iss/DescribeCloudRecordTimeline?DeviceId=d&ChannelId=c&startFrom=PT1H");
        await(1);
        periods.clear();
        periods.add(begin, until(evening.plusSeconds(1700)));
        CLOCK.set(evening.plusSeconds(1800));
        await(2);
        periods.clear();
        periods.add(begin, until(START.plusSeconds(1700)));
        CLOCK.set(START.plusSeconds(1800));
        await(4);
        pollAgain("DescribeCloudRecordTimeline");

        String known = Long.toString(begin.getEpochSecond());
        assertThat(told())
                .containsExactly(
                        known + " added 0",
                        known + " changed 1",
                        known + " changed 2",
                        START.getEpochSecond() + " added 0");
        assertThat(parameters("DescribeCloudRecordTimeline"))
                .filteredOn(call ->
                        call.path("EndTime").asLong() - call.path("StartTime").asLong() > 1)
                .allSatisfy(
                        call -> assertThat(Math.floorMod(call.path("StartTime").asLong() + 8 * 3600, 86_400))
                                .isZero());
    }

    private static ObjectNode until(Instant end) {
        return json("{'End':" + end.getEpochSecond() + "}");
    }

    @Test
    void equalLinesOfAReportAreCountedAndNeverRemoved() throws Exception {
        ScriptedFeed report = cloud().world().feed("live", "DescribeMonitorReport");
        lines(report, 2);
        consume("live/DescribeMonitorReport?region=ap-guangzhou&MonitorId=m");
        pollAgain("DescribeMonitorReport");
        lines(report, 3);
        await(1);
        lines(report, 1);
        pollAgain("DescribeMonitorReport");
        pollAgain("DescribeMonitorReport");
        lines(report, 2);
        await(2);
        pollAgain("DescribeMonitorReport");

        assertThat(told())
                .containsExactly(
                        "DiagnoseResult|StreamBrokenResults|stream 1: black|3 added null",
                        "DiagnoseResult|StreamBrokenResults|stream 1: black|2 added null");
    }

    private static void lines(ScriptedFeed report, int count) {
        report.clear();
        for (int i = 0; i < count; i++) {
            report.add(null, json("{'group':'DiagnoseResult','type':'StreamBrokenResults','value':'stream 1: black'}"));
        }
    }

    @Test
    void aDayOfAStreamIsAskedForWhenItIsReady() throws Exception {
        Instant ready = START.plus(Duration.ofHours(27));
        cloud().world()
                .feed("live", "DescribeStreamDayPlayInfoList")
                .add(ScriptedItem.of(START, json("{'StreamName':'s','TotalFlux':1.5}"))
                        .listedFrom(ready));
        consume("live/DescribeStreamDayPlayInfoList");
        pollUntilAsked("DescribeStreamDayPlayInfoList");
        CLOCK.set(START.plus(Duration.ofHours(25)));
        letPollsPass();
        CLOCK.set(ready.plus(Duration.ofMinutes(61)));
        await(1);

        assertThat(delivered.get(0).getHeader(TencentVideoConstants.ITEM_TIME)).isEqualTo(START);
        assertThat(body(0).path("StreamName").asText()).isEqualTo("s");
        assertThat(parameters("DescribeStreamDayPlayInfoList"))
                .extracting(call -> call.path("DayTime").asText())
                .contains("2026-06-02");
    }

    @Test
    void statusesThatComeAlmostTwoHoursLateAreDeliveredOnce() throws Exception {
        ScriptedFeed statuses = cloud().world().feed("live", "DescribeHttpStatusInfoList");
        for (String status : List.of("200", "404")) {
            statuses.add(ScriptedItem.of(START, json("{'HttpStatus':'" + status + "','Num':7}"))
                    .listedFrom(START.plus(Duration.ofMinutes(119))));
        }
        consume("live/DescribeHttpStatusInfoList");
        pollUntilAsked("DescribeHttpStatusInfoList");
        CLOCK.set(START.plus(Duration.ofMinutes(60)));
        letPollsPass();
        CLOCK.set(START.plus(Duration.ofMinutes(126)));
        await(2);
        CLOCK.set(START.plus(Duration.ofMinutes(131)));

        assertThat(delivered).extracting(HardFeedsIT::key).containsExactlyInAnyOrder(START + "|200", START + "|404");
    }

    @Test
    void slotsOfTranscodingAreHoursWithADomain() throws Exception {
        ScriptedFeed minutes = cloud().world()
                .feed("live", "DescribeLiveTranscodeTotalInfo")
                .listedIf((item, call) -> call.has("PushDomains")
                        == item.fields().path("Duration").asInt() > 100);
        for (int i = 0; i < 12; i++) {
            minutes.add(START.plusSeconds(300L * i), json("{'Resolution':'540','ModuleCodec':'h264','Duration':5}"));
        }
        minutes.add(START, json("{'Resolution':'540','ModuleCodec':'h264','Duration':600}"));
        consume("live/DescribeLiveTranscodeTotalInfo?forEach=PushDomains&forEachIn=push.example.com");
        pollUntilAsked("DescribeLiveTranscodeTotalInfo");
        CLOCK.set(START.plus(Duration.ofMinutes(150)));
        letPollsPass();
        assertThat(delivered).isEmpty();
        CLOCK.set(START.plus(Duration.ofHours(3)).plusSeconds(1));
        await(1);

        assertThat(body(0).path("Duration").asInt()).isEqualTo(600);
        assertThat(delivered.get(0).getHeader(TencentVideoConstants.ITEM_TIME)).isEqualTo(START);
        assertThat(parameters("DescribeLiveTranscodeTotalInfo"))
                .extracting(call -> call.path("EndTime").asText())
                .contains("2026-06-02 00:59:59");
    }

    @Test
    void aFigureSaysItsAreaAndItsCountry() throws Exception {
        ScriptedFeed figures = cloud().world().feed("live", "DescribeAreaBillBandwidthAndFluxList");
        figures.add(START.plusSeconds(300), json("{'AreaName':'Europe','CountryName':'Spain','Bandwidth':3.5}"));
        figures.add(START.plusSeconds(300), json("{'AreaName':'Asia','CountryName':'Spain','Bandwidth':1.5}"));
        consume("live/DescribeAreaBillBandwidthAndFluxList");
        pollUntilAsked("DescribeAreaBillBandwidthAndFluxList");
        CLOCK.set(START.plusSeconds(3901));
        await(2);

        assertThat(delivered)
                .extracting(HardFeedsIT::key)
                .containsExactlyInAnyOrder(START + "|Asia|Spain", START + "|Europe|Spain");
    }

    @Test
    void aCodeMayMeanAState() throws Exception {
        cloud().world().feed("live-v2017", "LiveChannelGetStatus").gone("7", "20601");
        consume("live-v2017/LiveChannelGetStatus?Param.s.channel_id=7&initial=announce");
        await(1);
        pollAgain("LiveChannelGetStatus");

        assertThat(delivered).hasSize(1);
        assertThat(body(0).path("state").asText()).isEqualTo("never pushed");
    }

    @Test
    void aCodeMayMeanThatThereIsNothing() throws Exception {
        ScriptedFeed figures =
                cloud().world().feed("live-v2017", "GetBillingBandwidth").emptyAs("10003");
        consume("live-v2017/GetBillingBandwidth");
        pollUntilAsked("GetBillingBandwidth");
        int asked = cloud().requests().count("GetBillingBandwidth");
        CLOCK.set(START.plus(Duration.ofMinutes(66)));
        until("a call", () -> cloud().requests().count("GetBillingBandwidth") > asked);
        letPollsPass();
        long failures = polling().getErrorCounter();
        figures.add(START.plusSeconds(300), json("{'bandwidth':7}"));
        CLOCK.set(START.plus(Duration.ofMinutes(71)));
        await(1);

        assertThat(failures).isZero();
        assertThat(delivered.get(0).getHeader(TencentVideoConstants.ITEM_TIME)).isEqualTo(START.plusSeconds(300));
    }

    @Test
    void aDeviceThatIsOfflineIsNoFailureAndLosesNothing() throws Exception {
        ScriptedFeed periods = cloud().world().feed("iss", "DescribeDeviceRecordTimeline");
        periods.gone("off", "41617");
        periods.add(ScriptedItem.of(START.minusSeconds(600), until(START.minusSeconds(300)))
                .in(Map.of("ChannelId", "off")));
        consume("iss/DescribeDeviceRecordTimeline?startFrom=PT1H&forEach=ChannelId&forEachIn=off");
        pollUntilAsked("DescribeDeviceRecordTimeline");
        letPollsPass();
        int asked = cloud().requests().count("DescribeDeviceRecordTimeline");
        periods.back("off");
        CLOCK.set(START.plusSeconds(601));
        await(1);

        assertThat(asked).isLessThan(4);
        assertThat(delivered.get(0).getHeader(TencentVideoConstants.ITEM_TIME)).isEqualTo(START.minusSeconds(600));
    }

    @Test
    void aSourceThatNeedsAWindowIsReadForTheLastDay() throws Exception {
        ScriptedFeed streams = cloud().world().feed("live", "DescribeTimeShiftStreamList");
        streams.add(START.minusSeconds(7200), stream("s1"));
        streams.add(START.minus(Duration.ofDays(2)), stream("past"));
        cloud().world()
                .feed("live", "DescribeTimeShiftRecordDetail")
                .add(ScriptedItem.of(START.minusSeconds(600), json("{'Sid':'session'}"))
                        .in(Map.of("StreamName", "s1")));
        consume("live/DescribeTimeShiftRecordDetail?region=ap-guangzhou&startFrom=PT1H"
                + "&forEach=Domain,AppName,StreamName&forEachIn=action:DescribeTimeShiftStreamList");
        await(1);

        assertThat(delivered.get(0).getHeader(TencentVideoConstants.FOR_EACH)).isEqualTo("push.example.com,live,s1");
        assertThat(parameters("DescribeTimeShiftRecordDetail"))
                .extracting(call -> call.path("StreamName").asText())
                .containsOnly("s1");
    }

    @Test
    void aStreamWithoutADomainGroupOrATemplateIsAPartitionWhoseCallsLeaveThemOut() throws Exception {
        ScriptedFeed streams = cloud().world().feed("live", "DescribeTimeShiftStreamList");
        streams.add(
                START.minusSeconds(7200), stream("plain").put("DomainGroup", "").putNull("TransCodeId"));
        streams.add(
                START.minusSeconds(7200), stream("full").put("DomainGroup", "g").put("TransCodeId", 7));
        ScriptedFeed sessions = cloud().world().feed("live", "DescribeTimeShiftRecordDetail");
        for (String name : List.of("plain", "full")) {
            sessions.add(ScriptedItem.of(START.minusSeconds(600), json("{'Sid':'of " + name + "'}"))
                    .in(Map.of("StreamName", name)));
        }
        consume("live/DescribeTimeShiftRecordDetail?region=ap-guangzhou&startFrom=PT1H&forEachInBody=true"
                + "&forEach=Domain,AppName,StreamName,DomainGroup,TransCodeId"
                + "&forEachIn=action:DescribeTimeShiftStreamList");
        await(2);
        pollAgain("DescribeTimeShiftRecordDetail");

        assertThat(delivered)
                .extracting(message -> message.getHeader(TencentVideoConstants.FOR_EACH))
                .containsExactlyInAnyOrder("push.example.com,live,plain,,", "push.example.com,live,full,g,7");
        assertThat(delivered)
                .extracting(message -> JSON.valueToTree(message.getBody()).has("DomainGroup"))
                .containsExactlyInAnyOrder(false, true);
        assertThat(parameters("DescribeTimeShiftRecordDetail"))
                .filteredOn(call -> call.path("StreamName").asText().equals("plain"))
                .isNotEmpty()
                .noneMatch(call -> call.has("DomainGroup") || call.has("TransCodeId"));
        assertThat(parameters("DescribeTimeShiftRecordDetail"))
                .filteredOn(call -> call.path("StreamName").asText().equals("full"))
                .isNotEmpty()
                .allMatch(call -> call.path("DomainGroup").asText().equals("g")
                        && call.path("TransCodeId").asInt() == 7);
    }

    private static ObjectNode stream(String name) {
        return json("{'Domain':'push.example.com','AppName':'live','StreamName':'" + name + "'}");
    }

    @Test
    void aParameterNamedLikeAnOptionSetsThePageAndItemsAreAcknowledgedByTheFeedsOwnParameter() throws Exception {
        ScriptedFeed tasks = cloud().world().feed("live-v2", "DescribeRecordList");
        for (int id = 1; id <= 3; id++) {
            tasks.add(null, json("{'id':" + id + ",'status':2}"));
        }
        consume(
                "live-v2/DescribeRecordList?region=bj&channelId=7&pageSize=2&initial=announce&acknowledge=DeleteRecord");
        await(3);
        until("acknowledged", () -> cloud().requests().count("DeleteRecord") >= 3);

        assertThat(parameters("DescribeRecordList"))
                .allSatisfy(call -> assertThat(call.path("pageSize").asInt()).isEqualTo(2));
        assertThat(parameters("DeleteRecord"))
                .extracting(call -> call.path("channelId").asText() + "/"
                        + call.path("taskId").asText())
                .containsExactlyInAnyOrder("7/1", "7/2", "7/3");
    }

    @Test
    void anAcknowledgementThatTakesAListIsGivenOne() throws Exception {
        cloud().world()
                .feed("iotvideoindustry", "DescribeLiveVideoList")
                .add(START.minusSeconds(600), json("{'IntID':5}"));
        consume(
                "iotvideoindustry/DescribeLiveVideoList?LiveChannelId=c&startFrom=PT1H&acknowledge=DeleteLiveVideoList");
        await(1);
        until("acknowledged", () -> cloud().requests().count("DeleteLiveVideoList") > 0);

        assertThat(parameters("DeleteLiveVideoList").get(0)).hasToString("{\"IntIDs\":[5]}");
    }

    private void consume(String feed) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                String options = feed + (feed.contains("?") ? "&" : "?") + "delay=20&initialDelay=0";
                from("tencent-video:" + options)
                        .process(exchange -> delivered.add(exchange.getMessage().copy()));
            }
        });
    }

    private void await(int count) {
        until(count + " messages", () -> delivered.size() >= count);
    }

    private static void until(String what, java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(condition);
    }

    private static void pollUntilAsked(String action) {
        until("a call", () -> cloud().requests().count(action) > 0);
    }

    private ScheduledPollConsumer polling() {
        return (ScheduledPollConsumer) context.getRoutes().get(0).getConsumer();
    }

    /** So that a feed reads what it must not read yet. */
    private void letPollsPass() {
        long polls = polling().getCounter();
        until("more polls", () -> polling().getCounter() >= polls + 5);
    }

    /** What a poll did wrong would show in the next one. */
    private static void pollAgain(String action) {
        int calls = cloud().requests().count(action);
        until("more polls", () -> cloud().requests().count(action) >= calls + 6);
    }

    private List<String> told() {
        return delivered.stream()
                .map(message -> key(message) + " " + message.getHeader(TencentVideoConstants.CHANGE) + " "
                        + message.getHeader(TencentVideoConstants.REVISION))
                .toList();
    }

    private static String key(Message message) {
        return message.getHeader(TencentVideoConstants.ITEM_KEY, String.class);
    }

    private JsonNode body(int index) {
        return JSON.valueToTree(delivered.get(index).getBody());
    }

    private static List<? extends JsonNode> parameters(String action) {
        return cloud().requests().of(action).stream()
                .map(request -> request.parameters())
                .toList();
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

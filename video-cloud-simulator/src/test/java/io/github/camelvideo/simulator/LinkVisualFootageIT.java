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
import io.github.camelvideo.simulator.world.LinkVisual;
import io.github.camelvideo.simulator.world.LinkVisualEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events, pictures and recordings of Link Visual as time goes by, and plans over several calls. */
class LinkVisualFootageIT {

    private static final SimulatorClock CLOCK = new SimulatorClock(LinkVisualStage.NOON);

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD =
            new VideoCloudSimulatorExtension(VideoCloudSimulator.builder().clock(CLOCK));

    private final LinkVisualStage stage = new LinkVisualStage(CLOUD.simulator());
    private LinkVisual world;
    private String camera;

    @BeforeEach
    void furnish() {
        CLOCK.set(LinkVisualStage.NOON);
        stage.furnish();
        world = CLOUD.simulator().world().linkVisual();
        camera = world.addDevice();
    }

    private JsonNode list(String action, Duration back, int page, String more) {
        boolean millis = !action.equals("QueryRecord");
        Instant now = CLOCK.instant();
        long from = millis ? now.minus(back).toEpochMilli() : now.minus(back).getEpochSecond();
        long to = millis ? now.toEpochMilli() : now.getEpochSecond();
        return stage.call(
                        action,
                        "{'IotId':'" + camera + "','BeginTime':" + from + ",'EndTime':" + to + ",'CurrentPage':" + page
                                + ",'PageSize':2" + more + "}")
                .data();
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.path("List").forEach(item -> texts.add(item.path(field).asText()));
        return texts;
    }

    @Test
    void eventsComeInPagesNewestFirstWithTheirCount() {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            ids.add(world.addEvent(camera, LinkVisualStage.NOON.minusSeconds(i), 1 + i % 2)
                    .id());
        }
        world.addEvent(camera, LinkVisualStage.NOON.minusSeconds(61), 1);

        JsonNode first = list("QueryDeviceEvent", Duration.ofMinutes(1), 1, "");
        JsonNode last = list("QueryDeviceEvent", Duration.ofMinutes(1), 3, "");

        assertThat(texts(first, "EventId")).isEqualTo(ids.subList(0, 2));
        assertThat(texts(last, "EventId")).isEqualTo(ids.subList(4, 5));
        assertThat(first.path("Total").asInt()).isEqualTo(5);
        assertThat(first.path("PageCount").asInt()).isEqualTo(3);
        assertThat(first.at("/List/0/EventTime").asText()).isEqualTo("2026-05-01 11:59:59");
        assertThat(list("QueryDeviceEvent", Duration.ofMinutes(1), 1, ",'EventType':1")
                        .path("Total")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aLateEventIsListedWhenItIsThere() {
        Instant noon = LinkVisualStage.NOON;
        world.addLateEvent(camera, noon.minusSeconds(5), noon.plusSeconds(30), 1);
        assertThat(list("QueryDeviceEvent", Duration.ofMinutes(2), 1, "")
                        .path("Total")
                        .asInt())
                .isZero();

        CLOCK.advance(Duration.ofSeconds(30));

        assertThat(list("QueryDeviceEvent", Duration.ofMinutes(2), 1, "")
                        .path("Total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void generatedEventsAppearAsTheClockGoesOn() {
        world.generateEvents(600);
        CLOCK.advance(Duration.ofMinutes(2));

        assertThat(list("QueryDeviceEvent", Duration.ofMinutes(2), 1, "")
                        .path("Total")
                        .asInt())
                .isBetween(50, 400);
        assertThat(list("QueryPictureFiles", Duration.ofMinutes(2), 1, "").path("List"))
                .hasSize(2);
    }

    @Test
    void anEventHasItsPictureAndTheRecordingOfItsPlan() {
        String camera = stage.get("$on");
        LinkVisualEvent event = world.addEvent(camera, LinkVisualStage.NOON, 2);
        String request = "{'IotId':'$on','EventId':'" + event.id() + "'}";
        CLOCK.advance(Duration.ofSeconds(10));

        JsonNode recordings = stage.call("QueryDeviceEventRecord", request).data();

        assertThat(stage.call("QueryDeviceEventPicture", request).data().asText())
                .startsWith("oss://")
                .contains(event.pictureId());
        assertThat(recordings).hasSize(1);
        assertThat(recordings.at("/0/BeginTime").asText()).isEqualTo("2026-05-01 11:59:55");
        assertThat(recordings.at("/0/EndTime").asText()).isEqualTo("2026-05-01 12:00:10");
    }

    @Test
    void anEventWithoutAPictureHasNoData() {
        String id = world.addEvents(1, CLOCK.instant(), CLOCK.instant()).get(0);

        assertThat(stage.call("QueryDeviceEventPicture", "{'IotId':'" + camera + "','EventId':'" + id + "'}")
                        .data()
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void aPictureOnRequestIsThereSomeSecondsLater() {
        String id = stage.call("TriggerCapturePicture", "{'IotId':'" + camera + "'}")
                .data()
                .asText();
        String find = "{'IotId':'" + camera + "','CaptureId':'" + id + "','PictureType':1}";
        assertThat(stage.call("QueryDevicePictureFile", find).data().isMissingNode())
                .isTrue();

        CLOCK.advance(Duration.ofSeconds(3));

        JsonNode picture = stage.call("QueryDevicePictureFile", find).data();
        assertThat(picture.path("PicId").asText()).isEqualTo(id);
        assertThat(picture.path("PicCreateTime").asLong()).isEqualTo(LinkVisualStage.NOON.toEpochMilli());
        assertThat(picture.has("ThumbUrl")).isFalse();
        assertThat(list("QueryPictureFiles", Duration.ofMinutes(1), 1, ",'PictureSource':1")
                        .path("List"))
                .isEmpty();
        assertThat(list("QueryPictureFiles", Duration.ofMinutes(1), 1, ",'PictureSource':2")
                        .path("List"))
                .hasSize(1);
    }

    @Test
    void aRecordingOnRequestIsListedFromItsEndOn() {
        String id = stage.call(
                        "TriggerRecord",
                        "{'IotId':'" + camera + "','RecordDuration':60,'PreRecordDuration':30,'StreamType':1}")
                .data()
                .asText();
        assertThat(list("QueryRecord", Duration.ofMinutes(5), 1, ",'StreamType':1")
                        .path("List"))
                .isEmpty();

        CLOCK.advance(Duration.ofSeconds(30));

        JsonNode recordings = list("QueryRecord", Duration.ofMinutes(5), 1, ",'StreamType':1,'RecordType':2");
        assertThat(recordings.path("List")).hasSize(1);
        assertThat(recordings.at("/List/0/BeginTime").asText()).isEqualTo("2026-05-01 11:59:30");
        assertThat(recordings.has("Total")).isFalse();
        assertThat(list("QueryRecord", Duration.ofMinutes(5), 1, "").path("List"))
                .isEmpty();
        assertThat(stage.call("QueryDeviceEventRecord", "{'IotId':'" + camera + "','EventId':'" + id + "'}")
                        .data())
                .hasSize(1);
    }

    @Test
    void aMonthTellsItsDaysInShanghai() {
        world.addRecording(camera, Instant.parse("2026-02-28T15:59:00Z"), Instant.parse("2026-02-28T15:59:30Z"));
        world.addRecording(camera, Instant.parse("2026-02-28T16:00:00Z"), Instant.parse("2026-02-28T16:00:30Z"));

        assertThat(stage.call("QueryMonthRecord", "{'IotId':'" + camera + "','Month':'202602'}")
                        .data()
                        .asText())
                .isEqualTo("0".repeat(27) + "1");
    }

    @Test
    void whatIsOlderThanTheLifeCycleIsGone() {
        world.addRecording(
                camera, LinkVisualStage.NOON.minusSeconds(86_500), LinkVisualStage.NOON.minusSeconds(86_450));
        world.addEvent(camera, LinkVisualStage.NOON.minusSeconds(86_500), 1);
        assertThat(list("QueryRecord", Duration.ofDays(2), 1, "").path("List")).hasSize(1);

        stage.call("SetDeviceRecordLifeCycle", "{'IotId':'" + camera + "','Day':1}")
                .data();
        stage.call("SetDevicePictureLifeCycle", "{'IotId':'" + camera + "','Day':1}")
                .data();

        assertThat(list("QueryRecord", Duration.ofDays(2), 1, "").path("List")).isEmpty();
        assertThat(list("QueryPictureFiles", Duration.ofDays(2), 1, "").path("List"))
                .isEmpty();
        assertThat(list("QueryDeviceEvent", Duration.ofDays(2), 1, "").path("List"))
                .hasSize(1);
    }

    @Test
    void templatesAndPlansKeepWhatTheyAreTold() {
        stage.call(
                        "UpdateTimeTemplate",
                        "{'TemplateId':'$template','AllDay':0,'Name':'night','TimeSections':[{'DayOfWeek':1,'Begin':0,'End':9}]}")
                .data();
        stage.call(
                        "UpdateEventRecordPlan",
                        "{'PlanId':'$eplan','Name':'sounds','TemplateId':'$template',"
                                + "'EventTypes':'2','PreRecordDuration':1,'RecordDuration':20}")
                .data();

        JsonNode plan = stage.call("QueryEventRecordPlanDeviceByDevice", "{'IotId':'$on'}")
                .data();
        JsonNode plans = stage.call("QueryEventRecordPlans", "{}").data();

        assertThat(plan.path("Name").asText()).isEqualTo("sounds");
        assertThat(plan.path("RecordDuration").asInt()).isEqualTo(20);
        assertThat(plan.at("/TemplateInfo/Name").asText()).isEqualTo("night");
        assertThat(plan.at("/TemplateInfo/TimeSectionList/0/End").asInt()).isEqualTo(9);
        assertThat(plans.at("/List/0/EventType").asText()).isEqualTo("2");
        assertThat(plans.path("Total").asInt()).isEqualTo(1);
    }

    @Test
    void aStreamIsInOnePlanAndLeavesItWithThePlan() {
        String other = stage.call("CreateRecordPlan", "{'Name':'other','TemplateId':'$template'}")
                .data()
                .asText();
        stage.call("AddRecordPlanDevice", "{'IotId':'$on','StreamType':0,'PlanId':'" + other + "'}")
                .data();
        assertThat(stage.call("QueryRecordPlanDeviceByPlan", "{'PlanId':'$plan'}")
                        .data()
                        .path("Total")
                        .asInt())
                .isZero();

        stage.call("DeleteRecordPlan", "{'PlanId':'" + other + "'}").data();

        assertThat(stage.call("QueryRecordPlanDeviceByDevice", "{'IotId':'$on','StreamType':0}")
                        .data()
                        .isMissingNode())
                .isTrue();
        assertThat(stage.call("QueryRecordPlans", "{}").data().path("Total").asInt())
                .isEqualTo(1);
    }
}

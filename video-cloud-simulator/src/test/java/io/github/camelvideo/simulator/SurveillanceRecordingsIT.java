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
import io.github.camelvideo.simulator.world.Surveillance;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SurveillanceRecordingsIT {

    private static final SimulatorClock CLOCK = new SimulatorClock(SurveillanceStage.NOW);

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(
            VideoCloudSimulator.builder().clock(CLOCK).rateLimits(false));

    private static final long NOON = SurveillanceStage.NOW.getEpochSecond();
    private static final long MIDNIGHT = NOON - 12 * 3600;

    private SurveillanceStage stage;
    private Surveillance platform;

    @BeforeEach
    void furnish() {
        CLOCK.set(SurveillanceStage.NOW);
        stage = new SurveillanceStage(CLOUD.simulator()).furnish();
        platform = CLOUD.simulator().world().surveillance();
    }

    private JsonNode timeline(String device, long from, long to) {
        return stage.data(
                "DescribeCloudRecordTimeline",
                "{'DeviceId':'$" + device + "','ChannelId':'$" + device + "c','StartTime':" + from + ",'EndTime':" + to
                        + "}");
    }

    @Test
    void aTimelineShowsTheRecordingsOfItsSpanOnly() {
        platform.addCloudRecording(stage.id("offc"), at(MIDNIGHT - 600), at(MIDNIGHT + 600));
        platform.addCloudRecording(stage.id("offc"), at(NOON - 100), at(NOON));

        JsonNode day = timeline("off", MIDNIGHT, NOON);

        assertThat(day.path("Tips").intValue()).isZero();
        assertThat(day.path("List")).hasSize(2);
        assertThat(day.at("/List/0/Begin").longValue()).isEqualTo(MIDNIGHT);
        assertThat(day.at("/List/0/End").longValue()).isEqualTo(MIDNIGHT + 600);
        assertThat(timeline("off", MIDNIGHT + 600, NOON - 100).path("List")).isEmpty();
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    @Test
    void aPlanRecordsInTheHoursOfItsTemplateAsTheClockGoesOn() {
        CLOCK.advance(Duration.ofHours(2));
        assertThat(timeline("on", NOON, NOON + 11 * 3600).at("/List/0/End").longValue())
                .isEqualTo(NOON + 2 * 3600);

        CLOCK.advance(Duration.ofHours(9));

        JsonNode evening = timeline("on", NOON, NOON + 11 * 3600).path("List");
        assertThat(evening).hasSize(1);
        assertThat(evening.at("/0/End").longValue()).isEqualTo(NOON + 8 * 3600);
    }

    @Test
    void whatADeletedPlanHasRecordedStays() {
        CLOCK.advance(Duration.ofHours(1));
        stage.data("DeleteRecordPlan", "{'PlanId':'$plan'}");

        CLOCK.advance(Duration.ofHours(1));

        JsonNode slices = timeline("on", NOON, NOON + 7200).path("List");
        assertThat(slices).hasSize(1);
        assertThat(slices.at("/0/End").longValue()).isEqualTo(NOON + 3600);
        stage.data("DeleteRecordTemplate", "{'TemplateId':'$template'}");
    }

    @Test
    void aChangedTemplateChangesWhatIsRecordedFromThenOn() {
        CLOCK.advance(Duration.ofHours(1));
        stage.data(
                "UpdateRecordTemplate",
                "{'TemplateId':'$template','Mod':{'TimeSections':[{'DayOfWeek':5,'StartTime':'15:00:00','EndTime':'16:00:00'}]}}");

        CLOCK.advance(Duration.ofHours(8));

        JsonNode slices = timeline("on", NOON, NOON + 9 * 3600).path("List");
        assertThat(slices.findValuesAsText("Begin")).containsExactly("" + NOON, "" + (NOON + 3 * 3600));
        assertThat(slices.findValuesAsText("End")).containsExactly("" + (NOON + 3600), "" + (NOON + 4 * 3600));
    }

    @Test
    void aRetrievedRecordingCanBePlayedUntilItsCopyExpires() {
        String play = "{'ChannelId':'$freec','StartTime':" + (NOON - 3600) + ",'EndTime':" + NOON + "}";
        assertThat(timeline("free", NOON - 3600, NOON).path("Tips").intValue()).isEqualTo(1);
        assertThat(stage.code("DescribeCloudRecordPlaybackUrl", play)).isEqualTo("42506");

        assertThat(task().path("Status").intValue()).isEqualTo(2);
        CLOCK.advance(Duration.ofSeconds(10));
        assertThat(task().path("Status").intValue()).isEqualTo(1);
        CLOCK.advance(Duration.ofSeconds(30));

        assertThat(task().path("Status").intValue()).isZero();
        assertThat(task().path("Capacity").asDouble()).isEqualTo(900.0);
        assertThat(timeline("free", NOON - 3600, NOON).path("Tips").intValue()).isZero();
        assertThat(stage.data("DescribeCloudRecordPlaybackUrl", play)
                        .path("Hls")
                        .asText())
                .contains(stage.id("freec"));
        CLOCK.advance(Duration.ofDays(1));
        assertThat(stage.code("DescribeCloudRecordPlaybackUrl", play)).isEqualTo("42506");
    }

    private JsonNode task() {
        return stage.data("DescribeRecordRetrieveTask", "{'TaskId':'$retrieve'}");
    }

    @Test
    void aChannelWithNothingInTheArchiveIsToldApart() {
        String id = stage.data(
                        "AddRecordRetrieveTask",
                        "{'TaskName':'none','StartTime':" + (NOON - 3600) + ",'EndTime':" + NOON
                                + ",'Mode':1,'Expiration':1,'Channels':[{'DeviceId':'$on','ChannelId':'$onc'}]}")
                .path("TaskId")
                .asText();

        assertThat(stage.data("DescribeRecordRetrieveTask", "{'TaskId':'" + id + "'}")
                        .at("/Channels/0/Status")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void aStoppedPlaybackCannotBeControlledAnyMore() {
        String stop = "{'ChannelId':'$onc','Session':'$session','Action':'stop'}";
        stage.data("ControlDeviceRecordPlayback", stop);

        assertThat(stage.code("ControlDeviceRecordPlayback", stop)).isEqualTo("40006");
    }

    @Test
    void aPlanTakesTheChannelsOfOrganizationsAndGivesThemBack() {
        stage.data("UpdateRecordPlan", "{'PlanId':'$plan','Mod':{'OrganizationId':['$below'],'Del':['$onc']}}");
        JsonNode all = stage.data("ListRecordPlanDevices", "{'PlanId':'$plan','PageSize':3,'PageNumber':3}");
        assertThat(all.path("TotalCount").intValue()).isEqualTo(7);
        assertThat(all.path("List")).hasSize(1);

        stage.data("UpdateRecordPlan", "{'PlanId':'$plan','Mod':{'Del':['$onc','$offc']}}");

        JsonNode count = stage.data("DescribeOrganizationChannelCount", "{'OrganizationId':['$below']}");
        assertThat(count).hasToString("{\"TotalCount\":7,\"NotInPlanCount\":2}");
        JsonNode channels = stage.data(
                "ListOrganizationChannels",
                "{'OrganizationId':'$below','ChannelName':'off','PageSize':9,'PageNumber':1}");
        assertThat(channels.findValuesAsText("InPlan")).containsExactly("false");
        assertThat(stage.data("ListRecordPlanChannels", "{}").path("List")).hasSize(5);
    }
}

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
import io.github.camelvideo.simulator.world.Iss;
import io.github.camelvideo.simulator.world.IssDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IssDevicesIT {

    private static final SimulatorClock CLOCK = new SimulatorClock(IssStage.NOW);

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(
            VideoCloudSimulator.builder().clock(CLOCK).rateLimits(false));

    private IssStage stage;
    private Iss platform;

    @BeforeEach
    void start() {
        CLOCK.set(IssStage.NOW);
        stage = new IssStage(CLOUD.simulator());
        platform = CLOUD.simulator().world().iss();
    }

    @Test
    void theFirstDayHasOneOrganizationTwoDevicesAndAGateway() {
        JsonNode organizations = stage.data("ListOrganizations", "{}");

        assertThat(organizations).hasSize(1);
        assertThat(organizations.at("/0/Total").intValue()).isEqualTo(2);
        assertThat(organizations.at("/0/Online").intValue()).isEqualTo(2);
        JsonNode gateways = stage.data("ListGateways", "{}");
        assertThat(gateways.path("TotalCount").intValue()).isEqualTo(1);
        assertThat(stage.data(
                                "ListGatewayDevices",
                                "{'Id':'" + gateways.at("/List/0/Id").asText() + "'}")
                        .at("/List/0/ChannelNum")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void anAddedDeviceComesOnlineWithItsChannel() {
        stage.furnish();
        String id = stage.data(
                        "AddDevice",
                        "{'Name':'door','AccessProtocol':2,'Type':1,'Password':'123456',"
                                + "'OrganizationId':'$empty','ClusterId':'$node'}")
                .path("Id")
                .asText();
        assertThat(stage.data("DescribeDevice", "{'Id':'" + id + "'}")
                        .path("Status")
                        .intValue())
                .isZero();

        platform.addChannel(id, "door-1");
        platform.setOnline(id, true);

        assertThat(stage.data("DescribeDevice", "{'Id':'" + id + "'}")
                        .path("Status")
                        .intValue())
                .isEqualTo(1);
        assertThat(stage.data("ListDeviceChannels", "{'DeviceId':'" + id + "'}")
                        .at("/0/State")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void aDisabledDeviceCannotComeBackBeforeItIsEnabled() {
        stage.furnish();

        boolean whileDisabled = platform.setOnline(stage.id("dis"), true);
        stage.data("UpdateDeviceStatus", "{'Id':'$dis','Status':2}");
        boolean afterwards = platform.setOnline(stage.id("dis"), true);

        assertThat(whileDisabled).isFalse();
        assertThat(afterwards).isTrue();
        assertThat(platform.device(stage.id("dis")).online()).isTrue();
    }

    @Test
    void devicesAreListedInPagesAndByFilters() {
        stage.furnish();

        JsonNode second = stage.data("ListDevices", "{'OrganizationId':'$below','PageNumber':2,'PageSize':5}");

        assertThat(second.path("TotalCount").intValue()).isEqualTo(7);
        assertThat(second.path("List")).hasSize(2);
        assertThat(names("'$org'")).isEmpty();
        assertThat(names("'$org','IsContainSubLevel':true")).hasSize(7);
        assertThat(names("'$below','Status':2")).containsExactly("off");
        assertThat(names("'$below','AccessProtocol':1")).containsExactly("device");
        assertThat(names("'$below','Keyword':'ar'")).containsExactly("dark");
    }

    private List<String> names(String organizationAndFilters) {
        return stage.data("ListDevices", "{'OrganizationId':" + organizationAndFilters + "}")
                .path("List")
                .findValuesAsText("Name");
    }

    @Test
    void aMovedDeviceLeavesItsOrganizationEmpty() {
        stage.furnish();

        stage.data(
                "UpdateDeviceOrganization",
                "{'Ids':['$on','$free','$off','$dis','$dark','$new','$rtmp']," + "'OrganizationId':'$empty'}");

        assertThat(stage.code("DeleteOrganization", "{'Id':'$empty'}")).isEqualTo("41608");
        stage.data("DeleteOrganization", "{'Id':'$below'}");
        stage.data("DeleteOrganization", "{'Id':'$org'}");

        assertThat(stage.data("ListOrganizations", "{}")).hasSize(3);
    }

    @Test
    void aDeletedDeviceTakesItsChannelsAlong() {
        stage.furnish();

        stage.data("DeleteDevice", "{'Id':'$on'}");

        assertThat(stage.code("DescribeDevice", "{'Id':'$on'}")).isEqualTo("42206");
        assertThat(stage.code("DescribeDeviceRecordTimeline", "{'ChannelId':'$onc','Start':1,'End':2}"))
                .isEqualTo("42207");
    }

    @Test
    void anImportGoesOnWithTheClock() {
        stage.furnish();
        stage.data("ImportDevices", "{'JobId':'more','AccessProtocol':'2','OrganizationId':'$empty','File':'content'}");

        CLOCK.advance(Duration.ofSeconds(9));
        JsonNode running = stage.data("DescribeDeviceImportProgress", "{'JobId':'more'}");
        CLOCK.advance(Duration.ofSeconds(1));
        JsonNode finished = stage.data("DescribeDeviceImportProgress", "{'JobId':'more'}");

        assertThat(running).hasToString("{\"State\":0,\"Rate\":0.9,\"Total\":3,\"Succeed\":2,\"Failed\":0}");
        assertThat(finished).hasToString("{\"State\":1,\"Rate\":1.0,\"Total\":3,\"Succeed\":3,\"Failed\":0}");
        assertThat(platform.devices().stream().map(IssDevice::organizationId).filter(stage.id("empty")::equals))
                .hasSize(3);
    }

    @Test
    void aGatewaysFiguresFollowItsDevicesAndTheClock() {
        stage.furnish();
        String recorder = platform.addGatewayDevice(stage.id("gateway"), stage.id("org"), "recorder", 2);
        platform.addGatewayDevice(stage.id("gateway"), stage.id("org"), "camera", 1);
        JsonNode before = stage.data("DescribeGatewayMonitor", "{'Id':'$gateway'}");

        platform.setOnline(recorder, false);
        CLOCK.advance(Duration.ofMinutes(1));
        JsonNode after = stage.data("DescribeGatewayMonitor", "{'Id':'$gateway'}");

        assertThat(before.path("DeviceOnline").intValue()).isEqualTo(2);
        assertThat(before.path("ChannelOnline").intValue()).isEqualTo(3);
        assertThat(after.path("DeviceOnline").intValue()).isEqualTo(1);
        assertThat(after.path("ChannelOffline").intValue()).isEqualTo(2);
        assertThat(after.path("UpFlow").intValue())
                .isPositive()
                .isLessThan(before.path("UpFlow").intValue());
    }

    @Test
    void aDeletedGatewayTakesItsDevicesAlong() {
        stage.furnish();
        String device = platform.addGatewayDevice(stage.id("gateway"), stage.id("org"), "recorder", 2);

        stage.data("DeleteGateway", "{'Id':'$gateway'}");

        assertThat(platform.device(device)).isNull();
    }

    @Test
    void aTimelineShowsTheRecordingsOfItsSpanOnly() {
        stage.furnish();
        long noon = IssStage.NOW.getEpochSecond();
        platform.addCloudRecording(
                stage.id("offc"), Instant.ofEpochSecond(noon - 700), Instant.ofEpochSecond(noon - 500));
        platform.addCloudRecording(stage.id("offc"), Instant.ofEpochSecond(noon - 100), Instant.ofEpochSecond(noon));

        JsonNode found = timeline(noon - 600, noon);

        assertThat(found.findValuesAsText("Begin")).containsExactly("" + (noon - 600), "" + (noon - 100));
        assertThat(found.findValuesAsText("End")).containsExactly("" + (noon - 500), "" + noon);
        assertThat(timeline(noon - 500, noon - 100)).isEmpty();
    }

    private JsonNode timeline(long from, long to) {
        return stage.data(
                        "DescribeCloudRecordTimeline",
                        "{'DeviceId':'$off','ChannelId':'$offc','StartTime':" + from + ",'EndTime':" + to + "}")
                .path("List");
    }
}

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
import io.github.camelvideo.simulator.world.SurveillanceDevice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SurveillanceDevicesIT {

    private static final SimulatorClock CLOCK = new SimulatorClock(SurveillanceStage.NOW);

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(
            VideoCloudSimulator.builder().clock(CLOCK).rateLimits(false));

    private SurveillanceStage stage;
    private Surveillance platform;

    @BeforeEach
    void start() {
        CLOCK.set(SurveillanceStage.NOW);
        stage = new SurveillanceStage(CLOUD.simulator());
        platform = CLOUD.simulator().world().surveillance();
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
    void anAddedDeviceComesOnlineAndTellsOfItsChannel() {
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

        platform.setOnline(id, true);
        stage.data("RefreshDeviceChannels", "{'DeviceId':'" + id + "'}");

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
    }

    @Test
    void aDeletedDeviceTakesItsChannelsAlong() {
        stage.furnish();

        stage.data("DeleteDevice", "{'Id':'$on'}");

        assertThat(stage.code("DescribeDevice", "{'Id':'$on'}")).isEqualTo("42206");
        assertThat(stage.code("ListDevicePresets", "{'ChannelId':'$onc'}")).isEqualTo("42207");
    }

    @Test
    void presetsAreSetAndDeleted() {
        stage.furnish();
        stage.data("ControlDevicePreset", "{'ChannelId':'$onc','Cmd':'set','Index':7}");
        stage.data("ControlDevicePreset", "{'ChannelId':'$onc','Cmd':'set','Index':3}");
        stage.data("ControlDevicePreset", "{'ChannelId':'$onc','Cmd':'goto','Index':7}");
        assertThat(stage.data("ListDevicePresets", "{'ChannelId':'$onc'}").findValuesAsText("Index"))
                .containsExactly("3", "7");

        stage.data("ControlDevicePreset", "{'ChannelId':'$onc','Cmd':'del','Index':3}");

        assertThat(stage.data("ListDevicePresets", "{'ChannelId':'$onc'}").findValuesAsText("Index"))
                .containsExactly("7");
    }

    @Test
    void withoutItsDomainANodePlaysNothingAndTakesNoDevice() {
        stage.furnish();
        assertThat(stage.data("DescribeLiveStreamUrl", "{'ChannelId':'$onc','Resolution':'3'}")
                        .path("Flv")
                        .asText())
                .isEqualTo("http://video.example.com/live/" + stage.id("onc") + ".live.flv?resolution=3");

        stage.data("DeleteDomain", "{'Id':'$domain'}");

        assertThat(stage.code("DescribeLiveStreamUrl", "{'ChannelId':'$onc'}")).isEqualTo("41623");
        assertThat(stage.data("DescribeDeviceRegion", "{}")).isEmpty();
        assertThat(stage.data("DescribeDomainRegion", "{}")).hasSize(3);
    }

    @Test
    void anImportGoesOnWithTheClock() {
        stage.furnish();
        platform.importsFind(10, 2);
        stage.data("ImportDevices", "{'JobId':'more','AccessProtocol':'2','OrganizationId':'$empty','File':'content'}");

        CLOCK.advance(Duration.ofSeconds(9));
        JsonNode running = stage.data("DescribeDeviceImportProgress", "{'JobId':'more'}");
        CLOCK.advance(Duration.ofSeconds(1));
        JsonNode finished = stage.data("DescribeDeviceImportProgress", "{'JobId':'more'}");

        assertThat(running).hasToString("{\"State\":0,\"Rate\":0.9,\"Total\":10,\"Succeed\":8,\"Failed\":1}");
        assertThat(finished).hasToString("{\"State\":1,\"Rate\":1.0,\"Total\":10,\"Succeed\":8,\"Failed\":2}");
        assertThat(platform.devices().stream()
                        .map(SurveillanceDevice::organizationId)
                        .filter(stage.id("empty")::equals))
                .hasSize(8);
    }

    @Test
    void exportsAreSpreadsheets() {
        stage.furnish();

        byte[] devices = stage.file("ExportDevices", "{'OrganizationId':'$below','IsContainSubLevel':false}");
        byte[] result = stage.file("ExportDeviceImportResult", "{'JobId':'job'}");

        assertThat(new String(devices, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        assertThat(new String(result, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
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
    void anUpgradedGatewayHasTheLatestVersions() {
        stage.furnish();
        JsonNode before = stage.data("DescribeGatewayVersion", "{'Id':'$gateway'}");

        stage.data("UpgradeGateway", "{'Id':'$gateway'}");

        assertThat(before.findValuesAsText("IsUpdate")).contains("true");
        assertThat(stage.data("DescribeGatewayVersion", "{'Id':'$gateway'}").findValuesAsText("IsUpdate"))
                .containsOnly("false");
    }

    @Test
    void aDeletedGatewayTakesItsDevicesAlong() {
        stage.furnish();
        String device = platform.addGatewayDevice(stage.id("gateway"), stage.id("org"), "recorder", 2);

        stage.data("DeleteGateway", "{'Id':'$gateway'}");

        assertThat(platform.device(device)).isNull();
    }
}

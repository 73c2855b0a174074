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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VideoCloudSimulatorExtension.class)
class DeviceActionsIT {

    private final VideoCloudSimulator simulator;

    DeviceActionsIT(VideoCloudSimulator simulator) {
        this.simulator = simulator;
    }

    private JsonNode call(String action, String parameters) {
        return new TestRequest(simulator, action)
                .with(parameters.replace('\'', '"'))
                .answer();
    }

    @Test
    void aDeviceIsCreatedRenamedListedAndDeleted() {
        String id = call("CreateDevice", "{'NickName':'Door','PassWord':'x'}")
                .path("DeviceId")
                .asText();
        call("ModifyDeviceData", "{'DeviceId':'" + id + "','NickName':'Back door'}");

        assertThat(call("DescribeDevice", "{'DeviceId':'" + id + "'}")
                        .at("/Device/NickName")
                        .asText())
                .isEqualTo("Back door");
        JsonNode list = call("DescribeDeviceList", "{'NickName':'Back'}");
        assertThat(list.path("TotalCount").intValue()).isEqualTo(1);
        assertThat(list.at("/Devices/0/DeviceId").asText()).isEqualTo(id);
        assertThat(call("DeleteDevice", "{'DeviceId':'" + id + "'}")
                        .path("Status")
                        .asText())
                .isEqualTo("OK");
        assertThat(call("DescribeDevice", "{'DeviceId':'" + id + "'}")
                        .at("/Error/Code")
                        .asText())
                .isEqualTo("ResourceNotFound.DeviceNotExist");
    }

    @Test
    void alarmsOfANewDeviceMustBeSubscribed() {
        String device = "{'DeviceId':'"
                + call("CreateDevice", "{'NickName':'Door','PassWord':'x'}")
                        .path("DeviceId")
                        .asText()
                + "'";
        assertThat(call("DescribeSubscriptionStatus", device + "}")
                        .path("AlarmStatus")
                        .intValue())
                .isEqualTo(1);

        call("ModifySubscriptionStatus", device + ",'Status':2,'SubscriptionItem':'Alarm'}");

        assertThat(call("DescribeSubscriptionStatus", device + "}")
                        .path("AlarmStatus")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void channelsBelongToTheirDevice() {
        String id = simulator.world().addDevice("Recorder", 3, 4, "0").id();

        JsonNode page = call("DescribeChannels", "{'DeviceId':'" + id + "','Limit':3,'Offset':2}");

        assertThat(page.path("TotalCount").intValue()).isEqualTo(4);
        assertThat(page.path("Channels")).hasSize(2);
        assertThat(page.at("/Channels/0/DeviceId").asText()).isEqualTo(id);
    }

    @Test
    void groupsAreMadeReadAndDeletedFromBelow() {
        String parent = call("CreateDeviceGroup", "{'GroupName':'north','ParentId':'0'}")
                .path("GroupId")
                .asText();
        String child = call("CreateDeviceGroup", "{'GroupName':'gate','ParentId':'" + parent + "'}")
                .path("GroupId")
                .asText();

        assertThat(call("DescribeGroupById", "{'GroupId':'" + parent + "'}")
                        .at("/Group/SubGroupNum")
                        .intValue())
                .isEqualTo(1);
        assertThat(call("DeleteDeviceGroup", "{'GroupId':'" + parent + "'}")
                        .at("/Error/Code")
                        .asText())
                .isEqualTo("UnsupportedOperation.SubgrpExist");
        call("DeleteDeviceGroup", "{'GroupId':'" + child + "'}");
        call("DeleteDeviceGroup", "{'GroupId':'" + parent + "'}");
        assertThat(call("DescribeGroups", "{}").path("Groups")).isEmpty();
    }
}

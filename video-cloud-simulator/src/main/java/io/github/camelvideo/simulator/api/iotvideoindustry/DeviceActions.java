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
package io.github.camelvideo.simulator.api.iotvideoindustry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.Channel;
import io.github.camelvideo.simulator.world.Device;
import io.github.camelvideo.simulator.world.DeviceGroup;
import io.github.camelvideo.simulator.world.World;
import java.util.List;

/** Devices and their channels. */
final class DeviceActions {

    private static final int CAMERA = 2;

    private final World world;
    private final AnswerBuilder answers;
    private final Shapes shapes;

    DeviceActions(World world, AnswerBuilder answers, Shapes shapes) {
        this.world = world;
        this.answers = answers;
        this.shapes = shapes;
    }

    ObjectNode create(Parameters parameters) {
        String group = parameters.filled("GroupId");
        if (group != null && !group.equals(World.ROOT_GROUP) && world.group(group) == null) {
            throw new Refusal("ResourceNotFound.GroupNotExist", "There is no group " + group);
        }
        int type = (int) parameters.number("DeviceType", CAMERA);
        Device made = world.addDevice(parameters.text("NickName"), type, 1, group == null ? World.ROOT_GROUP : group);
        // alarms come only after they were subscribed
        Device device = world.save(made.withAlarms(false));
        return JsonNodeFactory.instance
                .objectNode()
                .put("DeviceCode", device.code())
                .put("DeviceId", device.id())
                .put("VirtualGroupId", "");
    }

    ObjectNode read(Parameters parameters) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("Device", show(required(world, parameters)));
        return answer;
    }

    ObjectNode list(String action, Parameters parameters) {
        String name = parameters.filled("NickName");
        List<Device> devices = world.devices().stream()
                .filter(device -> name == null || device.name().contains(name))
                .filter(device -> parameters.allows("DeviceIds", device.id()))
                .filter(device -> parameters.allows("DeviceTypes", device.type()))
                .toList();
        return answers.page(action, parameters, devices, this::show);
    }

    ObjectNode rename(Parameters parameters) {
        world.save(required(world, parameters).withName(parameters.text("NickName")));
        return ok();
    }

    ObjectNode delete(Parameters parameters) {
        world.removeDevice(required(world, parameters).id());
        return ok();
    }

    ObjectNode channels(Parameters parameters) {
        Device device = required(world, parameters);
        List<Channel> channels = device.channels().stream()
                .filter(channel -> parameters.allows("ChannelTypes", channel.type()))
                .toList();
        return answers.page("DescribeChannels", parameters, channels, channel -> show(device, channel));
    }

    static Device required(World world, Parameters parameters) {
        Device device = world.device(parameters.text("DeviceId"));
        if (device == null) {
            throw new Refusal("ResourceNotFound.DeviceNotExist", "There is no device " + parameters.text("DeviceId"));
        }
        return device;
    }

    static ObjectNode ok() {
        return JsonNodeFactory.instance.objectNode().put("Status", "OK");
    }

    private ObjectNode show(Device device) {
        DeviceGroup group = world.group(device.groupId());
        return shapes.struct("AllDeviceInfo", device.id())
                .put("DeviceId", device.id())
                .put("DeviceCode", device.code())
                .put("NickName", device.name())
                .put("DeviceType", device.type())
                .put("Status", device.online() ? 1 : 0)
                .put("CreateTime", device.createdAt().getEpochSecond())
                .put("ExtraInformation", "{}")
                .put("Protocol", "GB/T 28181")
                .put("IsRecord", 0)
                .put("Recordable", 1)
                .put("GroupId", device.groupId())
                .put("GroupName", group == null ? "root" : group.name())
                .put("GroupPath", group == null ? "/" : "/" + group.name());
    }

    private ObjectNode show(Device device, Channel channel) {
        return shapes.struct("ChannelDetail", channel.id())
                .put("ChannelId", channel.id())
                .put("ChannelName", channel.name())
                .put("ChannelType", channel.type())
                .put("DeviceId", device.id())
                .put("Status", device.online() ? 1 : 0)
                .put("IsRecord", 0)
                .put("ExtraInformation", "{}");
    }
}

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
package io.github.camelvideo.simulator.api.iss;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.Iss;
import io.github.camelvideo.simulator.world.IssDevice.State;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.List;

/** The devices behind a gateway, their counts, and the traffic, which changes from minute to minute. */
record GatewayActions(World world, Shapes shapes, Clock clock) {

    /** Traffic of a channel that is online, in kbps. */
    private static final int LEAST = 1500;

    private static final int MOST = 2500;
    private static final int ONVIF = 4;

    ObjectNode monitor(Parameters parameters) {
        List<ObjectNode> devices = behind(parameters);
        List<ObjectNode> channels =
                devices.stream().flatMap(device -> channelsOf(device).stream()).toList();
        int online = count(devices, "Status", State.ONLINE.ordinal());
        int channelsOnline = count(channels, "State", 1);
        return data(JsonNodeFactory.instance
                .objectNode()
                .put("UpFlow", channelsOnline * rate(parameters.text("Id")))
                .put("DeviceTotal", devices.size())
                .put("DeviceOnline", online)
                .put("DeviceOffline", devices.size() - online)
                .put("ChannelTotal", channels.size())
                .put("ChannelOnline", channelsOnline)
                .put("ChannelOffline", channels.size() - channelsOnline));
    }

    private int rate(String gatewayId) {
        long minute = clock.instant().getEpochSecond() / 60;
        return shapes.random(gatewayId + "/" + minute).nextInt(LEAST, MOST);
    }

    private static int count(List<ObjectNode> records, String field, int value) {
        return (int) records.stream()
                .filter(each -> each.path(field).asInt() == value)
                .count();
    }

    ObjectNode devices(Parameters parameters) {
        List<ObjectNode> devices = behind(parameters);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("TotalCount", devices.size());
        ArrayNode list = answer.putArray("List");
        devices.forEach(device -> list.addObject()
                .put("Id", device.path("Id").asText())
                .put("Name", device.path("Name").asText())
                .put("ProtocolType", ONVIF)
                .put("ProtocolTypeName", "Onvif")
                .put("Type", device.path("Type").asInt())
                .put("Ip", "192.0.2.1")
                .put("Port", 80)
                .put("ChannelNum", channelsOf(device).size())
                .put("Status", device.path("Status").asInt()));
        return data(answer);
    }

    /** Deletes a gateway together with the devices behind it. */
    ObjectNode delete(Parameters parameters, Behaviour delete) {
        return world.exclusively(() -> {
            behind(parameters).forEach(device -> world.iss()
                    .removeDevice(device.path("Id").asText()));
            return delete.answer(parameters);
        });
    }

    private List<ObjectNode> behind(Parameters parameters) {
        String id = parameters.text("Id");
        Codes.required(world, Iss.GATEWAYS, id);
        return world.records(Iss.DEVICES).where("GatewayId", id);
    }

    private List<ObjectNode> channelsOf(ObjectNode device) {
        return world.records(Iss.CHANNELS).where("DeviceId", device.path("Id").asText());
    }

    private static ObjectNode data(ObjectNode data) {
        return JsonNodeFactory.instance.objectNode().set("Data", data);
    }
}

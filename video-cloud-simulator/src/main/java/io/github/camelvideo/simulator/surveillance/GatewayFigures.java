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
package io.github.camelvideo.simulator.surveillance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.SurveillanceDevice.State;
import java.time.Clock;
import java.util.List;

/** What a gateway counts behind it, and the traffic, which changes from minute to minute. */
record GatewayFigures(Cameras cameras, Shapes shapes, Clock clock) {

    /** Traffic of a channel that is online, in kbps. */
    private static final int LEAST = 1500;

    private static final int MOST = 2500;

    ObjectNode of(ObjectNode gateway) {
        List<ObjectNode> devices = devices(gateway);
        List<ObjectNode> channels = devices.stream()
                .flatMap(device -> cameras.channelsOf(device).stream())
                .toList();
        int online = count(devices, "Status", State.ONLINE.ordinal());
        int channelsOnline = count(channels, "State", 1);
        return Data.object()
                .put("UpFlow", channelsOnline * rate(gateway))
                .put("DeviceTotal", devices.size())
                .put("DeviceOnline", online)
                .put("DeviceOffline", devices.size() - online)
                .put("ChannelTotal", channels.size())
                .put("ChannelOnline", channelsOnline)
                .put("ChannelOffline", channels.size() - channelsOnline);
    }

    List<ObjectNode> devices(ObjectNode gateway) {
        return Data.where(
                cameras.devices().records(), "GatewayId", gateway.path("Id").asText());
    }

    private int rate(ObjectNode gateway) {
        long minute = clock.instant().getEpochSecond() / 60;
        return shapes.random(gateway.path("Id").asText() + "/" + minute).nextInt(LEAST, MOST);
    }

    private static int count(List<ObjectNode> things, String field, int value) {
        return (int) things.stream()
                .filter(thing -> thing.path(field).asInt() == value)
                .count();
    }
}

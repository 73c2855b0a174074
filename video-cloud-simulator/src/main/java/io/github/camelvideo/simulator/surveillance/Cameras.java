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
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.Surveillance;
import io.github.camelvideo.simulator.world.SurveillanceDevice.State;
import io.github.camelvideo.simulator.world.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Devices and channels, and the organizations they belong to. */
final class Cameras {

    private final World world;
    private final Stock organizations;
    private final Stock devices;
    private final Stock channels;

    Cameras(World world) {
        this.world = world;
        this.organizations = new Stock(world.records(Surveillance.ORGANIZATIONS), "Id", Codes.UNKNOWN, "organization");
        this.devices = new Stock(world.records(Surveillance.DEVICES), "Id", "42206", "device");
        this.channels = new Stock(world.records(Surveillance.CHANNELS), "ChannelId", "42207", "channel");
    }

    World world() {
        return world;
    }

    Stock organizations() {
        return organizations;
    }

    Stock devices() {
        return devices;
    }

    /** The device of an id. */
    ObjectNode device(String id) {
        Refusal.unless(id != null && !id.isBlank(), "41638", "The id of the device is empty");
        return devices.required(id);
    }

    /** The channel of an id. */
    ObjectNode channel(String id) {
        Refusal.unless(id != null && !id.isBlank(), "41639", "The id of the channel is empty");
        return channels.required(id);
    }

    /** The channel of an id, or null. */
    ObjectNode known(String channelId) {
        return channels.records().get(channelId);
    }

    ObjectNode deviceOf(ObjectNode channel) {
        return device(channel.path("DeviceId").asText());
    }

    List<ObjectNode> channelsOf(ObjectNode device) {
        return Data.where(channels.records(), "DeviceId", device.path("Id").asText());
    }

    List<ObjectNode> allChannels() {
        return channels.records().all();
    }

    /** Refuses a command to a device that does not listen. */
    static void checkOnline(ObjectNode device) {
        String id = device.path("Id").asText();
        State state = State.values()[device.path("Status").asInt()];
        Refusal.unless(state != State.DISABLED, "41621", "Device " + id + " is disabled");
        Refusal.unless(state != State.UNREGISTERED, "41628", "Device " + id + " is not registered");
        Refusal.unless(state != State.OFFLINE, "41617", "Device " + id + " is offline");
    }

    /** The channel of an id that listens to commands. */
    ObjectNode listening(String channelId) {
        ObjectNode channel = channel(channelId);
        checkOnline(deviceOf(channel));
        Refusal.unless(channel.path("State").asInt() == 1, "41634", "Channel " + channelId + " is offline");
        return channel;
    }

    /** The organization, and all below it when asked for; {@value Surveillance#ROOT} is above all. */
    Set<String> organizations(String id, boolean withBelow) {
        if (!Surveillance.ROOT.equals(id)) {
            organizations.required(id);
        }
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next) && withBelow) {
                Data.where(organizations.records(), "ParentId", next)
                        .forEach(child -> open.push(child.path("Id").asText()));
            }
        }
        return found;
    }

    /** The devices of organizations. */
    List<ObjectNode> devicesOf(Set<String> organizationIds) {
        return devices.records().all().stream()
                .filter(device ->
                        organizationIds.contains(device.path("OrganizationId").asText()))
                .toList();
    }
}

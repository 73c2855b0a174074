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
package io.github.camelvideo.simulator.world;

import java.time.Instant;
import java.util.List;

/**
 * A camera or recorder.
 *
 * @param id device id
 * @param code the 20 digits by which the device itself is known
 * @param name what the owner calls it
 * @param type 2 camera, 3 recorder
 * @param online whether it is reachable
 * @param groupId group it belongs to
 * @param createdAt when it was added
 * @param alarmsOn whether its alarms are subscribed; without a subscription no alarms are generated for it
 * @param channels at least one
 */
public record Device(
        String id,
        String code,
        String name,
        int type,
        boolean online,
        String groupId,
        Instant createdAt,
        boolean alarmsOn,
        List<Channel> channels) {

    public Device {
        channels = List.copyOf(channels);
    }

    /** The same device under another name. */
    public Device withName(String newName) {
        return new Device(id, code, newName, type, online, groupId, createdAt, alarmsOn, channels);
    }

    /** The same device with its alarms subscribed or not. */
    public Device withAlarms(boolean on) {
        return new Device(id, code, name, type, online, groupId, createdAt, on, channels);
    }
}

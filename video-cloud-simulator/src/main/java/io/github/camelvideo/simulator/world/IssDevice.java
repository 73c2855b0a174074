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

import java.util.List;

/**
 * A device of the surveillance platform.
 *
 * @param code 20 digits
 * @param gatewayId the gateway it is behind, or null
 * @param channelIds in the order in which they were made
 */
public record IssDevice(
        String id,
        String code,
        String name,
        String organizationId,
        String gatewayId,
        State state,
        List<String> channelIds) {

    /** What the platform knows of the device; the place in the list is the vendor's number. */
    public enum State {
        UNREGISTERED,
        ONLINE,
        OFFLINE,
        DISABLED
    }

    public IssDevice {
        channelIds = List.copyOf(channelIds);
    }

    /** Whether it is online. */
    public boolean online() {
        return state == State.ONLINE;
    }
}

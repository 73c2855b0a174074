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
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.World;

/** Turns the alarms of a device on and off. */
final class SubscriptionActions {

    private static final int OFF = 1;
    private static final int ON = 2;

    private final World world;

    SubscriptionActions(World world) {
        this.world = world;
    }

    ObjectNode modify(Parameters parameters) {
        long status = parameters.number("Status", 0);
        if (status != OFF && status != ON) {
            throw new Refusal("InvalidParameterValue", "Status must be 1 (off) or 2 (on), not " + status);
        }
        world.save(DeviceActions.required(world, parameters).withAlarms(status == ON));
        return JsonNodeFactory.instance.objectNode();
    }

    ObjectNode read(Parameters parameters) {
        boolean on = DeviceActions.required(world, parameters).alarmsOn();
        return JsonNodeFactory.instance.objectNode().put("AlarmStatus", on ? ON : OFF);
    }
}

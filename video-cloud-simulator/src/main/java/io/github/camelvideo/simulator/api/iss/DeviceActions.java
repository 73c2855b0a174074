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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.Iss;
import io.github.camelvideo.simulator.world.IssDevice.State;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.World;
import java.util.Set;

/** New devices, and changes of the state and the place of devices. */
final class DeviceActions {

    private final World world;
    private final AnswerBuilder answers;
    private final Records devices;

    DeviceActions(World world, AnswerBuilder answers) {
        this.world = world;
        this.answers = answers;
        this.devices = world.records(Iss.DEVICES);
    }

    ObjectNode add(Parameters parameters) {
        Codes.required(world, Iss.ORGANIZATIONS, parameters.text("OrganizationId"));
        String id = world.iss().addDevice(parameters.json());
        return answers.record("AddDevice", id, devices.get(id));
    }

    /** A disabled device is offline and cannot come online before it is enabled. */
    ObjectNode updateStatus(Parameters parameters) {
        return world.exclusively(() -> {
            String id = parameters.text("Id");
            ObjectNode device = Codes.required(world, Iss.DEVICES, id);
            long status = parameters.number("Status", -1);
            boolean disables = status == State.DISABLED.ordinal();
            Refusal.unless(
                    disables || status == State.OFFLINE.ordinal(),
                    Codes.STATUS,
                    "Status must be 2 to enable or 3 to disable, not " + status);
            if (disables != (device.path("Status").asInt() == State.DISABLED.ordinal())) {
                world.iss().setOnline(id, false);
                devices.change(id, changed -> changed.put("Status", status));
            }
            return AnswerBuilder.nothing();
        });
    }

    ObjectNode move(Parameters parameters) {
        return world.exclusively(() -> {
            String organization = parameters.text("OrganizationId");
            Codes.required(world, Iss.ORGANIZATIONS, organization);
            Set<String> ids = parameters.texts("Ids");
            ids.forEach(id -> Codes.required(world, Iss.DEVICES, id));
            ids.forEach(id -> devices.change(id, device -> device.put("OrganizationId", organization)));
            return AnswerBuilder.nothing();
        });
    }
}

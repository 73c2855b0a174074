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
package io.github.camelvideo.simulator.linkvisual;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.LinkVisual;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.World;
import java.util.List;

/** Plans that record by the clock, or for events, and their cameras: each stream of a camera is in one plan of a kind at most. */
final class PlanActions {

    private final World world;
    private final Cameras cameras;
    private final TemplateActions templates;
    private final boolean forEvents;
    private final Records plans;
    private final Records devices;

    PlanActions(World world, Cameras cameras, TemplateActions templates, boolean forEvents) {
        String kind = forEvents ? LinkVisual.EVENT_PLANS : LinkVisual.PLANS;
        this.world = world;
        this.cameras = cameras;
        this.templates = templates;
        this.forEvents = forEvents;
        this.plans = world.records(kind);
        this.devices = world.records(kind + LinkVisual.PLAN_DEVICES);
    }

    ObjectNode create(Parameters parameters) {
        return world.exclusively(() -> {
            String id = plans.newUuid();
            plans.save(id, plan(id, parameters));
            return Data.of(id);
        });
    }

    ObjectNode update(Parameters parameters) {
        return world.exclusively(() -> {
            String id = required(parameters);
            plans.save(id, plan(id, parameters));
            return Data.none();
        });
    }

    private ObjectNode plan(String id, Parameters parameters) {
        templates.required(parameters);
        ObjectNode plan = Data.object()
                .put("PlanId", id)
                .put("Name", parameters.text("Name"))
                .put("TemplateId", parameters.text("TemplateId"));
        if (forEvents) {
            String types = parameters.has("EventTypes") ? parameters.text("EventTypes") : "1";
            Refusal.unless(
                    types.matches("[12](,[12])?"),
                    Codes.PARAMETER,
                    "EventTypes must be 1, 2 or both with a comma, not " + types);
            long before = parameters.number("PreRecordDuration", 0);
            long length = parameters.number("RecordDuration", 0);
            PlanDurations.check(before, length);
            plan.put("EventType", types).put("PreRecordDuration", before).put("RecordDuration", length);
        }
        return plan;
    }

    ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> {
            String id = required(parameters);
            ofPlan(id)
                    .forEach(device -> devices.remove(key(
                            device.path("IotId").asText(),
                            device.path("StreamType").asLong())));
            plans.remove(id);
            return Data.none();
        });
    }

    private String required(Parameters parameters) {
        String id = parameters.text("PlanId");
        Refusal.unless(plans.contains(id), Codes.PARAMETER, "There is no plan " + id);
        return id;
    }

    ObjectNode list(Parameters parameters) {
        return Pages.counted(plans.all(), parameters, plan -> plan);
    }

    ObjectNode detail(Parameters parameters) {
        return Data.of(detail(required(parameters)));
    }

    private ObjectNode detail(String id) {
        ObjectNode plan = plans.get(id);
        ObjectNode template = templates.required(new Parameters(plan));
        // only the list of plans tells the types
        plan.remove("EventType");
        return plan.set("TemplateInfo", template);
    }

    ObjectNode addDevice(Parameters parameters) {
        return world.exclusively(() -> {
            String id = required(parameters);
            String iotId = cameras.owned(parameters);
            long stream = parameters.number("StreamType", 0);
            devices.save(
                    key(iotId, stream),
                    Data.object().put("IotId", iotId).put("StreamType", stream).put("PlanId", id));
            return Data.none();
        });
    }

    ObjectNode deleteDevice(Parameters parameters) {
        devices.remove(key(cameras.owned(parameters), parameters.number("StreamType", 0)));
        return Data.none();
    }

    private static String key(String iotId, long stream) {
        return iotId + "/" + stream;
    }

    ObjectNode devicesOfPlan(Parameters parameters) {
        return Pages.counted(ofPlan(required(parameters)), parameters, device -> device.without("PlanId"));
    }

    private List<ObjectNode> ofPlan(String id) {
        return devices.all().stream()
                .filter(device -> device.path("PlanId").asText().equals(id))
                .toList();
    }

    /** Nothing for a stream that is in no plan. */
    ObjectNode planOfDevice(Parameters parameters) {
        ObjectNode device = devices.get(key(cameras.owned(parameters), parameters.number("StreamType", 0)));
        return device == null
                ? Data.none()
                : Data.of(detail(device.path("PlanId").asText()));
    }
}

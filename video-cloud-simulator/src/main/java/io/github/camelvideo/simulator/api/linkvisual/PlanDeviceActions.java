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
package io.github.camelvideo.simulator.api.linkvisual;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.LinkVisual;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.World;
import java.util.Map;

/** The plan that a stream of a camera is in. A stream is in one plan of a kind at most. */
final class PlanDeviceActions {

    private final String noun;
    private final Cameras cameras;
    private final AnswerBuilder answers;
    private final Records plans;
    private final Records devices;
    private final Records templates;

    /**
     * @param noun kind of plan in the names of the actions
     * @param kind kind of the plans in the world
     */
    PlanDeviceActions(String noun, String kind, World world, Cameras cameras, AnswerBuilder answers) {
        this.noun = noun;
        this.cameras = cameras;
        this.answers = answers;
        this.plans = world.records(kind);
        this.devices = world.records(kind + LinkVisual.PLAN_DEVICES);
        this.templates = world.records(LinkVisual.TEMPLATES);
    }

    void addTo(Map<String, Behaviour> behaviours) {
        behaviours.put("Delete" + noun + "Device", this::leave);
        behaviours.put("Query" + noun + "DeviceByDevice", this::plan);
    }

    private ObjectNode leave(Parameters parameters) {
        devices.remove(key(parameters));
        return AnswerBuilder.nothing();
    }

    /** An answer without a plan for a stream that is in none. */
    private ObjectNode plan(Parameters parameters) {
        ObjectNode device = devices.get(key(parameters));
        if (device == null) {
            return AnswerBuilder.nothing();
        }
        String id = device.path("PlanId").asText();
        return answers.record("Query" + noun + "DeviceByDevice", id, withTemplate(plans.get(id)));
    }

    private String key(Parameters parameters) {
        return cameras.owned(parameters) + "/" + parameters.number("StreamType", 0);
    }

    /** A plan with the template it follows. */
    ObjectNode withTemplate(ObjectNode plan) {
        return plan.set("TemplateInfo", templates.get(plan.path("TemplateId").asText()));
    }
}

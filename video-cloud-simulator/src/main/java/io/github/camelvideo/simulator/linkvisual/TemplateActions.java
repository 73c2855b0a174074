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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.LinkVisual;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.World;
import java.util.stream.Stream;

/** Time templates: when plans record. */
final class TemplateActions {

    private final World world;
    private final Records templates;

    TemplateActions(World world) {
        this.world = world;
        this.templates = world.records(LinkVisual.TEMPLATES);
    }

    ObjectNode create(Parameters parameters) {
        return world.exclusively(() -> {
            String id = templates.newUuid();
            templates.save(id, template(id, parameters));
            return Data.of(id);
        });
    }

    ObjectNode update(Parameters parameters) {
        return world.exclusively(() -> {
            String id = required(parameters).path("TemplateId").asText();
            templates.save(id, template(id, parameters));
            return Data.none();
        });
    }

    private static ObjectNode template(String id, Parameters parameters) {
        JsonNode sections = parameters.json().path("TimeSections");
        Refusal.unless(
                parameters.number("AllDay", 0) == 1 || !sections.isEmpty(),
                Codes.PARAMETER,
                "TimeSections are needed unless AllDay is 1");
        for (JsonNode section : sections) {
            Refusal.unless(
                    section.hasNonNull("DayOfWeek")
                            && section.path("Begin").asInt(0)
                                    < section.path("End").asInt(0),
                    Codes.PARAMETER,
                    "A time section must have a day and begin before its end: " + section);
        }
        ObjectNode template = Data.object()
                .put("TemplateId", id)
                .put("Name", parameters.text("Name"))
                .put("AllDay", parameters.number("AllDay", 0))
                .put("Default", 0);
        ArrayNode list = template.putArray("TimeSectionList");
        sections.forEach(section -> list.add(section.deepCopy()));
        return template;
    }

    ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> {
            String id = required(parameters).path("TemplateId").asText();
            boolean used = Stream.of(LinkVisual.PLANS, LinkVisual.EVENT_PLANS)
                    .flatMap(kind -> world.records(kind).all().stream())
                    .anyMatch(plan -> plan.path("TemplateId").asText().equals(id));
            Refusal.unless(!used, Codes.PARAMETER, "Time template " + id + " is used by a plan");
            templates.remove(id);
            return Data.none();
        });
    }

    ObjectNode detail(Parameters parameters) {
        return Data.of(required(parameters));
    }

    ObjectNode list(Parameters parameters) {
        return Pages.counted(templates.all(), parameters, template -> template);
    }

    /** The template that a parameter names. */
    ObjectNode required(Parameters parameters) {
        String id = parameters.text("TemplateId");
        ObjectNode template = templates.get(id);
        Refusal.unless(template != null, Codes.PARAMETER, "There is no time template " + id);
        return template;
    }
}

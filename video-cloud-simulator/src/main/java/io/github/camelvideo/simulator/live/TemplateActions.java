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
package io.github.camelvideo.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Makes, changes, reads and deletes the templates of one kind. What was never given is shown as empty, zero or false. */
final class TemplateActions {

    private static final int ID_DIGITS = 6;

    private final TemplateKind kind;
    private final World world;
    private final Records templates;
    private final Shapes shapes;
    private final Codes codes;
    private final Clock clock;

    TemplateActions(TemplateKind kind, World world, Shapes shapes, Codes codes, Clock clock) {
        this.kind = kind;
        this.world = world;
        this.templates = world.records(kind.templates());
        this.shapes = shapes;
        this.codes = codes;
        this.clock = clock;
    }

    void addTo(Map<String, Behaviour> behaviours) {
        behaviours.put(kind.create(), this::create);
        behaviours.put(kind.modify(), this::modify);
        behaviours.put(kind.delete(), this::delete);
        behaviours.put(kind.list(), this::list);
        if (codes.api().action(kind.read()) != null) {
            behaviours.put(kind.read(), this::read);
        }
    }

    private ObjectNode create(Parameters parameters) {
        return world.exclusively(() -> {
            if (templates.size() >= kind.most()) {
                throw codes.refusal(
                        kind.create(), Codes.Wrong.TOO_MANY, "There are " + kind.most() + " templates already");
            }
            if (kind.needsAddress() && parameters.json().properties().stream().noneMatch(TemplateActions::isAddress)) {
                throw new Refusal("InvalidParameter", "At least one of the parameters that end in NotifyUrl is needed");
            }
            String id = templates.newId(ID_DIGITS);
            ObjectNode template = settings(parameters);
            String now = TimeStyle.UTC.write(clock.instant());
            template.put(kind.idName(), Long.parseLong(id))
                    .put("CreateTime", now)
                    .put("UpdateTime", now);
            templates.save(id, template);
            return JsonNodeFactory.instance.objectNode().put(kind.idName(), Long.parseLong(id));
        });
    }

    private static boolean isAddress(Map.Entry<String, JsonNode> parameter) {
        return parameter.getKey().endsWith("NotifyUrl")
                && !parameter.getValue().asText().isEmpty();
    }

    private ObjectNode modify(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode template = required(kind.modify(), parameters);
            template.setAll(settings(parameters));
            template.put("UpdateTime", TimeStyle.UTC.write(clock.instant()));
            templates.save(parameters.text(kind.idName()), template);
            return JsonNodeFactory.instance.objectNode();
        });
    }

    private ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> {
            required(kind.delete(), parameters);
            String id = parameters.text(kind.idName());
            boolean used = world.records(kind.rules()).all().stream()
                    .anyMatch(rule -> rule.path("TemplateId").asText().equals(id));
            if (used) {
                throw codes.refusal(kind.delete(), Codes.Wrong.IN_USE, "A rule uses template " + id);
            }
            templates.remove(id);
            return JsonNodeFactory.instance.objectNode();
        });
    }

    private ObjectNode read(Parameters parameters) {
        return JsonNodeFactory.instance.objectNode().set(kind.item(), show(required(kind.read(), parameters)));
    }

    private ObjectNode list(Parameters parameters) {
        long delayed = parameters.number("IsDelayLive", 0);
        String name = parameters.filled("Name");
        List<ObjectNode> all = templates.all().stream()
                .filter(template -> template.path("IsDelayLive").asLong() == delayed)
                .filter(template ->
                        name == null || template.path("WatermarkName").asText().contains(name))
                .map(this::show)
                .toList();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode page = answer.putArray(kind.items());
        if (kind.paged()) {
            long size = parameters.number("PageSize", kind.most());
            answer.put("TotalNum", all.size());
            all.stream()
                    .skip((parameters.number("PageNo", 1) - 1) * size)
                    .limit(size)
                    .forEach(page::add);
        } else {
            page.addAll(all);
        }
        return answer;
    }

    private ObjectNode required(String action, Parameters parameters) {
        ObjectNode template = templates.get(parameters.text(kind.idName()));
        if (template == null) {
            throw codes.refusal(action, Codes.Wrong.UNKNOWN, "There is no template " + parameters.text(kind.idName()));
        }
        return template;
    }

    private static ObjectNode settings(Parameters parameters) {
        ObjectNode settings = parameters.json().deepCopy();
        settings.properties().removeIf(setting -> setting.getValue().isNull());
        return settings;
    }

    /** Some settings can be given but not be read. */
    private ObjectNode show(ObjectNode template) {
        return shapes.complete(kind.type(), template);
    }
}

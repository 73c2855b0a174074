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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Binds the templates of one kind to domain, path and stream.
 *
 * <p>A rule is known by what its delete action asks for, each part exactly as it was given at the start: a part that was
 * left out is an empty string.
 */
final class RuleActions {

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9*-]+(\\.[A-Za-z0-9-]+)+");
    private static final int MOST_TRANSCODE_RULES = 50;

    private final TemplateKind kind;
    private final World world;
    private final Records rules;
    private final Shapes shapes;
    private final Codes codes;
    private final Clock clock;
    private final String create;
    private final String delete;

    RuleActions(TemplateKind kind, World world, Shapes shapes, Codes codes, Clock clock) {
        this.kind = kind;
        this.world = world;
        this.rules = world.records(kind.rules());
        this.shapes = shapes;
        this.codes = codes;
        this.clock = clock;
        this.create = "CreateLive" + kind.noun() + "Rule";
        this.delete = "DeleteLive" + kind.noun() + "Rule";
    }

    void addTo(Map<String, Behaviour> behaviours) {
        behaviours.put(create, this::create);
        behaviours.put(delete, this::delete);
        behaviours.put("DescribeLive" + kind.noun() + "Rules", this::list);
    }

    private ObjectNode create(Parameters parameters) {
        checkDomain(create, parameters);
        return world.exclusively(() -> {
            String template = parameters.text("TemplateId");
            if (!world.records(kind.templates()).contains(template)) {
                throw codes.refusal(create, Codes.Wrong.UNKNOWN_TEMPLATE, "There is no template " + template);
            }
            String key = key(parameters);
            // where no code is documented, the new rule takes the place of the old one
            if (rules.contains(key)
                    && codes.api().action(create).errors().contains("FailedOperation.RuleAlreadyExist")) {
                throw codes.refusal(create, Codes.Wrong.TAKEN, "There is a rule already for " + key);
            }
            if (kind.noun().equals("Transcode") && rules.size() >= MOST_TRANSCODE_RULES) {
                throw codes.refusal(create, Codes.Wrong.TOO_MANY, "There are " + rules.size() + " rules already");
            }
            rules.save(key, rule(parameters));
            return JsonNodeFactory.instance.objectNode();
        });
    }

    private ObjectNode rule(Parameters parameters) {
        String now = TimeStyle.UTC.write(clock.instant());
        ObjectNode rule = JsonNodeFactory.instance
                .objectNode()
                .put("CreateTime", now)
                .put("UpdateTime", now)
                .put("TemplateId", parameters.number("TemplateId", 0))
                .put("DomainName", parameters.text("DomainName"))
                .put("AppName", part(parameters, "AppName"))
                .put("StreamName", part(parameters, "StreamName"));
        return shapes.complete(kind.ruleType(), rule);
    }

    private ObjectNode delete(Parameters parameters) {
        checkDomain(delete, parameters);
        String key = key(parameters);
        if (!rules.remove(key)) {
            throw codes.refusal(delete, Codes.Wrong.UNKNOWN, "There is no rule for " + key);
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode list(Parameters parameters) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        rules.all().stream()
                .filter(rule ->
                        parameters.allows("TemplateIds", rule.path("TemplateId").asText()))
                .filter(rule ->
                        parameters.allows("DomainNames", rule.path("DomainName").asText()))
                .forEach(answer.putArray("Rules")::add);
        return answer;
    }

    private void checkDomain(String action, Parameters parameters) {
        String domain = parameters.text("DomainName");
        if (!DOMAIN.matcher(domain).matches()) {
            throw codes.refusal(action, Codes.Wrong.DOMAIN_FORMAT, "DomainName is no domain: " + domain);
        }
    }

    private String key(Parameters parameters) {
        return codes.api().action(delete).parameters().keySet().stream()
                .map(name -> name + "=" + part(parameters, name))
                .collect(Collectors.joining(", "));
    }

    private static String part(Parameters parameters, String name) {
        String text = parameters.text(name);
        return text == null ? "" : text;
    }
}

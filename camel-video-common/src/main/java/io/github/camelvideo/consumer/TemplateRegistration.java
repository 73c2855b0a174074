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
package io.github.camelvideo.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.CallbackSpec.Registration;
import io.github.camelvideo.catalog.CallbackSpec.Template;
import io.github.camelvideo.json.Digests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registration by a template with the addresses, and a rule for each target. The name of a template tells that it was made here: it has a
 * digest of the address.
 */
final class TemplateRegistration {

    private static final Logger LOG = LoggerFactory.getLogger(TemplateRegistration.class);

    private static final String PREFIX = "camel-video-";
    private static final int DIGITS = 16;

    private final RegistrationCalls calls;
    private final Registration kind;
    private final Template template;
    private final RegisteredAddress address;

    TemplateRegistration(RegistrationCalls calls, Registration kind, RegisteredAddress address) {
        this.calls = calls;
        this.kind = kind;
        this.template = kind.template();
        this.address = address;
    }

    void register(List<RegistrationTarget> targets) throws InterruptedException {
        List<JsonNode> templates = calls.find(template.list(), Map.of());
        List<JsonNode> rules = rules();
        List<JsonNode> current = named(templates, address.url());
        List<JsonNode> former = named(templates, address.formerUrl());
        List<RegistrationTarget> missing = new ArrayList<>();
        List<RegistrationTarget> moving = new ArrayList<>();
        for (RegistrationTarget target : targets) {
            JsonNode rule = rule(rules, target);
            if (rule == null) {
                missing.add(target);
            } else if (isOneOf(former, rule)) {
                moving.add(target);
            } else if (!isOneOf(current, rule)) {
                warnForeign(target);
            }
        }
        if (current.isEmpty() && former.isEmpty() && missing.isEmpty()) {
            return;
        }
        // a template that is renamed keeps its rules
        boolean renames = current.isEmpty();
        JsonNode id = ensure(renames ? former : current);
        if (!renames) {
            for (RegistrationTarget target : moving) {
                removeRule(target);
            }
            missing.addAll(moving);
        }
        for (RegistrationTarget target : missing) {
            ObjectNode parameters = calls.parameters(template.rules().create(), target.values());
            parameters.set(template.id(), id);
            calls.call(template.rules().create(), parameters);
            LOG.info("{}: registered for {}", calls.name(), target.text());
        }
        if (!renames && !former.isEmpty()) {
            removeUnused(former);
        }
    }

    void remove(List<RegistrationTarget> targets) throws InterruptedException {
        List<JsonNode> templates = calls.find(template.list(), Map.of());
        List<JsonNode> ours = new ArrayList<>(named(templates, address.url()));
        ours.addAll(named(templates, address.formerUrl()));
        List<JsonNode> rules = rules();
        for (RegistrationTarget target : targets) {
            JsonNode rule = rule(rules, target);
            if (rule != null && isOneOf(ours, rule)) {
                removeRule(target);
                LOG.info("{}: no longer registered for {}", calls.name(), target.text());
            }
        }
        removeUnused(ours);
    }

    /** Templates have the present content afterwards; one is made where there is none. Gives the ID of the first. */
    private JsonNode ensure(List<JsonNode> templates) throws InterruptedException {
        ObjectNode content = content();
        for (JsonNode found : templates) {
            if (differs(content, found)) {
                ObjectNode parameters = content.deepCopy();
                parameters.set(template.id(), found.path(template.id()));
                calls.call(template.modify(), parameters);
                LOG.info(
                        "{}: updated callback template {}",
                        calls.name(),
                        found.path(template.id()).asText());
            }
        }
        if (!templates.isEmpty()) {
            return templates.get(0).path(template.id());
        }
        if (address.key().isEmpty()) {
            content.remove(kind.key());
        }
        JsonNode id = calls.call(template.create(), content).path(template.id());
        LOG.info("{}: created callback template {}", calls.name(), id.asText());
        return id;
    }

    private ObjectNode content() {
        ObjectNode content = calls.parameters(template.create(), Map.of(template.name(), nameFor(address.url())));
        kind.urls().values().forEach(parameter -> content.put(parameter, address.url()));
        if (kind.key() != null) {
            content.put(kind.key(), address.key());
        }
        return content;
    }

    private boolean differs(ObjectNode content, JsonNode found) {
        return content.properties().stream()
                .anyMatch(field -> !template.unlisted().contains(field.getKey())
                        && !found.path(field.getKey())
                                .asText("")
                                .equals(field.getValue().asText()));
    }

    private void removeUnused(List<JsonNode> templates) throws InterruptedException {
        if (templates.isEmpty()) {
            return;
        }
        List<JsonNode> rules = rules();
        for (JsonNode found : templates) {
            JsonNode id = found.path(template.id());
            if (rules.stream().anyMatch(rule -> isOneOf(List.of(found), rule))) {
                LOG.warn(
                        "{}: callback template {} is kept, since other rules use it. Name what they are for in registerFor to remove them.",
                        calls.name(),
                        id.asText());
            } else {
                ObjectNode parameters = calls.parameters(template.remove(), Map.of());
                parameters.set(template.id(), id);
                calls.call(template.remove(), parameters);
                LOG.info("{}: removed callback template {}", calls.name(), id.asText());
            }
        }
    }

    private void removeRule(RegistrationTarget target) throws InterruptedException {
        String action = template.rules().remove();
        calls.call(action, calls.parameters(action, target.values()));
    }

    private List<JsonNode> rules() throws InterruptedException {
        return calls.find(template.rules().list(), Map.of());
    }

    private static JsonNode rule(List<JsonNode> rules, RegistrationTarget target) {
        return rules.stream().filter(target::isIn).findFirst().orElse(null);
    }

    private boolean isOneOf(List<JsonNode> templates, JsonNode rule) {
        String id = rule.path(template.id()).asText();
        return templates.stream()
                .anyMatch(found -> found.path(template.id()).asText().equals(id));
    }

    private List<JsonNode> named(List<JsonNode> templates, String url) {
        return url == null
                ? List.of()
                : templates.stream()
                        .filter(found -> found.path(template.name()).asText().equals(nameFor(url)))
                        .toList();
    }

    private static String nameFor(String url) {
        return PREFIX + Digests.sha256Hex(Digests.utf8(url)).substring(0, DIGITS);
    }

    private void warnForeign(RegistrationTarget target) {
        LOG.warn(
                "{}: not registered for {}: it has a callback rule already, which this route did not make. Remove that rule at the"
                        + " vendor and start the route again, or enter callbackUrl in its template. If autoRegister made it"
                        + " with another address, set formerCallbackUrl.",
                calls.name(),
                target.text());
    }
}

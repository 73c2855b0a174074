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
import io.github.camelvideo.catalog.CallbackSpec.Setting;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registration in a setting of each target. Where the vendor's action replaces all settings of the target, those that were read are written
 * back; a target with settings that the catalog does not know is left as it is, since they would be lost.
 */
final class SettingRegistration {

    private static final Logger LOG = LoggerFactory.getLogger(SettingRegistration.class);

    private final RegistrationCalls calls;
    private final Registration kind;
    private final Setting setting;
    private final RegisteredAddress address;

    SettingRegistration(RegistrationCalls calls, Registration kind, RegisteredAddress address) {
        this.calls = calls;
        this.kind = kind;
        this.setting = kind.setting();
        this.address = address;
    }

    /** @throws InvalidRequestException when there is no such target */
    void register(RegistrationTarget target) throws InterruptedException {
        JsonNode found = find(target);
        if (found == null) {
            throw new InvalidRequestException(calls.name() + ": registerFor=" + target.text()
                    + ": the vendor does not know this name. Correct registerFor.");
        }
        List<String> urls = urls(found);
        if (urls.stream().anyMatch(url -> !url.isEmpty() && !address.isOurs(url))) {
            LOG.warn(
                    "{}: not registered for {}: it calls another address already. Remove that address at the vendor and start the"
                            + " route again. If autoRegister entered it, set formerCallbackUrl.",
                    calls.name(),
                    target.text());
            return;
        }
        boolean isRegistered = urls.stream().allMatch(address.url()::equals)
                && (kind.key() == null || text(found, kind.key()).equals(address.key()));
        if (!isRegistered && write(target, found, address.url(), address.key())) {
            LOG.info("{}: registered for {}", calls.name(), target.text());
        }
    }

    void remove(RegistrationTarget target) throws InterruptedException {
        JsonNode found = find(target);
        List<String> urls = found == null ? List.of() : urls(found);
        boolean isRegistered = urls.stream().anyMatch(address::isOurs)
                && urls.stream().allMatch(url -> url.isEmpty() || address.isOurs(url));
        if (isRegistered && write(target, found, "", "")) {
            LOG.info("{}: no longer registered for {}", calls.name(), target.text());
        }
    }

    private JsonNode find(RegistrationTarget target) throws InterruptedException {
        return calls.find(setting.read(), target.values()).stream()
                .filter(target::isIn)
                .findFirst()
                .orElse(null);
    }

    private Set<String> paths() {
        return new LinkedHashSet<>(kind.urls().values());
    }

    private List<String> urls(JsonNode found) {
        return paths().stream().map(path -> text(found, path)).toList();
    }

    private static String text(JsonNode found, String path) {
        return ExactJson.at(found, path).asText("");
    }

    /** @return false where that would lose settings */
    private boolean write(RegistrationTarget target, JsonNode found, String url, String key)
            throws InterruptedException {
        ObjectNode parameters = ExactJson.object();
        if (setting.replaces()) {
            Set<String> unknown = unknown(found);
            if (!unknown.isEmpty()) {
                LOG.warn(
                        "{}: not changed for {}: it has settings that this version does not know, {}, which a change would lose."
                                + " Enter or remove callbackUrl at the vendor.",
                        calls.name(),
                        target.text(),
                        unknown);
                return false;
            }
            parameters.setAll(calls.settings(found, setting.modify()));
        }
        parameters.setAll(calls.parameters(setting.modify(), target.values()));
        parameters.setAll(calls.parameters(setting.modify(), setting.values()));
        paths().forEach(path -> set(parameters, path, url));
        if (kind.key() != null) {
            set(parameters, kind.key(), key);
        }
        calls.call(setting.modify(), parameters);
        return true;
    }

    private Set<String> unknown(JsonNode found) {
        Set<String> names = new TreeSet<>();
        found.fieldNames().forEachRemaining(names::add);
        names.removeAll(calls.fields(setting.read()));
        return names;
    }

    /** An empty value clears a setting: by its absence where all are replaced. */
    private void set(ObjectNode parameters, String path, String value) {
        int dot = path.lastIndexOf('.');
        String name = path.substring(dot + 1);
        if (!value.isEmpty() || !setting.replaces()) {
            ObjectNode holder = parameters;
            for (String step : dot < 0 ? new String[0] : path.substring(0, dot).split("\\.")) {
                holder = holder.get(step) instanceof ObjectNode inner ? inner : holder.putObject(step);
            }
            holder.put(name, value);
        } else {
            clear(parameters, path);
        }
    }

    /** With it goes what it leaves empty. */
    private static void clear(ObjectNode parameters, String path) {
        int dot = path.lastIndexOf('.');
        JsonNode holder = ExactJson.at(parameters, dot < 0 ? "" : path.substring(0, dot));
        if (holder instanceof ObjectNode object) {
            object.remove(path.substring(dot + 1));
            if (dot >= 0 && object.isEmpty()) {
                clear(parameters, path.substring(0, dot));
            }
        }
    }
}

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
package io.github.camelvideo.kafka;

import io.github.camelvideo.catalog.CatalogException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;

/**
 * Checks the settings of a connector against the catalog, without a call: the endpoint is made as a task would make it, and what it refuses
 * is reported at the setting that the message names. Stateless.
 */
final class ConfigCheck {

    private ConfigCheck() {}

    /**
     * Adds to what was found by the types of the settings.
     *
     * @param byType the settings that the connector defines, with their values
     * @return the same and, if something is wrong with them, those that it does not define
     */
    static Config check(Vendor vendor, ConnectorOptions options, Map<String, String> given, Config byType) {
        List<ConfigValue> values = new ArrayList<>(byType.configValues());
        boolean isReadable =
                values.stream().allMatch(value -> value.errorMessages().isEmpty());
        if (!isReadable) {
            return byType;
        }
        ConnectorSettings settings = new ConnectorSettings(vendor, options, given);
        Map<String, String> refused = settings.refusedNames();
        refused.forEach((name, problem) -> report(values, name, given.get(name), problem));
        if (refused.isEmpty()) {
            try (ConnectorFeed feed = ConnectorFeed.of(settings)) {
                feed.feed();
            } catch (IllegalArgumentException | CatalogException e) {
                places(settings, e.getMessage()).forEach(name -> report(values, name, given.get(name), e.getMessage()));
            }
        }
        return new Config(values);
    }

    private static List<String> places(ConnectorSettings settings, String message) {
        if (message.matches("(?s)[Cc]atalogs?[ :].*")) {
            return List.of("catalogs");
        }
        List<String> named = settings.namedIn(message);
        if (!named.isEmpty()) {
            return named;
        }
        boolean isApi = settings.api() != null && message.startsWith("Unknown API");
        return List.of(isApi ? ConnectorOptions.API : ConnectorOptions.ACTION);
    }

    private static void report(List<ConfigValue> values, String name, String given, String problem) {
        ConfigValue place = values.stream()
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    ConfigValue other = new ConfigValue(name);
                    // not defined, so nobody knows that it is no secret
                    other.value(given == null ? null : new org.apache.kafka.common.config.types.Password(given));
                    values.add(other);
                    return other;
                });
        place.addErrorMessage(problem);
    }
}

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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * The settings that a user has given to a connector, divided by what they are for: the connector, options of the component, parameters of
 * the action, or Connect itself, which passes its own settings on. Immutable.
 */
final class ConnectorSettings {

    /** Settings of Connect without a dot; others have one. */
    private static final Set<String> OF_CONNECT = Set.of("name", "transforms", "predicates");

    private final Vendor vendor;
    private final ConnectorOptions options;
    private final Map<String, String> given;
    private final AbstractConfig parsed;

    /** @throws org.apache.kafka.common.config.ConfigException when a setting is missing or of another type */
    ConnectorSettings(Vendor vendor, ConnectorOptions options, Map<String, String> given) {
        this.vendor = vendor;
        this.options = options;
        this.given = new TreeMap<>(given);
        // without logging: values are nobody else's business
        this.parsed = new AbstractConfig(options.definition(), given, false);
    }

    Vendor vendor() {
        return vendor;
    }

    /** API and action as the path of a URI. */
    String path() {
        return vendor.hasApis()
                ? parsed.getString(ConnectorOptions.API) + "/" + parsed.getString(ConnectorOptions.ACTION)
                : parsed.getString(ConnectorOptions.ACTION);
    }

    String api() {
        return vendor.hasApis() ? parsed.getString(ConnectorOptions.API) : null;
    }

    String topic() {
        return parsed.getString(ConnectorOptions.TOPIC);
    }

    String heartbeatTopic() {
        String topic = parsed.getString(ConnectorOptions.HEARTBEAT_TOPIC);
        return topic == null || topic.isBlank() ? topic() + "-heartbeat" : topic;
    }

    boolean hasSchemas() {
        return parsed.getBoolean(ConnectorOptions.SCHEMAS);
    }

    int maxBatchSize() {
        return parsed.getInt(ConnectorOptions.MAX_BATCH_SIZE);
    }

    String catalogs() {
        return parsed.getString("catalogs");
    }

    /** Whether Connect has promised to store records and offsets at once: the worker refuses this setting where it cannot. */
    boolean isExactlyOnce() {
        return "required".equalsIgnoreCase(given.get("exactly.once.support"));
    }

    /** The options and parameters of the endpoint, by the names that a URI has. */
    Map<String, Object> endpointParameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        given.forEach((key, value) -> {
            if (key.startsWith(ConnectorOptions.PARAMETERS)) {
                parameters.put(key.substring(ConnectorOptions.PARAMETERS.length()), value);
            } else if (!isOthers(key)) {
                parameters.put(key, value);
            }
        });
        return parameters;
    }

    private boolean isOthers(String key) {
        if (key.startsWith(ConnectorOptions.PARAMETERS)) {
            return false;
        }
        boolean isParameter = !key.isEmpty() && Character.isUpperCase(key.charAt(0));
        return options.isOfConnector(key)
                || key.equals("catalogs")
                || key.equals(ConnectorOptions.API)
                || key.equals(ConnectorOptions.ACTION)
                || OF_CONNECT.contains(key)
                || key.indexOf('.') > 0 && !isParameter;
    }

    /** The names that the connector refuses although the component takes them, with what to do. */
    Map<String, String> refusedNames() {
        Map<String, String> refused = new TreeMap<>();
        for (String key : given.keySet()) {
            if (isOthers(key)) {
                continue;
            }
            if (options.isWithoutMeaning(key)) {
                refused.put(key, "Not supported by the connector. " + options.remedy(key));
            } else if (options.inAnotherCase(key) != null) {
                refused.put(key, "Unknown setting (did you mean '" + options.inAnotherCase(key) + "'?).");
            }
        }
        return refused;
    }

    /** The settings that a message of the component speaks of: {@code 'name'}, {@code name=value}, {@code name:}. */
    List<String> namedIn(String message) {
        List<String> named = new ArrayList<>();
        for (String key : given.keySet()) {
            String name = key.startsWith(ConnectorOptions.PARAMETERS)
                    ? key.substring(ConnectorOptions.PARAMETERS.length())
                    : key;
            Pattern mention = Pattern.compile("'NAME['\\[]|(?<![\\w.])NAME=|(^|[:;] )NAME[: ]|\\boption NAME\\b"
                    .replace("NAME", Pattern.quote(name)));
            if (!isOthers(key) && mention.matcher(message).find()) {
                named.add(key);
            }
        }
        return named;
    }
}

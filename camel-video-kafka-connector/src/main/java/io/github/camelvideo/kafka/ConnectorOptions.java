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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/**
 * The configuration of a connector: what it needs as a connector, and the options of the component's endpoints under their own names, with
 * their own texts, as far as they make sense without a route. Immutable, for any thread.
 */
final class ConnectorOptions {

    static final String API = "api";
    static final String ACTION = "action";
    static final String TOPIC = "topic";
    static final String HEARTBEAT_TOPIC = "heartbeat.topic";
    static final String SCHEMAS = "schemas";
    static final String MAX_BATCH_SIZE = "max.batch.size";

    /** In front of the name of a parameter of the action; not needed where no option has its name. */
    static final String PARAMETERS = "parameters.";

    static final String DELAY = "delay";

    private static final String CONNECTOR_GROUP = "connector";
    private static final int DEFAULT_BATCH_SIZE = 1_000;

    /** The options of consumers that make sense without a route. */
    private static final Set<String> CONSUMER_OPTIONS = Set.of(
            "emit",
            "forEach",
            "forEachConcurrency",
            "forEachFrom",
            "forEachIn",
            "forEachInBody",
            "forEachRefresh",
            "gracePeriod",
            "initial",
            "lookback",
            "maxRemoved",
            "missing",
            "missingReadings",
            "offsetKey",
            "pageSize",
            "resync",
            "startFrom",
            "sweepEvery",
            "sweepSpan",
            "timeZone",
            "window");

    /** Of callbacks, though their labels are those of calls; and what converters do. */
    private static final Set<String> OTHERS_WITHOUT_MEANING =
            Set.of("allowFrom", "allowUnsigned", "callbackKey", "outputType");

    private static final Pattern DURATION =
            Pattern.compile("\\d+|(\\d+(ms|d|h|m|s)\\s*)+|-?P[0-9DTHMS.]+", Pattern.CASE_INSENSITIVE);

    private static final Set<String> IMPORTANT = Set.of("forEach", "forEachIn", "startFrom", "region");

    /** What to do in place of an option that has no meaning here; of options not named, that there is nothing to do. */
    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry("offsetRepository", "Connect stores the position in its own offsets"),
            Map.entry("positionCommit", "Connect stores the position with the records"),
            Map.entry("acknowledge", "An item cannot be acknowledged when its record is stored. Use a Camel route"),
            Map.entry("onFailure", "Use errors.tolerance of Connect"),
            Map.entry("maxRedeliveries", "Use errors.tolerance of Connect"),
            Map.entry("maxMessagesPerPoll", "Use " + MAX_BATCH_SIZE),
            Map.entry("lagAlarm", "Watch the watermark in the records of " + HEARTBEAT_TOPIC),
            Map.entry("outputType", "Use key.converter and value.converter of Connect, and " + SCHEMAS),
            Map.entry("forEachKeep", "Connect keeps the offset of a partition until it is reset"),
            Map.entry("share", "Use tasks.max of Connect"),
            Map.entry("leaseDuration", "Use tasks.max of Connect"),
            Map.entry("callback", "Connectors receive no callbacks. Use a Camel route"),
            Map.entry("acceptOffers", "Connectors take no offers. Use a Camel route"),
            Map.entry("offerTo", "Connectors take no offers. Use a Camel route"),
            Map.entry("mode", "A connector reads feeds alone. Use a Camel route for whole responses"),
            Map.entry("greedy", "A feed that has to catch up is read without a pause anyway"));

    private final Map<String, JsonNode> endpointOptions = new TreeMap<>();
    private final List<String> offered = new ArrayList<>();
    private final ConfigDef definition = new ConfigDef();
    private final Vendor vendor;

    private ConnectorOptions(Vendor vendor) {
        this.vendor = vendor;
        JsonNode metadata = read(vendor.metadata());
        metadata.get("properties").properties().forEach(option -> {
            if (option.getValue().get("kind").asText().equals("parameter")) {
                endpointOptions.put(option.getKey(), option.getValue());
            }
        });
        defineConnector();
        JsonNode catalogs = metadata.at("/componentProperties/catalogs");
        define("catalogs", catalogs, text(catalogs, "description"));
        metadata.get("properties").properties().forEach(option -> {
            if (isOffered(option.getKey(), option.getValue())) {
                define(option.getKey(), option.getValue(), text(option.getValue(), "description"));
            }
        });
    }

    static ConnectorOptions of(Vendor vendor) {
        return new ConnectorOptions(vendor);
    }

    private static JsonNode read(String resource) {
        try (InputStream in = ConnectorOptions.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        resource
                                + " is missing on the class path. Unpack the whole plugin archive into one folder of plugin.path.");
            }
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    private void defineConnector() {
        if (vendor.hasApis()) {
            own(
                    API,
                    Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    Importance.HIGH,
                    "API of the action, such as iotvideoindustry.");
        }
        own(
                ACTION,
                Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                Importance.HIGH,
                "Action that lists the items, such as DescribeWarnings. Must be a feed. Parameters of the action are set by their names, or by "
                        + PARAMETERS + "<name> where a setting of the connector has the same name.");
        own(
                TOPIC,
                Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                Importance.HIGH,
                "Topic that receives a record for each item.");
        own(
                HEARTBEAT_TOPIC,
                Type.STRING,
                null,
                Importance.LOW,
                "Topic that receives a record when the position has moved without an item, with the watermark as its value. The default is <topic>-heartbeat.");
        own(
                SCHEMAS,
                Type.BOOLEAN,
                false,
                Importance.MEDIUM,
                "Whether records have schemas made of the catalog's types. By default they have none, and the value is what the vendor's JSON says.");
        own(
                MAX_BATCH_SIZE,
                Type.INT,
                DEFAULT_BATCH_SIZE,
                Importance.LOW,
                ConfigDef.Range.atLeast(1),
                "Maximum number of records that wait to be taken by Connect, and of those taken at once.");
        own(
                DELAY,
                Type.STRING,
                null,
                Importance.MEDIUM,
                ConfigDef.LambdaValidator.with(ConnectorOptions::requireDuration, () -> "a duration"),
                "Time between two polls of the vendor, in milliseconds or as a duration such as 10s. The default is the catalog's value.");
    }

    private void own(String name, Type type, Object defaultValue, Importance importance, String description) {
        own(name, type, defaultValue, importance, null, description);
    }

    private void own(
            String name,
            Type type,
            Object defaultValue,
            Importance importance,
            ConfigDef.Validator validator,
            String description) {
        String display = name.substring(0, 1).toUpperCase(Locale.ROOT)
                + name.substring(1).replace('.', ' ');
        definition.define(
                name,
                type,
                defaultValue,
                validator,
                importance,
                description,
                CONNECTOR_GROUP,
                offered.size(),
                Width.MEDIUM,
                display);
        offered.add(name);
    }

    private static boolean isOffered(String name, JsonNode option) {
        String label = text(option, "label");
        boolean isParameter = text(option, "kind").equals("parameter");
        boolean isOfCalls = !label.startsWith("consumer") && !label.startsWith("producer");
        return isParameter && !OTHERS_WITHOUT_MEANING.contains(name) && (isOfCalls || CONSUMER_OPTIONS.contains(name));
    }

    private void define(String name, JsonNode option, String description) {
        Type type = type(option);
        Object defaultValue = option.has("defaultValue") ? defaultValue(type, option.get("defaultValue")) : null;
        List<Object> values = new ArrayList<>();
        option.path("enum").forEach(value -> values.add(value.asText()));
        definition.define(
                name,
                type,
                defaultValue,
                validator(option, values),
                importance(name, option),
                description,
                text(option, "group"),
                offered.size(),
                Width.MEDIUM,
                text(option, "displayName"),
                List.of(),
                values.isEmpty() ? null : new Values(values));
        offered.add(name);
    }

    private static ConfigDef.Validator validator(JsonNode option, List<Object> values) {
        if (text(option, "type").equals("duration")) {
            return ConfigDef.LambdaValidator.with(ConnectorOptions::requireDuration, () -> "a duration");
        }
        return values.isEmpty()
                ? null
                : ConfigDef.LambdaValidator.with((name, value) -> requireOneOf(name, value, values), values::toString);
    }

    /** Of what is no duration, Camel makes none at all. */
    private static void requireDuration(String name, Object value) {
        if (value != null && !DURATION.matcher(value.toString().strip()).matches()) {
            throw new ConfigException(name, value, "must be a duration such as 10s, 5m, 1h30m, PT10M or milliseconds");
        }
    }

    /** The values that tools offer. */
    private record Values(List<Object> values) implements ConfigDef.Recommender {

        @Override
        public List<Object> validValues(String name, Map<String, Object> config) {
            return values;
        }

        @Override
        public boolean visible(String name, Map<String, Object> config) {
            return true;
        }
    }

    /** In any case, and with - for _, as Camel takes them. */
    private static void requireOneOf(String name, Object value, List<Object> values) {
        String given = value == null ? null : value.toString().replace('-', '_');
        if (given != null && values.stream().noneMatch(one -> one.toString().equalsIgnoreCase(given))) {
            throw new ConfigException(
                    name, value, "must be one of " + values.toString().replaceAll("[\\[\\]]", ""));
        }
    }

    private static Type type(JsonNode option) {
        if (option.path("secret").asBoolean()) {
            return Type.PASSWORD;
        }
        return switch (text(option, "type")) {
            case "boolean" -> Type.BOOLEAN;
            case "integer" -> Type.INT;
            default -> Type.STRING;
        };
    }

    private static Object defaultValue(Type type, JsonNode value) {
        return switch (type) {
            case BOOLEAN -> value.asBoolean();
            case INT -> value.asInt();
            default -> value.asText();
        };
    }

    private static Importance importance(String name, JsonNode option) {
        if (option.path("secret").asBoolean() || IMPORTANT.contains(name)) {
            return Importance.HIGH;
        }
        String label = text(option, "label");
        return label.equals("common") || label.equals("consumer") ? Importance.MEDIUM : Importance.LOW;
    }

    private static String text(JsonNode option, String name) {
        return option.path(name).asText("");
    }

    ConfigDef definition() {
        return definition;
    }

    /** Whether it is a setting of the connector, of whatever kind. */
    boolean isOffered(String name) {
        return offered.contains(name);
    }

    /** The names of all settings of the connector. */
    List<String> offered() {
        return List.copyOf(offered);
    }

    /** Whether it is an option of endpoints that the connector does not have. */
    boolean isWithoutMeaning(String name) {
        return endpointOptions.containsKey(name) && !isOffered(name);
    }

    /** Whether the setting is one of the connector alone, and no option of the component. */
    boolean isOfConnector(String name) {
        return isOffered(name) && !name.equals(DELAY) && !name.equals("catalogs") && !endpointOptions.containsKey(name);
    }

    /** The setting whose name differs in small and capital letters alone, or null. */
    String inAnotherCase(String name) {
        return offered.stream()
                .filter(option -> option.equalsIgnoreCase(name) && !option.equals(name))
                // the vendors' parameters begin with a capital letter, and some have the name of an option
                .filter(option -> !Character.isUpperCase(name.charAt(0)))
                .findAny()
                .orElse(null);
    }

    /** Why an option is not offered, and what to do. */
    String remedy(String name) {
        return REMEDIES.getOrDefault(name, "It has no effect without a Camel route. Remove it") + ".";
    }
}

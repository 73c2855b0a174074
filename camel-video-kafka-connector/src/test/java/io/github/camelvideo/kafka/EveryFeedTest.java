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

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogFinder;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.SnapshotSpec;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.ItemId;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.delivery.FeedFactory;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.feed.FeedScenario;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.ConnectSchema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every feed of all catalogs: its settings are accepted, and its items become records with and without schemas. */
class EveryFeedTest {

    private static final Instant NOW = Instant.parse("2026-06-01T16:00:00Z");
    private static final JsonConverter PLAIN = new JsonConverter();
    private static final JsonConverter WITH_SCHEMAS = new JsonConverter();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static {
        PLAIN.configure(Map.of("schemas.enable", "false"), false);
        WITH_SCHEMAS.configure(Map.of("schemas.enable", "true"), false);
    }

    private record DeclaredFeed(Vendor vendor, ApiCatalog api, Action action) {}

    static Stream<Named<DeclaredFeed>> feeds() throws IOException {
        List<Named<DeclaredFeed>> feeds = new ArrayList<>();
        for (Vendor vendor : Vendor.values()) {
            Catalogs catalogs = new Catalogs(
                    CatalogFinder.find(EveryFeedTest.class.getClassLoader(), List.of(vendor.scheme()), null));
            for (String id : catalogs.ids()) {
                ApiCatalog api = catalogs.get(id);
                api.actions().values().stream()
                        .filter(action -> action.feed() != null)
                        .forEach(action ->
                                feeds.add(Named.of(id + "/" + action.name(), new DeclaredFeed(vendor, api, action))));
            }
        }
        assertThat(feeds).hasSizeGreaterThanOrEqualTo(148);
        return feeds.stream();
    }

    private static Map<String, String> settings(DeclaredFeed feed, FeedScenario scenario) {
        Map<String, String> settings = new HashMap<>();
        settings.put("topic", "t");
        if (feed.api().id().equals("live-v2017")) {
            settings.put("appId", VideoCloudSimulator.APP_ID);
            settings.put("apiKey", VideoCloudSimulator.API_KEY);
        }
        settings.put("action", feed.action().name());
        if (feed.vendor().hasApis()) {
            settings.put("api", feed.api().id());
        }
        if (feed.action().region() == Action.RegionRule.REQUIRED) {
            settings.put("region", feed.action().regions().get(0));
        }
        if (feed.action().feed() instanceof SnapshotSpec) {
            settings.put("initial", "announce");
        }
        Set<String> supplied = new HashSet<>(FeedFactory.suppliedParameters(feed.action()));
        List<String> parameters = scenario.partitionParameters();
        if (!parameters.isEmpty()) {
            settings.put("forEach", String.join(",", parameters));
            settings.put(
                    "forEachIn",
                    String.join(
                            parameters.size() == 1 ? "," : ";",
                            scenario.partitions().stream()
                                    .map(partition -> String.join(",", partition.values()))
                                    .toList()));
            supplied.addAll(parameters);
        }
        feed.action().parameters().values().stream()
                .filter(field -> field.required() && !supplied.contains(field.name()))
                .forEach(field -> settings.put("parameters." + field.name(), sample(field)));
        return settings;
    }

    private static String sample(Field field) {
        if (!field.values().isEmpty()) {
            return field.values().get(0);
        }
        return switch ((field.type().isArray() ? field.type().item() : field.type()).kind()) {
            case INTEGER -> field.min() == null ? "1" : field.min().toString();
            case BOOLEAN -> "true";
            case FLOAT -> "1.5";
            default -> "sample";
        };
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void itemsBecomeRecords(DeclaredFeed declared) throws IOException {
        FeedScenario scenario = FeedScenario.of(declared.api(), declared.action());
        FeedScenario.Expected expected =
                scenario.items(scenario.firstSlot(NOW), 1, 1, 1).get(0);
        ConnectorOptions options = ConnectorOptions.of(declared.vendor());
        Map<String, String> given = settings(declared, scenario);
        ConnectorSettings settings = new ConnectorSettings(declared.vendor(), options, given);
        given.put("schemas", "true");
        ConnectorSettings withSchemas = new ConnectorSettings(declared.vendor(), options, given);
        Partition partition = new Partition(expected.item().partition());
        // of some, the engine makes the key, and of snapshots the time
        String itemKey = expected.key() == null ? "key" : expected.key();
        Instant time = expected.time() == null ? NOW : expected.time();
        FeedItem item = FeedItem.listed(new ItemId(partition, itemKey, ""), time, expected.body());

        try (ConnectorFeed feed = ConnectorFeed.of(settings)) {
            ItemRecords.Content plain = new ItemRecords(feed.feed(), settings).of(item);
            ItemRecords.Content typed = new ItemRecords(feed.feed(), withSchemas).of(item);

            JsonNode written = JSON.readTree(PLAIN.fromConnectData("t", plain.valueSchema(), plain.value()));
            assertThat(numbers(written))
                    .isEqualTo(numbers(JSON.readTree(expected.body().toString())));
            ConnectSchema.validateValue(typed.valueSchema(), typed.value());
            ConnectSchema.validateValue(typed.keySchema(), typed.key());
            SchemaAndValue read = WITH_SCHEMAS.toConnectData(
                    "t", WITH_SCHEMAS.fromConnectData("t", typed.valueSchema(), typed.value()));
            assertThat(read.value()).isEqualTo(typed.value());
            if (typed.value() instanceof Struct struct) {
                Map<String, String> others = struct.getMap(ItemSchema.OTHER);
                Set<String> known =
                        ItemType.of(declared.api(), declared.action()).fields().keySet();
                assertThat(others == null ? Map.of() : others).doesNotContainKeys(known.toArray(String[]::new));
            }
        }
    }

    /** 1 and 1.0 are one number. */
    private static JsonNode numbers(JsonNode json) {
        try {
            return JSON.readTree(json.toString().replaceAll("(?<=[:\\[,])(-?\\d+)\\.0+(?=[,}\\]])", "$1"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

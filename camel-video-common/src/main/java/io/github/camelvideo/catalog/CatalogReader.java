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
package io.github.camelvideo.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Turns a catalog document into records. Says which place of which document is broken. */
final class CatalogReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id;

    private CatalogReader(String id) {
        this.id = id;
    }

    static ApiCatalog read(String id, InputStream document) throws IOException {
        return new CatalogReader(id).api(JSON.readTree(document));
    }

    private ApiCatalog api(JsonNode root) {
        Action.RegionRule region = choice(Action.RegionRule.class, root, "region", Action.RegionRule.NONE);
        return new ApiCatalog(
                id,
                text(root, "title"),
                text(root, "version"),
                text(root, "protocol"),
                text(root, "endpoint"),
                texts(root.get("regions")),
                byKey(root.get("groups"), "id", group -> text(group, "title")),
                byKey(root.get("actions"), "name", action -> action(action, region)),
                byName(root.get("types"), fields -> byKey(fields, "name", this::field)),
                byKey(root.get("errors"), "code", this::error));
    }

    private Action action(JsonNode node, Action.RegionRule regionOfApi) {
        JsonNode paging = node.get("paging");
        JsonNode feed = node.get("feed");
        return new Action(
                text(node, "name"),
                text(node, "group"),
                text(node, "summary"),
                text(node, "method"),
                text(node, "path"),
                integer(node, "rateLimit"),
                flag(node, "deprecated"),
                flag(node, "mutates"),
                choice(Action.RegionRule.class, node, "region", regionOfApi),
                byKey(node.get("request"), "name", this::field),
                byKey(node.get("response"), "name", this::field),
                texts(node.get("errors")),
                isAbsent(paging) ? null : paging(paging),
                isAbsent(feed) ? null : feed(feed, isAbsent(paging) ? null : text(paging, "items")));
    }

    private Field field(JsonNode node) {
        return new Field(
                text(node, "name"),
                FieldType.parse(text(node, "type")),
                flag(node, "required"),
                flag(node, "nullable"),
                flag(node, "secret"),
                text(node, "summary"),
                number(node, "min"),
                number(node, "max"),
                integer(node, "maxItems"),
                texts(node.get("values")));
    }

    private Paging paging(JsonNode node) {
        return new Paging(
                choice(Paging.Style.class, node, "style", null),
                text(node, "number"),
                text(node, "size"),
                node.path("first").asInt(0),
                integer(node, "maxSize"),
                integer(node, "defaultSize"),
                text(node, "total"),
                text(node, "items"),
                text(node, "cursor"));
    }

    private FeedDefinition feed(JsonNode node, String pagedItems) {
        JsonNode time = node.get("time");
        JsonNode window = node.get("window");
        return new FeedDefinition(
                choice(FeedDefinition.Kind.class, node, "kind", null),
                node.has("items") ? text(node, "items") : pagedItems,
                texts(node.get("key")),
                isAbsent(time) ? null : time(time),
                isAbsent(window) ? null : window(window),
                byName(node.get("fixed"), value -> value),
                integer(node, "pageSize"),
                node.path("maxWindowItems").asInt(Integer.MAX_VALUE),
                duration(node, "lookback", Duration.ZERO),
                duration(node, "gracePeriod", Duration.ZERO),
                duration(node, "delay", null),
                duration(node, "retention", null),
                byName(node.get("acknowledge"), mapping -> byName(mapping, JsonNode::textValue)));
    }

    private FeedDefinition.Time time(JsonNode node) {
        List<FeedDefinition.TimeFormat> formats = new ArrayList<>();
        for (String format : texts(node.get("formats"))) {
            formats.add(choice(FeedDefinition.TimeFormat.class, format));
        }
        return new FeedDefinition.Time(text(node, "field"), List.copyOf(formats), zone(node));
    }

    private FeedDefinition.Window window(JsonNode node) {
        return new FeedDefinition.Window(
                text(node, "begin"),
                text(node, "end"),
                choice(FeedDefinition.TimeFormat.class, node, "format", null),
                zone(node),
                duration(node, "maxSpan", null),
                duration(node, "bucket", null));
    }

    private ErrorCode error(JsonNode node) {
        return new ErrorCode(
                text(node, "code"),
                text(node, "meaning"),
                choice(ErrorCode.Kind.class, node, "kind", ErrorCode.Kind.OTHER));
    }

    private <T> Map<String, T> byKey(JsonNode array, String key, Function<JsonNode, T> read) {
        Map<String, T> entries = new LinkedHashMap<>();
        if (!isAbsent(array)) {
            for (JsonNode node : array) {
                String name = text(node, key);
                if (entries.put(name, read.apply(node)) != null) {
                    throw new CatalogException("Catalog of API '" + id + "': '" + name + "' stands twice");
                }
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    private static <T> Map<String, T> byName(JsonNode object, Function<JsonNode, T> read) {
        Map<String, T> entries = new LinkedHashMap<>();
        if (!isAbsent(object)) {
            object.properties().forEach(entry -> entries.put(entry.getKey(), read.apply(entry.getValue())));
        }
        return Collections.unmodifiableMap(entries);
    }

    private static boolean isAbsent(JsonNode node) {
        return node == null || node.isNull();
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return isAbsent(value) ? null : value.asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        if (!isAbsent(array)) {
            array.forEach(value -> texts.add(value.asText()));
        }
        return List.copyOf(texts);
    }

    private static boolean flag(JsonNode node, String name) {
        return node.path(name).asBoolean(false);
    }

    private static Integer integer(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return isAbsent(value) ? null : Integer.valueOf(value.asInt());
    }

    private static BigInteger number(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return isAbsent(value) ? null : value.bigIntegerValue();
    }

    private static Duration duration(JsonNode node, String name, Duration absent) {
        String text = text(node, name);
        return text == null ? absent : Duration.parse(text);
    }

    private static ZoneId zone(JsonNode node) {
        String text = text(node, "zone");
        return text == null ? null : ZoneId.of(text);
    }

    private <E extends Enum<E>> E choice(Class<E> type, JsonNode node, String name, E absent) {
        String text = text(node, name);
        return text == null ? absent : choice(type, text);
    }

    /** Enum values stand in the documents in lower case with hyphens. */
    private <E extends Enum<E>> E choice(Class<E> type, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new CatalogException("Catalog of API '" + id + "': '" + text + "' is no " + type.getSimpleName(), e);
        }
    }
}

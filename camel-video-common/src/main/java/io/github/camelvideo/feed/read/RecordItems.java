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
package io.github.camelvideo.feed.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.LogSpec;
import io.github.camelvideo.feed.ItemId;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.item.ItemKey;
import io.github.camelvideo.item.ItemTime;
import io.github.camelvideo.item.TimeCodec;
import io.github.camelvideo.json.ExactJson;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds items of a list in a record of another system, whose format no document tells. An item is an object, anywhere in the record and in
 * texts of it that hold JSON, that has the key fields of the list and the field of its time. Names are compared ignoring case and given as
 * the catalog writes them. An object with the key fields alone may be anything: an envelope has an {@code id}, too, and taken for an
 * item it could hide the one of that key. Immutable, for any thread.
 */
public final class RecordItems {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_VALUES = 100_000;

    private final LogSpec feed;
    private final ItemReader reader;
    private final Set<String> containers = new HashSet<>();
    private final Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private RecordItems(LogSpec feed, ItemReader reader) {
        this.feed = feed;
        this.reader = reader;
    }

    /**
     * @param name how messages name the feed
     * @param action a feed of kind log, whose items have key fields
     * @param zone zone of times written without one, or null for that of the catalog
     * @param others fields beside those of the catalog that items are to have under these names
     */
    public static RecordItems of(String name, ApiCatalog api, Action action, ZoneId zone, Collection<String> others) {
        LogSpec feed = (LogSpec) action.feed();
        ItemType type = ItemType.of(api, action);
        List<TimeCodec> formats = Stream.concat(
                        feed.time().formats().stream()
                                .map(format -> LogSettings.codec(
                                        name, format, zone, feed.time().zone())),
                        // the usual one of messages
                        Stream.of(new TimeCodec(FeedSpec.TimeFormat.EPOCH_MILLIS, null)))
                .toList();
        RecordItems items = new RecordItems(
                feed, new ItemReader(name, feed.list(), type, null, feed.time().field(), formats));
        others.forEach(items::addPath);
        ItemType.itemFields(api, action, feed.list().items()).keySet().forEach(items::addPath);
        feed.revision().forEach(items::addPath);
        items.required().forEach(items::addPath);
        return items;
    }

    private void addPath(String path) {
        String[] parts = ItemKey.plainPath(path).split("\\.");
        for (int i = 0; i < parts.length; i++) {
            names.put(parts[i], parts[i]);
            if (i < parts.length - 1) {
                containers.add(parts[i]);
            }
        }
    }

    /** The fields that make an object an item. */
    public List<String> required() {
        return Stream.concat(
                        feed.key().stream().map(ItemKey::plainPath),
                        Stream.of(feed.time().field()))
                .distinct()
                .toList();
    }

    /** What a text holds: JSON, or otherwise the text itself. */
    public static JsonNode read(String text) {
        JsonNode json = json(text);
        return json == null ? ExactJson.fromObject(text) : json;
    }

    /** Null where it is no object or array. */
    private static JsonNode json(String text) {
        String value = text.strip();
        if (!value.startsWith("{") && !value.startsWith("[")) {
            return null;
        }
        try {
            return ExactJson.parse(value);
        } catch (JsonProcessingException e) {
            return null; // a text like any other
        }
    }

    /** The items in a record; none where it has none, or is nested or large beyond all measure. */
    public List<ObjectNode> in(JsonNode record) {
        Search search = new Search();
        search.visit(record, 0);
        return search.isCut ? List.of() : search.found;
    }

    private final class Search {

        private final List<ObjectNode> found = new ArrayList<>();
        private int values;
        private boolean isCut;

        void visit(JsonNode value, int depth) {
            isCut |= depth > MAX_DEPTH || ++values > MAX_VALUES;
            if (isCut) {
                return;
            }
            if (value.isTextual()) {
                JsonNode inner = json(value.textValue());
                if (inner != null) {
                    visit(inner, depth + 1);
                }
                return;
            }
            if (value.isObject()) {
                ObjectNode item = named(value);
                if (isItem(item)) {
                    found.add(item);
                    return;
                }
            }
            value.forEach(member -> visit(member, depth + 1));
        }
    }

    private ObjectNode named(JsonNode object) {
        ObjectNode named = ExactJson.object();
        object.properties().forEach(member -> {
            String name = names.get(member.getKey());
            boolean isKnown = name != null && (name.equals(member.getKey()) || !object.has(name));
            JsonNode value = member.getValue();
            named.set(
                    isKnown ? name : member.getKey(),
                    isKnown && value.isObject() && containers.contains(name) ? named(value) : value);
        });
        return named;
    }

    private boolean isItem(ObjectNode item) {
        return required().stream().map(field -> ExactJson.at(item, field)).noneMatch(RecordItems::isNothing);
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || value.isTextual() && value.textValue().isBlank();
    }

    /** What identifies an item, as where the list tells it. */
    public ItemId id(Partition partition, ObjectNode item) {
        return new ItemId(partition, reader.key(item), LogSource.revision(feed.revision(), item));
    }

    /** When an item happened; null where that cannot be read. */
    public Instant time(ObjectNode item) {
        ItemTime time = reader.time(item);
        return time == null ? null : time.earliest();
    }
}

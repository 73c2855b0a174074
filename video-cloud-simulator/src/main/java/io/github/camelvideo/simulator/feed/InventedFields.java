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
package io.github.camelvideo.simulator.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.catalog.LogSpec;
import io.github.camelvideo.catalog.SeriesSpec;
import io.github.camelvideo.catalog.SnapshotSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Invents the fields of items by the types that the catalog declares: those of the key, and those of outer levels. Immutable. */
final class InventedFields {

    /** A number that no item has. */
    private static final int REVISED = 77_777;

    private final ApiCatalog api;
    private final Action action;
    private final FeedSpec feed;
    private final ListSpec list;
    private final Map<String, Field> fields;

    InventedFields(ApiCatalog api, Action action) {
        this.api = api;
        this.action = action;
        this.feed = action.feed();
        this.list = feed.list();
        this.fields = ItemType.itemFields(api, action, list.items());
    }

    /** The fields of an item without its time; other numbers, other keys as far as there are so many. */
    ObjectNode of(int number) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        capture(item, number);
        list.carry().keySet().stream()
                .filter(name -> !isTime(name))
                .forEach(name -> item.put(name, carried(name, number)));
        for (String path : list.key()) {
            String name = path.replace("|no-query", "");
            if (!item.has(name) && !isTime(name) && !name.equals(list.number())) {
                NestedList.put(item, name, distinct(name, number));
            }
        }
        boolean isKeyTheItem = list.key().isEmpty() && !(feed instanceof SeriesSpec) && !list.isWholeAnswer();
        if (isKeyTheItem) {
            fields.values().stream()
                    .filter(field -> field.type().kind() == FieldType.Kind.STRING && !isTime(field.name()))
                    .findFirst()
                    .ifPresent(field -> item.put(field.name(), "text-" + number));
        }
        return item;
    }

    /**
     * The same fields in another state.
     *
     * @throws java.util.NoSuchElementException where there is none
     */
    ObjectNode revised(ObjectNode item) {
        String field = revisable().orElseThrow();
        ObjectNode revised = item.deepCopy();
        NestedList.put(revised, field, distinct(field, REVISED));
        return revised;
    }

    /** The field that can be written so that an item is in another state, if there is one. */
    Optional<String> revisable() {
        if (feed instanceof LogSpec log) {
            return log.revision().stream().findFirst();
        }
        if (!(feed instanceof SnapshotSpec snapshot)) {
            return Optional.empty();
        }
        if (!snapshot.compare().isEmpty()) {
            return snapshot.compare().stream().findFirst();
        }
        if (list.key().isEmpty() && !list.isWholeAnswer()) {
            // another item
            return Optional.empty();
        }
        Set<String> secrets = ItemType.of(api, action).secrets();
        return Stream.concat(fields.values().stream().filter(this::isLeaf), fields.values().stream())
                .filter(field -> !field.type().isArray())
                .map(Field::name)
                .filter(name -> !name.equals("RequestId"))
                .filter(name -> !list.key().contains(name))
                .filter(name -> !snapshot.ignore().contains(name) && !secrets.contains(name))
                .filter(name -> !list.carry().containsKey(name))
                .findFirst();
    }

    private boolean isLeaf(Field field) {
        return api.fields(field.type()).isEmpty();
    }

    /** A value of an outer level: one of two where there can be several, as elements of an array. */
    private int carried(String name, int number) {
        return list.carry().get(name).contains("[]") ? 100 + number % 2 : 100;
    }

    private boolean isTime(String name) {
        return feed.time() != null && name.equals(feed.time().field());
    }

    private JsonNode distinct(String name, int number) {
        Field field = field(name);
        if (field != null && !field.values().isEmpty()) {
            return JsonNodeFactory.instance.textNode(
                    field.values().get(number % field.values().size()));
        }
        if (field != null && !isLeaf(field)) {
            ObjectNode structure = JsonNodeFactory.instance.objectNode();
            api.fields(field.type()).values().stream()
                    .filter(this::isLeaf)
                    .findFirst()
                    .ifPresent(inner -> structure.set(inner.name(), distinct(name + "." + inner.name(), number)));
            return structure;
        }
        boolean isNumber = field != null
                && (field.type().kind() == FieldType.Kind.INTEGER
                        || field.type().kind() == FieldType.Kind.FLOAT);
        return isNumber
                ? JsonNodeFactory.instance.numberNode(1000 + number)
                : JsonNodeFactory.instance.textNode("t" + number);
    }

    private Field field(String path) {
        Map<String, Field> level = fields;
        Field field = null;
        for (String name : path.split("\\.")) {
            field = level.get(name);
            level = field == null ? Map.of() : api.fields(field.type());
        }
        return field;
    }

    /** Gives the item the names of the branches it stands in. */
    private void capture(ObjectNode item, int number) {
        String prefix = "";
        for (String step : list.items().split("\\.")) {
            String plain = step.endsWith("[]") ? step.substring(0, step.length() - 2) : step;
            String name = plain;
            if (plain.startsWith("{")) {
                List<String> names = names(prefix, plain.substring(plain.indexOf(':') + 1, plain.length() - 1));
                name = names.get(number % names.size());
                item.put(plain.substring(1, plain.indexOf(':')), name);
            }
            prefix = (prefix.isEmpty() ? "" : prefix + ".") + name + step.substring(plain.length());
        }
    }

    private List<String> names(String prefix, String names) {
        return names.equals("*")
                ? ItemType.itemFields(api, action, prefix).values().stream()
                        .filter(field -> field.type().isArray())
                        .map(Field::name)
                        .toList()
                : List.of(names.split("\\|"));
    }
}

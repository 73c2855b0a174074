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
import io.github.camelvideo.catalog.FeedSpec.TimeFormat;
import io.github.camelvideo.catalog.FeedSpec.TimeSource;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.catalog.ListSpec.ForEach;
import io.github.camelvideo.catalog.ListSpec.Need;
import io.github.camelvideo.catalog.SeriesSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Invents items for any declared feed by the rules of its descriptor, and knows what a consumer must make of them: key, time and partition. A
 * test walks all feeds with it; so does who wants to see a feed at work before there is a camera. Immutable.
 */
public final class FeedScenario {

    private static final Duration DAY = Duration.ofDays(1);

    private final ApiCatalog api;
    private final Action action;
    private final FeedSpec feed;
    private final ListSpec list;
    private final Map<String, Field> fields;

    private FeedScenario(ApiCatalog api, Action action) {
        this.api = api;
        this.action = action;
        this.feed = action.feed();
        this.list = feed.list();
        this.fields = ItemType.itemFields(api, action, list.items());
    }

    /** The scenario of an action that is a feed. */
    public static FeedScenario of(ApiCatalog api, Action action) {
        return new FeedScenario(api, action);
    }

    /**
     * One item and what a consumer must make of it.
     *
     * @param item to be listed
     * @param key its key, or null where that is a digest or holds the time of the reading
     * @param time its time, or null where it is that of the reading
     */
    public record Expected(ScriptedItem item, String key, Instant time) {}

    /** The parameters without whose values nothing is listed; empty where there are none. */
    public List<String> partitionParameters() {
        return required().map(ForEach::parameters).orElse(List.of());
    }

    /** Two partitions, or a single one without values. */
    public List<Map<String, String>> partitions() {
        return required()
                .map(each -> List.of(partition(each, 0), partition(each, 1)))
                .orElse(List.of(Map.of()));
    }

    private Optional<ForEach> required() {
        return list.forEach().stream()
                .filter(each -> each.need() != Need.USEFUL)
                .findFirst();
    }

    private Map<String, String> partition(ForEach each, int number) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < each.parameters().size(); i++) {
            String name = each.parameters().get(i);
            boolean isKnown = number < each.values().size();
            values.put(name, isKnown ? each.values().get(number).get(i) : value(name, number));
        }
        return values;
    }

    private String value(String parameter, int number) {
        Field field = action.parameters().get(parameter);
        FieldType type = field.type().isArray() ? field.type().item() : field.type();
        if (!field.values().isEmpty()) {
            return field.values().get(number % field.values().size());
        }
        return type.kind() == FieldType.Kind.INTEGER ? Integer.toString(71 + number) : "part" + number;
    }

    /** The length of a time slot, or the least distance of two times that the vendor's formats tell apart. */
    public Duration step() {
        if (feed instanceof SeriesSpec series) {
            SeriesSpec.Bucket bucket = series.bucket();
            JsonNode choice =
                    bucket.parameter() == null ? null : series.defaults().get(bucket.parameter());
            SeriesSpec.Choice chosen = choice == null ? null : bucket.choices().get(choice.asText());
            return chosen == null ? bucket.size() : chosen.size();
        }
        List<TimeFormat> formats = new ArrayList<>();
        if (feed.window() != null) {
            formats.add(feed.window().format());
        }
        if (feed.time() != null && !feed.time().formats().isEmpty()) {
            formats.add(feed.time().formats().get(0));
        }
        Duration step = Duration.ofSeconds(1);
        for (TimeFormat format : formats) {
            Duration least =
                    switch (format) {
                        case DATE, BASIC_DATE -> DAY;
                        case LOCAL_MINUTE, MINUTE_IN_TEXT -> Duration.ofMinutes(1);
                        default -> Duration.ofSeconds(1);
                    };
            step = least.compareTo(step) > 0 ? least : step;
        }
        return step;
    }

    /** Whether an answer tells of one slot, the present one, so that items of one slot can be listed at a time. */
    public boolean isOfPresent() {
        return feed.window() == null
                && feed.time() != null
                && feed.time().field() != null
                && list.carry().containsKey(feed.time().field());
    }

    /** The first begin of a slot that is not before a moment. */
    public Instant firstSlot(Instant moment) {
        if (step().compareTo(DAY) < 0) {
            long size = step().toSeconds();
            return Instant.ofEpochSecond(-Math.floorDiv(-moment.getEpochSecond(), size) * size);
        }
        LocalDate day = moment.atZone(zone()).toLocalDate();
        Instant midnight = day.atStartOfDay(zone()).toInstant();
        return midnight.isBefore(moment) ? day.plusDays(1).atStartOfDay(zone()).toInstant() : midnight;
    }

    private ZoneId zone() {
        ZoneId zone = feed instanceof SeriesSpec series ? series.bucket().zone() : null;
        if (zone == null && feed.window() != null) {
            zone = feed.window().zone();
        }
        if (zone == null && feed.time() != null) {
            zone = feed.time().zone();
        }
        return zone == null ? ZoneOffset.UTC : zone;
    }

    /**
     * Items of some slots for each partition, each with another key: two in each slot where the keys allow it.
     *
     * @param first begin of the first slot
     * @param slots number of slots
     * @param number makes the keys of these items others than those of other numbers
     */
    public List<Expected> items(Instant first, int slots, int number) {
        List<Expected> items = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Map<String, String> partition : partitions()) {
            for (int i = 0; i < 2 * slots; i++) {
                int slot = i / 2;
                Expected item = item(partition, first.plus(step().multipliedBy(slot)), 10 * number + i, i % 2);
                if (keys.add(partition + "|" + item.key() + "|" + identityTime(item) + "|" + digested(item))) {
                    items.add(item);
                }
            }
        }
        return items;
    }

    private String identityTime(Expected item) {
        return feed instanceof SeriesSpec ? String.valueOf(item.time()) : "";
    }

    private static String digested(Expected item) {
        return item.key() == null ? item.item().fields().toString() : "";
    }

    private Expected item(Map<String, String> partition, Instant slot, int number, int variant) {
        boolean isSeries = feed instanceof SeriesSpec;
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        capture(item, isSeries ? variant : number);
        list.carry().keySet().stream()
                .filter(name -> !isTime(name))
                .forEach(name -> item.put(name, 100 + (isSeries ? variant : number) % 2));
        for (String path : list.key()) {
            String name = path.replace("|no-query", "");
            if (!item.has(name) && !isTime(name) && !name.equals(list.number())) {
                put(item, name, distinct(name, isSeries ? variant : number));
            }
        }
        if (list.key().isEmpty() && !isSeries && !list.items().isEmpty()) {
            fields.values().stream()
                    .filter(field -> field.type().kind() == FieldType.Kind.STRING && !isTime(field.name()))
                    .findFirst()
                    .ifPresent(field -> item.put(field.name(), "text-" + number));
        }
        Instant time = feed.time() == null || feed.time().source() == TimeSource.RECEIPT ? null : slot;
        boolean isEnd = feed instanceof SeriesSpec series && series.bucket().label() == SeriesSpec.Label.END;
        Instant written = time != null && isEnd ? time.plus(step()) : time;
        ScriptedItem scripted = ScriptedItem.of(written, item).in(partition);
        return new Expected(scripted, key(scripted, time), time);
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

    private static void put(ObjectNode item, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            item.set(path, value);
        } else {
            put(item.withObjectProperty(path.substring(0, dot)), path.substring(dot + 1), value);
        }
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

    /** The text that identifies the item, made here once more from the rule, not by the engine. */
    private String key(ScriptedItem item, Instant slot) {
        Set<String> secrets = ItemType.of(api, action).secrets();
        List<String> texts = new ArrayList<>();
        ObjectNode written = FeedAnswers.written(feed, item);
        for (String path : list.key()) {
            String name = path.replace("|no-query", "");
            if (secrets.contains(name)) {
                return null;
            }
            if (name.equals(list.number())) {
                texts.add("1");
                continue;
            }
            JsonNode value = written;
            for (String part : name.split("\\.")) {
                value = value.path(part);
            }
            texts.add(value.asText());
        }
        if (feed instanceof SeriesSpec) {
            if (slot == null) {
                return null;
            }
            return texts.isEmpty() ? slot.toString() : slot + "|" + String.join("|", texts);
        }
        if (texts.isEmpty()) {
            return list.items().isEmpty() ? "answer" : null;
        }
        return String.join("|", texts);
    }
}

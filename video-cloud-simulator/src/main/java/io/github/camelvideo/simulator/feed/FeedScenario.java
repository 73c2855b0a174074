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
import io.github.camelvideo.catalog.LogSpec;
import io.github.camelvideo.catalog.SeriesSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** More keys than one call makes. */
    private static final int KEYS = 1000;

    private final ApiCatalog api;
    private final Action action;
    private final FeedSpec feed;
    private final ListSpec list;
    private final InventedFields fields;

    private FeedScenario(ApiCatalog api, Action action) {
        this.api = api;
        this.action = action;
        this.feed = action.feed();
        this.list = feed.list();
        this.fields = new InventedFields(api, action);
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
     * @param body its fields, with those of outer levels; more than these may be delivered
     */
    public record Expected(ScriptedItem item, String key, Instant time, ObjectNode body) {}

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
        Duration window =
                feed.window() == null ? SECOND : precision(feed.window().format());
        return window.compareTo(precision()) > 0 ? window : precision();
    }

    /** The least distance of two times of items. */
    private Duration precision() {
        return feed.time() == null || feed.time().formats().isEmpty()
                ? SECOND
                : precision(feed.time().formats().get(0));
    }

    private static Duration precision(TimeFormat format) {
        return switch (format) {
            case DATE, BASIC_DATE -> DAY;
            case LOCAL_MINUTE, MINUTE_IN_TEXT -> Duration.ofMinutes(1);
            default -> SECOND;
        };
    }

    /** Items of a page where a call does not say how many; zero where the list has no pages. */
    public int defaultPageSize() {
        return action.paging() == null ? 0 : FeedAnswers.defaultPageSize(action.paging());
    }

    /** The longest duration up to another one that lies between two times of items. */
    public Duration truncated(Duration duration) {
        return precision().multipliedBy(duration.dividedBy(precision()));
    }

    /** How long after its end a slot is complete, or an item may be listed; zero for lists without time. */
    public Duration gracePeriod() {
        if (feed instanceof SeriesSpec series) {
            return series.gracePeriod();
        }
        return feed instanceof LogSpec log ? log.gracePeriod() : Duration.ZERO;
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
     * Items of some slots for each partition, each with another key.
     *
     * @param first begin of the first slot
     * @param slots number of slots
     * @param perSlot number of items of a slot; fewer where there are not so many keys
     * @param number makes the keys of these items others than those of other numbers
     */
    public List<Expected> items(Instant first, int slots, int perSlot, int number) {
        List<Expected> items = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Map<String, String> partition : partitions()) {
            for (int i = 0; i < perSlot * slots; i++) {
                int slot = i / perSlot;
                Expected item = item(partition, first.plus(step().multipliedBy(slot)), KEYS * number + i, i % perSlot);
                if (keys.add(partition + "|" + item.key() + "|" + identityTime(item) + "|" + digested(item))) {
                    items.add(item);
                }
            }
        }
        return items;
    }

    /** Whether items of the feed change. */
    public boolean isRevisable() {
        return fields.revisable().isPresent();
    }

    /**
     * An item in another state: fields whose change the feed must tell are others.
     *
     * @throws java.util.NoSuchElementException where items do not change
     */
    public Expected revised(Expected expected) {
        ScriptedItem state = expected.item().with(fields.revised(expected.item().fields()));
        return new Expected(state, expected.key(), expected.time(), FeedAnswers.written(feed, state));
    }

    private String identityTime(Expected item) {
        return feed instanceof SeriesSpec ? String.valueOf(item.time()) : "";
    }

    private static String digested(Expected item) {
        return item.key() == null ? item.item().fields().toString() : "";
    }

    /**
     * An item of a moment with invented fields.
     *
     * @param partition values of parameters: calls that name other values do not list it
     * @param moment of the item, or within its time slot
     * @param number makes its key another than those of other numbers
     */
    public ScriptedItem item(Map<String, String> partition, Instant moment, int number) {
        Instant slot = feed instanceof SeriesSpec ? firstSlot(moment) : moment.truncatedTo(ChronoUnit.SECONDS);
        Instant begin = slot.isAfter(moment) ? slot.minus(step()) : slot;
        return item(partition, begin, number, number).item();
    }

    private Expected item(Map<String, String> partition, Instant slot, int number, int variant) {
        ObjectNode item = fields.of(feed instanceof SeriesSpec ? variant : number);
        Instant time = feed.time() == null || feed.time().source() == TimeSource.RECEIPT ? null : slot;
        boolean isEnd = feed instanceof SeriesSpec series && series.bucket().label() == SeriesSpec.Label.END;
        Instant written = time != null && isEnd ? time.plus(step()) : time;
        ScriptedItem scripted = ScriptedItem.of(written, item).in(partition);
        return new Expected(scripted, key(scripted, time), time, FeedAnswers.written(feed, scripted));
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

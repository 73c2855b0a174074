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
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.FeedSpec.TimeSource;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.catalog.Paging;
import io.github.camelvideo.simulator.answer.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers an action by the descriptor of its feed and what is scripted for it. For any thread. */
public final class FeedAnswers {

    /** Where the document states none. */
    private static final int DEFAULT_PAGE_SIZE = 20;

    private final Clock clock;
    private final String invalid;

    /** @param invalid error code of a window that cannot be asked for */
    public FeedAnswers(Clock clock, String invalid) {
        this.clock = clock;
        this.invalid = invalid;
    }

    /**
     * The content of an answer, without what encloses it.
     *
     * @param parameters of the call, checked against the catalog
     * @throws Refusal where an error code is scripted
     */
    public JsonNode answer(Action action, ScriptedFeed script, ObjectNode parameters) {
        FeedSpec feed = action.feed();
        Set<String> values = new LinkedHashSet<>();
        feed.list().forEach().forEach(each -> each.parameters()
                .forEach(name -> values.addAll(texts(parameters, name))));
        String gone = script.goneCode(values);
        Refusal.unless(gone == null, gone, "The script says that it is gone");
        Instant now = clock.instant();
        checkWindow(feed, parameters);
        Comparator<ScriptedItem> order =
                Comparator.comparing(ScriptedItem::time, Comparator.nullsFirst(Comparator.naturalOrder()));
        List<ScriptedItem> found = script.items().stream()
                .filter(item -> item.isListed(now))
                .filter(item -> isOfPartition(item, parameters))
                .filter(item -> script.isListed(item, parameters))
                .map(item -> script.cutUntil() == null ? item : cut(feed, item, script.cutUntil(), parameters))
                .filter(item -> isInWindow(feed, item, parameters))
                .sorted(script.isNewestFirst() ? order.reversed() : order)
                .toList();
        Refusal.unless(!found.isEmpty() || script.emptyCode() == null, script.emptyCode(), "The script says so");
        List<List<ScriptedItem>> rows = script.hasPagesOfMoments()
                ? List.copyOf(found.stream()
                        .collect(Collectors.groupingBy(ScriptedItem::time, LinkedHashMap::new, Collectors.toList()))
                        .values())
                : found.stream().map(List::of).toList();
        Paging paging = action.paging();
        Cut cut = Cut.of(paging, parameters, rows.size());
        List<ObjectNode> page = new ArrayList<>();
        rows.subList(cut.from(), cut.to()).forEach(row -> row.forEach(item -> page.add(written(feed, item))));
        JsonNode content = new NestedList(feed.list()).content(page);
        if (paging != null && content instanceof ObjectNode object) {
            cut.describe(paging, object, rows.size());
        }
        return content;
    }

    /** Items of a page where a call does not say how many. */
    static int defaultPageSize(Paging paging) {
        return paging.defaultSize() == null ? DEFAULT_PAGE_SIZE : paging.defaultSize();
    }

    /** A vendor that wants windows of one day refuses others. */
    private void checkWindow(FeedSpec feed, ObjectNode parameters) {
        FeedSpec.Window window = feed.window();
        if (window == null || !window.isWithinDay() || !parameters.has(window.begin())) {
            return;
        }
        FeedTimes times = new FeedTimes(window.format(), window.zone());
        LocalDate first = day(times, parameters.path(window.begin()), window);
        LocalDate last = day(times, parameters.path(window.end()), window);
        Refusal.unless(first.equals(last), invalid, "A window must not cross midnight");
    }

    private static LocalDate day(FeedTimes times, JsonNode moment, FeedSpec.Window window) {
        return times.first(moment.asText()).atZone(window.zone()).toLocalDate();
    }

    /** An item from before a window that reaches into it is listed as if it began there. */
    private static ScriptedItem cut(FeedSpec feed, ScriptedItem item, String until, ObjectNode parameters) {
        FeedSpec.Window window = feed.window();
        Instant begin = new FeedTimes(window.format(), window.zone())
                .first(parameters.path(window.begin()).asText());
        Instant end = new FeedTimes(feed.time().formats().get(0), feed.time().zone())
                .first(item.fields().path(until).asText());
        return item.time().isBefore(begin) && end.isAfter(begin)
                ? new ScriptedItem(begin, item.fields(), item.partition(), item.listedFrom(), item.listedUntil())
                : item;
    }

    private static List<String> texts(ObjectNode parameters, String name) {
        JsonNode value = parameters.path(name);
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> texts.add(element.asText()));
        } else if (value.isValueNode() && !value.isNull()) {
            texts.add(value.asText());
        }
        return texts;
    }

    private static boolean isOfPartition(ScriptedItem item, ObjectNode parameters) {
        return item.partition().entrySet().stream()
                .allMatch(entry -> texts(parameters, entry.getKey()).isEmpty()
                        || texts(parameters, entry.getKey()).contains(entry.getValue()));
    }

    private static boolean isInWindow(FeedSpec feed, ScriptedItem item, ObjectNode parameters) {
        FeedSpec.Window window = feed.window();
        if (window == null || item.time() == null) {
            return true;
        }
        FeedTimes times = new FeedTimes(window.format(), window.zone());
        String begin = parameters.path(window.begin()).asText("");
        String end =
                window.end() == null ? begin : parameters.path(window.end()).asText("");
        // where only whole items are listed, an item says its end under the name of the window's
        JsonNode itemEnd = item.fields().path(window.wholeItems() == null ? "" : window.end());
        boolean isWhole = itemEnd.isMissingNode()
                || end.isEmpty()
                || times.first(itemEnd.asText()).isBefore(times.behind(end));
        return isWhole
                && (begin.isEmpty() || !item.time().isBefore(times.first(begin)))
                && (end.isEmpty() || item.time().isBefore(times.behind(end)));
    }

    static ObjectNode written(FeedSpec feed, ScriptedItem item) {
        ObjectNode fields = item.fields().deepCopy();
        FeedSpec.Time time = feed.time();
        if (time != null && time.source() == TimeSource.ITEM && item.time() != null) {
            FeedTimes times = new FeedTimes(time.formats().get(0), time.zone());
            NestedList.put(fields, time.field(), times.write(item.time()));
        }
        ListSpec list = feed.list();
        if (list.columns().isEmpty()) {
            return fields;
        }
        list.columns().stream().filter(column -> !fields.has(column)).forEach(column -> fields.put(column, 0));
        return fields;
    }

    /** The part of a list that a call asks for. */
    private record Cut(int from, int to) {

        static Cut of(Paging paging, ObjectNode parameters, int total) {
            if (paging == null) {
                return new Cut(0, total);
            }
            int fallback = defaultPageSize(paging);
            int size = paging.sizeParameter() == null
                    ? fallback
                    : parameters.path(paging.sizeParameter()).asInt(fallback);
            int number = parameters.path(paging.pageParameter()).asInt(paging.firstPage());
            int from =
                    switch (paging.style()) {
                        case PAGE -> (number - paging.firstPage()) * size;
                        case OFFSET -> number - paging.firstPage();
                        case CURSOR -> parameters.path(paging.pageParameter()).asInt(0);
                    };
            int begin = Math.min(Math.max(0, from), total);
            return new Cut(begin, Math.min(begin + size, total));
        }

        void describe(Paging paging, ObjectNode content, int total) {
            if (paging.total() != null) {
                NestedList.put(content, paging.total(), JsonNodeFactory.instance.numberNode(total));
            }
            if (paging.outputToken() != null) {
                NestedList.put(
                        content,
                        paging.outputToken(),
                        JsonNodeFactory.instance.textNode(to < total ? Integer.toString(to) : ""));
            }
        }
    }
}

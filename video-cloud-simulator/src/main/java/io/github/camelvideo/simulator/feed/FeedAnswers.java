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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Answers an action by the descriptor of its feed and what is scripted for it. For any thread. */
public final class FeedAnswers {

    /** Where the document states none. */
    private static final int DEFAULT_PAGE_SIZE = 20;

    private final Clock clock;

    public FeedAnswers(Clock clock) {
        this.clock = clock;
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
        List<ScriptedItem> found = script.items().stream()
                .filter(item -> item.isListed(now))
                .filter(item -> isOfPartition(item, parameters))
                .filter(item -> isInWindow(feed, item, parameters))
                .sorted(Comparator.comparing(ScriptedItem::time, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        Refusal.unless(!found.isEmpty() || script.emptyCode() == null, script.emptyCode(), "The script says so");
        Paging paging = action.paging();
        Cut cut = Cut.of(paging, parameters, found.size());
        List<ObjectNode> page = new ArrayList<>();
        found.subList(cut.from(), cut.to()).forEach(item -> page.add(written(feed, item)));
        JsonNode content = new NestedList(feed.list()).content(page);
        if (paging != null && content instanceof ObjectNode object) {
            cut.describe(paging, object, found.size());
        }
        return content;
    }

    /** Items of a page where a call does not say how many. */
    static int defaultPageSize(Paging paging) {
        return paging.defaultSize() == null ? DEFAULT_PAGE_SIZE : paging.defaultSize();
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
        return (begin.isEmpty() || !item.time().isBefore(times.first(begin)))
                && (end.isEmpty() || item.time().isBefore(times.behind(end)));
    }

    static ObjectNode written(FeedSpec feed, ScriptedItem item) {
        ObjectNode fields = item.fields().deepCopy();
        FeedSpec.Time time = feed.time();
        if (time != null && time.source() == TimeSource.ITEM && item.time() != null) {
            FeedTimes times = new FeedTimes(time.formats().get(0), time.zone());
            put(fields, time.field(), times.write(item.time()));
        }
        ListSpec list = feed.list();
        if (list.columns().isEmpty()) {
            return fields;
        }
        list.columns().stream().filter(column -> !fields.has(column)).forEach(column -> fields.put(column, 0));
        return fields;
    }

    private static void put(ObjectNode item, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            item.set(path, value);
        } else {
            put(item.withObjectProperty(path.substring(0, dot)), path.substring(dot + 1), value);
        }
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
                put(content, paging.total(), JsonNodeFactory.instance.numberNode(total));
            }
            if (paging.outputToken() != null) {
                put(
                        content,
                        paging.outputToken(),
                        JsonNodeFactory.instance.textNode(to < total ? Integer.toString(to) : ""));
            }
        }
    }
}

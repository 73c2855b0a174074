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
package io.github.camelvideo.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.FeedSpec.TimeFormat;
import io.github.camelvideo.catalog.FeedSpec.TimeSource;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType.Kind;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.catalog.LogSpec;
import io.github.camelvideo.catalog.SeriesSpec;
import io.github.camelvideo.catalog.SnapshotSpec;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that a feed fits the action it belongs to. */
final class FeedLint {

    private static final String WITHOUT_QUERY = "|no-query";
    private static final Set<TimeFormat> NUMBERS = Set.of(TimeFormat.EPOCH_SECONDS, TimeFormat.EPOCH_MILLIS);
    private static final Set<TimeFormat> LOCAL = Set.of(
            TimeFormat.LOCAL,
            TimeFormat.MINUTE_IN_TEXT,
            TimeFormat.LOCAL_MINUTE,
            TimeFormat.DATE,
            TimeFormat.BASIC_DATE,
            TimeFormat.BASIC_MONTH);

    private final ApiCatalog api;
    private final Action action;
    private final FeedSpec feed;
    private final AnswerShape shape;
    private final List<String> findings = new ArrayList<>();

    private FeedLint(ApiCatalog api, Action action, AnswerShape shape) {
        this.api = api;
        this.action = action;
        this.feed = action.feed();
        this.shape = shape;
    }

    static List<String> findings(ApiCatalog api, Action action, AnswerShape shape) {
        FeedLint lint = new FeedLint(api, action, shape);
        lint.check();
        return lint.findings;
    }

    private void check() {
        require(!action.mutates(), "an action that changes something cannot be polled");
        require(!action.wire().download(), "a file has no items");
        items();
        time();
        window();
        defaults();
        pages();
        codes();
        if (feed instanceof SeriesSpec series) {
            buckets(series.bucket());
        }
        PartitionLint.findings(api, action, shape).forEach(finding -> require(false, finding));
    }

    /** What is said about the items, held against those of a sample. */
    private void items() {
        ListSpec list = feed.list();
        SampleItems items;
        try {
            items = SampleItems.of(api, action, shape, list.items(), list.carry(), list.columns());
        } catch (IllegalArgumentException e) {
            require(false, "items: " + e.getMessage());
            return;
        }
        if (items.isEmpty()) {
            require(false, "items '" + list.items() + "' leads to nothing in the answer");
            return;
        }
        list.carry()
                .forEach((name, from) ->
                        require(items.canCarry(from), "carry '" + name + "': '" + from + "' is not a field"));
        if (!list.columns().isEmpty() && !items.areRows()) {
            require(false, "columns, but an item is not an array");
        } else if (items.areDeclared()) {
            fields(items);
        }
    }

    private void fields(SampleItems items) {
        feed.key().stream().filter(key -> !key.equals(feed.list().number())).forEach(key -> key(items, key));
        if (feed.time() != null && feed.time().field() != null) {
            scalar(items, "time", feed.time().field());
        }
        if (feed instanceof LogSpec log) {
            log.revision().forEach(field -> {
                scalar(items, "revision", field);
                require(!feed.key().contains(field), "revision '" + field + "' is part of the key");
            });
        }
        if (feed instanceof SnapshotSpec snapshot) {
            snapshot.compare().forEach(field -> field(items, "compare", field));
            snapshot.ignore().forEach(field -> field(items, "ignore", field));
        }
        feed.acknowledge().forEach((name, mapping) -> acknowledge(name, mapping, items));
    }

    private void key(SampleItems items, String key) {
        String field = withoutQuery(key);
        if (!field.equals(key)) {
            require(items.haveText(field), "key '" + field + "' is not a text of an item");
        } else {
            scalar(items, "key", key);
        }
    }

    private void scalar(SampleItems items, String what, String path) {
        require(items.haveScalar(path), what + " '" + path + "' is not a scalar field of an item");
    }

    private void field(SampleItems items, String what, String path) {
        require(items.have(path), what + " '" + path + "' is not a field of an item");
    }

    private void time() {
        if (feed.time() == null) {
            return;
        }
        feed.time().formats().forEach(format -> zone(format, feed.time().zone(), "time"));
        require(
                feed.time().source() != TimeSource.WINDOW || feed.window() != null,
                "time: comes from the window, but there is none");
    }

    private void window() {
        FeedSpec.Window window = feed.window();
        if (window == null) {
            return;
        }
        window.parameters().forEach(name -> bound(name, window.format()));
        zone(window.format(), window.zone(), "window");
        require(!window.isWithinDay() || window.zone() != null, "window: withinDay needs a zone");
        require(!window.isFromMidnight() || window.isWithinDay(), "window: fromMidnight needs withinDay");
        require(
                window.wholeItems() == null || isShorter(window.wholeItems(), window.maxSpan()),
                "window: wholeItems is not shorter than maxSpan");
    }

    private void bound(String name, TimeFormat format) {
        Field parameter = action.parameters().get(name);
        require(parameter != null, "window '" + name + "' is not a parameter");
        require(
                parameter == null || parameter.type().kind() == (NUMBERS.contains(format) ? Kind.INTEGER : Kind.STRING),
                "window '" + name + "' cannot carry " + format);
    }

    private void defaults() {
        feed.defaults().forEach((name, value) -> {
            Field parameter = action.parameters().get(name);
            require(parameter != null, "default '" + name + "' is not a parameter");
            if (parameter != null) {
                findings.addAll(ValueLint.value(api, place() + "default " + name, parameter, value));
            }
        });
    }

    private void pages() {
        if (feed.pageSize() == null) {
            return;
        }
        require(
                action.paging() != null && action.paging().sizeParameter() != null,
                "pageSize without a parameter for it");
        require(
                action.paging() == null
                        || action.paging().maxSize() == null
                        || feed.pageSize() <= action.paging().maxSize(),
                "pageSize is more than the action allows");
        if (feed instanceof LogSpec log) {
            require(feed.pageSize() <= log.maxWindowItems(), "pageSize is more than maxWindowItems");
        }
    }

    private void codes() {
        ListSpec.Codes codes = feed.list().codes();
        for (Set<String> kind :
                List.of(codes.empty(), codes.gone(), codes.states().keySet())) {
            kind.forEach(code -> require(api.errors().containsKey(code), "error '" + code + "' is not listed"));
        }
    }

    private void buckets(SeriesSpec.Bucket bucket) {
        bucket("bucket", bucket.size(), null, bucket.zone());
        bucket.choices()
                .forEach((value, choice) ->
                        bucket("bucket '" + value + "'", choice.size(), choice.maxSpan(), bucket.zone()));
        if (bucket.parameter() == null) {
            return;
        }
        Field parameter = action.parameters().get(bucket.parameter());
        if (parameter == null) {
            require(false, "bucket: '" + bucket.parameter() + "' is not a parameter");
            return;
        }
        bucket.choices().keySet().stream()
                .filter(value -> !value.equals(SeriesSpec.Bucket.ANY))
                .forEach(value -> findings.addAll(
                        ValueLint.value(api, place() + "bucket", parameter, PartitionLint.text(value))));
        if (bucket.choices().containsKey(SeriesSpec.Bucket.ANY)) {
            return;
        }
        parameter
                .values()
                .forEach(value -> require(
                        bucket.choices().containsKey(value), "bucket: '" + value + "' is missing from the choices"));
        JsonNode chosen = feed.defaults().get(bucket.parameter());
        SeriesSpec.Choice choice = chosen == null ? null : bucket.choices().get(chosen.asText());
        require(
                choice != null && choice.size().equals(bucket.size()),
                "bucket: the default of '" + bucket.parameter() + "' has another size");
    }

    private void bucket(String place, Duration size, Duration maxSpan, ZoneId zone) {
        require(size.compareTo(Duration.ofDays(1)) < 0 || zone != null, place + ": days need a zone");
        Duration longest = maxSpan != null || feed.window() == null
                ? maxSpan
                : feed.window().maxSpan();
        require(longest == null || size.compareTo(longest) <= 0, place + ": is longer than maxSpan");
    }

    private void acknowledge(String name, Map<String, String> mapping, SampleItems items) {
        Action acknowledging = api.action(name);
        if (acknowledging == null) {
            require(false, "acknowledge '" + name + "' is not an action");
            return;
        }
        require(acknowledging.mutates(), "acknowledge '" + name + "' changes nothing");
        mapping.forEach((parameter, field) -> {
            Field to = acknowledging.parameters().get(parameter);
            boolean isField = items.have(field);
            require(to != null, "acknowledge " + name + ": '" + parameter + "' is not a parameter");
            require(isField, "acknowledge " + name + ": '" + field + "' is not a field of an item");
            require(
                    to == null
                            || !isField
                            || PartitionLint.isOfType(api, PartitionLint.single(to.type()), items.first(field)),
                    "acknowledge " + name + ": '" + parameter + "' has another type than '" + field + "'");
        });
        acknowledging
                .parameters()
                .values()
                .forEach(parameter -> require(
                        !parameter.required()
                                || mapping.containsKey(parameter.name())
                                || isRequiredHere(parameter.name()),
                        "acknowledge " + name + ": required '" + parameter.name() + "' is not given"));
    }

    /** Whether the feed has a value of the parameter, in its URI or from its partition. */
    private boolean isRequiredHere(String parameter) {
        Field own = action.parameters().get(parameter);
        return own != null && own.required();
    }

    private void zone(TimeFormat format, ZoneId zone, String what) {
        require(!LOCAL.contains(format) || zone != null, what + ": format " + format + " needs a zone");
    }

    /** The field of a key. */
    static String withoutQuery(String key) {
        return key.endsWith(WITHOUT_QUERY) ? key.substring(0, key.length() - WITHOUT_QUERY.length()) : key;
    }

    /** Whether a time has a zone if it needs one. */
    static boolean hasZone(FeedSpec.Time time) {
        return time.zone() != null || time.formats().stream().noneMatch(LOCAL::contains);
    }

    private static boolean isShorter(Duration span, Duration other) {
        return other != null && span.compareTo(other) < 0;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            findings.add(place() + otherwise);
        }
    }

    private String place() {
        return action.name() + " feed: ";
    }
}

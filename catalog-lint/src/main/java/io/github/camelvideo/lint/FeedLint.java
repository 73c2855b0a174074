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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.FeedSpec.TimeFormat;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType.Kind;
import io.github.camelvideo.catalog.LogSpec;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that a feed fits the action it belongs to. */
final class FeedLint {

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
        Field items = FieldPath.resolve(api, shape.fields(api, action), feed.items());
        if (items == null || !items.type().isArray() || items.type().item().kind() != Kind.STRUCT) {
            require(false, "items '" + feed.items() + "' is not an array of structures in the answer");
            return;
        }
        Map<String, Field> item = api.type(items.type().item().struct());
        feed.key().forEach(key -> scalar(item, key, "key"));
        if (feed.time() != null) {
            scalar(item, feed.time().field(), "time");
            feed.time().formats().forEach(format -> zone(format, feed.time().zone(), "time"));
        }
        if (feed.window() != null) {
            bound(feed.window().begin());
            bound(feed.window().end());
            zone(feed.window().format(), feed.window().zone(), "window");
        }
        feed.defaults().forEach((name, value) -> {
            Field parameter = action.parameters().get(name);
            require(parameter != null, "default '" + name + "' is not a parameter");
            if (parameter != null) {
                findings.addAll(ValueLint.value(api, place() + "default " + name, parameter, value));
            }
        });
        pages();
        feed.acknowledge().forEach((name, mapping) -> acknowledge(name, mapping, item));
    }

    private void bound(String name) {
        Field parameter = action.parameters().get(name);
        TimeFormat format = feed.window().format();
        boolean text = format == TimeFormat.ISO || format == TimeFormat.LOCAL || format == TimeFormat.DATE;
        require(parameter != null, "window '" + name + "' is not a parameter");
        require(
                parameter == null || parameter.type().kind() == (text ? Kind.STRING : Kind.INTEGER),
                "window '" + name + "' cannot carry " + format);
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

    private void acknowledge(String name, Map<String, String> mapping, Map<String, Field> item) {
        Action acknowledging = api.action(name);
        if (acknowledging == null) {
            require(false, "acknowledge '" + name + "' is not an action");
            return;
        }
        require(acknowledging.mutates(), "acknowledge '" + name + "' changes nothing");
        mapping.forEach((parameter, field) -> {
            Field to = acknowledging.parameters().get(parameter);
            Field from = FieldPath.resolve(api, item, field);
            require(to != null, "acknowledge " + name + ": '" + parameter + "' is not a parameter");
            require(from != null, "acknowledge " + name + ": '" + field + "' is not a field of an item");
            require(
                    to == null || from == null || to.type().equals(from.type()),
                    "acknowledge " + name + ": '" + parameter + "' has another type than '" + field + "'");
        });
        acknowledging
                .parameters()
                .values()
                .forEach(parameter -> require(
                        !parameter.required() || mapping.containsKey(parameter.name()),
                        "acknowledge " + name + ": required '" + parameter.name() + "' is not given"));
    }

    private void scalar(Map<String, Field> item, String path, String what) {
        Field field = FieldPath.resolve(api, item, path);
        require(field != null && field.type().isScalar(), what + " '" + path + "' is not a scalar field of an item");
    }

    private void zone(TimeFormat format, ZoneId zone, String what) {
        boolean needed = format == TimeFormat.LOCAL || format == TimeFormat.MINUTE_IN_TEXT || format == TimeFormat.DATE;
        require(!needed || zone != null, what + ": format " + format + " needs a zone");
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

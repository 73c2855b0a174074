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
package io.github.camelvideo.docs;

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.catalog.CallbackSpec.Event;
import io.github.camelvideo.tools.docs.Markdown;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The events that APIs tell by callbacks, as the catalogs describe them. */
final class CallbackTable {

    private static final String UNKNOWN = "not documented";

    private CallbackTable() {}

    /** How each API proves that a request is its own, and when it repeats one. */
    static String apis() {
        StringBuilder text = new StringBuilder(Markdown.head(List.of(
                "API", "signed", "waits for the answer", "repeats", "parameters of the address", "`registerFor`")));
        Scheme.allApis()
                .filter(api -> api.callbacks() != null)
                .forEach(api -> text.append(Markdown.row(List.of(
                        api.id(),
                        check(api.callbacks().check()),
                        api.callbacks().repeat().answerWithin() == null
                                ? UNKNOWN
                                : FeedTable.span(api.callbacks().repeat().answerWithin()),
                        repeat(api.callbacks().repeat()),
                        api.callbacks().events().values().stream()
                                .flatMap(event -> event.query().stream())
                                .distinct()
                                .map(Markdown::code)
                                .collect(Collectors.joining(", ")),
                        registrations(api.callbacks())))));
        return text.toString();
    }

    private static String registrations(CallbackSpec callbacks) {
        return callbacks.registrations().values().stream()
                .map(kind ->
                        (kind == callbacks.registrations().values().iterator().next() ? "" : kind.name() + ":")
                                + String.join("/", kind.target()))
                .map(Markdown::code)
                .collect(Collectors.joining(", "));
    }

    private static String check(CallbackSpec.Check check) {
        return check == null
                ? "no"
                : Markdown.code(check.sign()) + " = MD5(key + " + Markdown.code(check.expiry()) + ")";
    }

    private static String repeat(CallbackSpec.Repeat repeat) {
        return repeat.every() == null
                ? UNKNOWN
                : "up to " + repeat.times() + " times, every " + FeedTable.span(repeat.every());
    }

    static String events() {
        return table(
                List.of("API", "event", "type", "what happened", "key", "time", "also listed by", "described in"),
                (api, event) -> List.of(
                        api.id(),
                        Markdown.code(event.name()),
                        event.types().isEmpty()
                                ? ""
                                : Markdown.code(api.callbacks().type() + "=" + String.join(",", event.types())),
                        Markdown.text(event.summary()),
                        event.key().stream().map(FeedTable::keyField).collect(Collectors.joining(", ")),
                        event.time() == null
                                ? "that of receipt"
                                : Markdown.code(event.time().field()),
                        event.twin() == null ? "" : Markdown.code(event.twin().action()),
                        switch (event.source()) {
                            case DOCUMENT -> "documentation";
                            case LATER_PAGE -> "later pages";
                        }));
    }

    static String fields() {
        return table(
                List.of("API", "event", "fields"),
                (api, event) -> List.of(
                        api.id(),
                        Markdown.code(event.name()),
                        Markdown.codes(List.copyOf(event.fields().keySet()))));
    }

    private static String table(List<String> titles, BiFunction<ApiCatalog, Event, List<String>> cells) {
        StringBuilder text = new StringBuilder(Markdown.head(titles));
        Scheme.allApis().filter(api -> api.callbacks() != null).forEach(api -> api.callbacks()
                .events()
                .values()
                .forEach(event -> text.append(Markdown.row(cells.apply(api, event)))));
        return text.toString();
    }
}

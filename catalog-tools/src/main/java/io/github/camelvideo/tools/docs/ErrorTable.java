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
package io.github.camelvideo.tools.docs;

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.ErrorCode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What the codes of an API mean and what the component makes of them. */
final class ErrorTable {

    private ErrorTable() {}

    static String of(ApiCatalog api) {
        return Markdown.head(List.of("code", "meaning", "kind", "sent again", "why"))
                + api.errors().values().stream()
                        .sorted(Comparator.comparing(ErrorCode::code))
                        .map(ErrorTable::rows)
                        .collect(Collectors.joining());
    }

    /** One for the code, and one for each text that means something of its own. */
    private static String rows(ErrorCode error) {
        return row(error, "")
                + error.messages().stream()
                        .map(message -> row(error.refinedBy(message.text()), Markdown.code(message.text()) + ": "))
                        .collect(Collectors.joining());
    }

    private static String row(ErrorCode error, String text) {
        return Markdown.row(List.of(
                Markdown.code(error.code()),
                text + Markdown.text(error.meaning()),
                Markdown.code(error.kind().name()),
                sentAgain(error.kind()),
                error.reason() == null ? "" : Markdown.text(error.reason())));
    }

    private static String sentAgain(ErrorCode.Kind kind) {
        return switch (kind) {
            case THROTTLED -> "yes";
            case UNAVAILABLE -> "reads only";
            case CLOCK -> "once, with the server's time";
            case CREDENTIALS -> "once, with a new key";
            case OTHER -> "no";
        };
    }
}

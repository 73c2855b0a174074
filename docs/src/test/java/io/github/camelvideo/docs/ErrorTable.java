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
import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.tools.docs.Markdown;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The error codes on which the client or a person acts. The others are in the reference page of each API. */
final class ErrorTable {

    private ErrorTable() {}

    /** The codes of a kind in all APIs. */
    static String of(ErrorCode.Kind kind) {
        Map<String, TreeSet<String>> apis = new TreeMap<>();
        Map<String, String> meanings = new TreeMap<>();
        Scheme.allApis().forEach(api -> api.errors().values().stream()
                .filter(error -> error.kind() == kind)
                .forEach(error -> {
                    apis.computeIfAbsent(error.code(), code -> new TreeSet<>()).add(link(api));
                    meanings.putIfAbsent(error.code(), error.meaning());
                }));
        StringBuilder text = new StringBuilder(Markdown.head(List.of("code", "meaning", "APIs")));
        apis.forEach((code, in) -> text.append(
                Markdown.row(List.of(Markdown.code(code), Markdown.text(meanings.get(code)), String.join(", ", in)))));
        return text.toString();
    }

    private static String link(ApiCatalog api) {
        return Markdown.link(api.id(), "reference/" + api.id() + ".md#error-codes");
    }
}

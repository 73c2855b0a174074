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
import io.github.camelvideo.tools.docs.Markdown;
import io.github.camelvideo.tools.docs.Stats;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The index of the reference pages, with what holds for all of them. */
final class ReferenceIndex {

    private static final List<String> TITLES = List.of(
            "API", "endpoint", "product", "as of", "actions", "changing", "paged", "feeds", "obsolete", "listed only");

    private static final String HOW_TO_READ =
            """
            ## How to read the pages

            - An action that changes something is retried only if it cannot have been executed. An action that only reads is also
              retried if the response was lost: see [errors](../errors.md#what-is-retried), which explains the kinds of error codes too.
              A code that is not listed takes the kind of its parent (`InternalError` for `InternalError.Timeout`).
            - Calls per second are the vendor's limits; `rateLimit` sets others. The option `region` sets the region. If an API has only
              one, it is used by default.
            - Examples have the parameters that the vendor requires, and others only where a call without them is pointless. Values are those
              of the vendor's example or invented ones; times are around 2026-01-31 08:15 UTC. Each example is run against the simulator.
              Structured values are in the body; the URI may contain them too. See [calls](../calls.md) and [options](../options.md).
            - "as of" is the date of the vendor's definitions that the catalog was imported from; APIs without one were described from
              documents that bear no date. An action that is marked "new" is first in the definitions of its date. What the vendor has
              added since can be imported: see [catalogs](../catalogs.md).
            - Names, types and limits are the vendor's. The request ID is not a field of the body but the header
              %s. Secrets are left out of logs and messages.
            """;

    private final List<ApiCatalog> apis;

    ReferenceIndex(List<ApiCatalog> apis) {
        this.apis = apis;
    }

    String text() {
        StringBuilder text = new StringBuilder(ReferencePages.NOTICE)
                .append("# Reference\n\nAll actions, by component and API.\n\n")
                .append(Markdown.head(TITLES));
        apis.forEach(api -> text.append(row(
                Markdown.link(api.id(), api.id() + ".md"),
                Markdown.code(Scheme.of(api).path(api, "<Action>")),
                Markdown.text(api.title()) + (api.version() == null ? "" : ", " + api.version()),
                api.asOf() == null ? "" : api.asOf().toString(),
                Stats.of(api))));
        Stats all = apis.stream().map(Stats::of).reduce(Stats::plus).orElseThrow();
        return text.append(row("all", "", "", "", all))
                .append("\n")
                .append(HOW_TO_READ.formatted(requestIds()))
                .toString();
    }

    private static String requestIds() {
        return Arrays.stream(Scheme.values())
                .map(scheme -> Markdown.code(scheme.header("RequestId")))
                .collect(Collectors.joining(" or "));
    }

    private static String row(String api, String endpoint, String title, String asOf, Stats stats) {
        return Markdown.row(Stream.concat(Stream.of(api, endpoint, title, asOf), stats.cells().stream())
                .toList());
    }
}

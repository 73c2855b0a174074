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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.tools.docs.Markdown;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;

/** What the catalogs know of the vendors' limits. */
final class LimitTable {

    private LimitTable() {}

    /** How many calls per second each API allows. */
    static String rates() {
        StringBuilder text = new StringBuilder(
                Markdown.head(List.of("API", "calls per second and action", "actions without a documented rate")));
        Scheme.allApis()
                .forEach(api -> text.append(Markdown.row(List.of(
                        api.id(),
                        rate(api),
                        String.valueOf(api.actions().values().stream()
                                .map(Action::rateLimit)
                                .filter(Objects::isNull)
                                .count())))));
        return text.toString();
    }

    private static String rate(ApiCatalog api) {
        IntSummaryStatistics rates = api.actions().values().stream()
                .map(Action::rateLimit)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        if (rates.getCount() == 0) {
            return "not documented";
        }
        return rates.getMin() == rates.getMax() ? "" + rates.getMin() : rates.getMin() + " to " + rates.getMax();
    }
}

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
package io.github.camelvideo.simulator.linkvisual;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import java.util.List;
import java.util.function.Function;

/** Pages of lists, the first of which is 1. */
final class Pages {

    private static final int DEFAULT_SIZE = 10;

    private Pages() {}

    /** The page that is asked for, without a word of how much there is. */
    static <T> ObjectNode of(List<T> all, Parameters parameters, Function<T, ObjectNode> show) {
        return Data.of(page(all, parameters, show));
    }

    /** The page with the counts of items and pages. */
    static <T> ObjectNode counted(List<T> all, Parameters parameters, Function<T, ObjectNode> show) {
        ObjectNode page = page(all, parameters, show);
        long size = page.path("PageSize").asLong();
        return Data.of(page.put("Total", all.size()).put("PageCount", (all.size() + size - 1) / size));
    }

    private static <T> ObjectNode page(List<T> all, Parameters parameters, Function<T, ObjectNode> show) {
        long number = parameters.number("CurrentPage", 1);
        long size = parameters.number("PageSize", DEFAULT_SIZE);
        Refusal.unless(number >= 1, Codes.PARAMETER, "CurrentPage must be 1 or more, not " + number);
        Refusal.unless(size >= 1, Codes.PARAMETER, "PageSize must be 1 or more, not " + size);
        long skipped = number - 1 > all.size() / size ? all.size() : (number - 1) * size;
        ObjectNode page = Data.object().put("Page", number).put("PageSize", size);
        return page.set(
                "List", Data.array(all.stream().skip(skipped).limit(size).map(show)));
    }
}

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
package io.github.camelvideo.simulator.surveillance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import java.util.List;
import java.util.function.Function;

/**
 * Pages of lists, the first of which is 1.
 *
 * @param defaultSize size of a page when none is asked for
 * @param maxSize largest page that may be asked for
 * @param numberCode code of a wrong number
 * @param sizeCode code of a wrong size
 */
record Pages(int defaultSize, int maxSize, String numberCode, String sizeCode) {

    /** Of lists for which no largest page is documented. */
    static final Pages PLAIN = new Pages(20, Integer.MAX_VALUE, Codes.INVALID, Codes.INVALID);

    /** The items of the page that is asked for. */
    <T> List<T> turn(List<T> all, Parameters parameters) {
        long number = parameters.number("PageNumber", 1);
        long size = parameters.number("PageSize", defaultSize);
        Refusal.unless(number >= 1, numberCode, "PageNumber must be 1 or more, not " + number);
        Refusal.unless(size >= 1 && size <= maxSize, sizeCode, "PageSize must be 1 to " + maxSize + ", not " + size);
        long skipped = Math.min(all.size(), (number - 1) * size);
        return all.stream().skip(skipped).limit(size).toList();
    }

    /** The page under {@code List} with the count of all. */
    <T> ObjectNode of(List<T> all, Parameters parameters, Function<T, ? extends JsonNode> show) {
        ObjectNode page = Data.object().put("TotalCount", all.size());
        return page.set("List", Data.array(turn(all, parameters).stream().map(show)));
    }

    /** The same with the number and the size of the page. */
    <T> ObjectNode numbered(List<T> all, Parameters parameters, Function<T, ? extends JsonNode> show) {
        return of(all, parameters, show)
                .put("PageNumber", parameters.number("PageNumber", 1))
                .put("PageSize", parameters.number("PageSize", defaultSize));
    }
}

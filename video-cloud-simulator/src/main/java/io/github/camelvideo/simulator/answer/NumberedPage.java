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
package io.github.camelvideo.simulator.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list by {@code PageNum} (the first is 1) and {@code PageSize}, with the counts of the whole list.
 *
 * @param items field of the list
 * @param defaultSize size of a page when none is asked for; which sizes may be asked for stands in the catalog
 * @param reach how many items can be paged through at most
 */
public record NumberedPage(String items, int defaultSize, int reach) {

    /** A page of a list that can be paged to its end. */
    public NumberedPage(String items, int defaultSize) {
        this(items, defaultSize, Integer.MAX_VALUE);
    }

    /** The page that is asked for. */
    public <T> ObjectNode of(List<T> list, Parameters parameters, Function<T, ObjectNode> item) {
        long number = parameters.number("PageNum", 1);
        long size = parameters.number("PageSize", defaultSize);
        if (number < 1 || size < 1) {
            throw new Refusal(
                    "InvalidParameterValue", "PageNum and PageSize must be 1 or more, not " + number + ", " + size);
        }
        if (number > (reach - 1) / size + 1) {
            throw new Refusal(
                    "InvalidParameterValue",
                    "Page " + number + " of " + size + " lies beyond the first " + reach + " records");
        }
        ArrayNode page = JsonNodeFactory.instance.arrayNode();
        list.stream().skip((number - 1) * size).limit(size).map(item).forEach(page::add);
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("PageNum", number)
                .put("PageSize", size)
                .put("TotalNum", list.size())
                .put("TotalPage", (list.size() + size - 1) / size);
        answer.set(items, page);
        return answer;
    }
}

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
package io.github.camelvideo.simulator.iotvideo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import java.util.List;
import java.util.function.Function;

/** A page of a list by {@code Offset} and {@code Limit}, with the count of the whole list. */
record Page(String total, String items) {

    /** Default of a list that documents none that makes sense. */
    static final int EVERYTHING = Integer.MAX_VALUE;

    <T> ObjectNode of(List<T> list, Parameters parameters, int defaultLimit, Function<T, ObjectNode> item) {
        long offset = parameters.number("Offset", 0);
        long limit = parameters.number("Limit", defaultLimit);
        if (offset < 0 || limit < 0) {
            throw new Refusal(
                    "InvalidParameterValue", "Offset and Limit must not be negative: " + offset + ", " + limit);
        }
        ArrayNode page = JsonNodeFactory.instance.arrayNode();
        list.stream().skip(offset).limit(limit).map(item).forEach(page::add);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put(total, list.size());
        answer.set(items, page);
        return answer;
    }
}

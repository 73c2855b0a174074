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
package io.github.camelvideo.request;

import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;

/**
 * Refuses what no parameter may be, whatever its type: nested too deeply to be written, numbers that cost seconds to write, and halves
 * of surrogate pairs, which encoders replace by question marks.
 */
final class GivenValues {

    private static final int MAX_DEPTH = StreamWriteConstraints.DEFAULT_MAX_DEPTH;

    /** About 1,000 digits, the most that is read in JSON. */
    private static final int MAX_BITS = 3_322;

    private record Place(JsonNode value, String parameter, int depth) {}

    private GivenValues() {}

    /** @throws InvalidRequestException naming the parameter, and not its value */
    static void check(String call, ObjectNode parameters) {
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        // a list and not recursion: the stack has its own limit
        Deque<Place> open = new ArrayDeque<>();
        parameters.properties().forEach(entry -> {
            if (!encoder.canEncode(entry.getKey())) {
                throw new InvalidRequestException(call + ": the name of a parameter has half of a surrogate pair");
            }
            open.push(new Place(entry.getValue(), entry.getKey(), 1));
        });
        while (!open.isEmpty()) {
            Place place = open.pop();
            String problem = problem(place, encoder);
            if (problem != null) {
                throw new InvalidRequestException(call + ": '" + place.parameter + "' " + problem);
            }
            for (Iterator<JsonNode> children = place.value.elements(); children.hasNext(); ) {
                open.push(new Place(children.next(), place.parameter, place.depth + 1));
            }
        }
    }

    private static String problem(Place place, CharsetEncoder encoder) {
        JsonNode value = place.value;
        if (place.depth > MAX_DEPTH) {
            return "is nested more than " + MAX_DEPTH + " levels deep";
        }
        if (isHuge(value)) {
            return "has a number of more than 1,000 digits";
        }
        boolean text = !value.isTextual() || encoder.canEncode(value.textValue());
        boolean names = !value.isObject()
                || value.properties().stream().map(Map.Entry::getKey).allMatch(encoder::canEncode);
        return text && names
                ? null
                : "has half of a surrogate pair, such as half an emoji. Cut texts between characters, not between chars";
    }

    private static boolean isHuge(JsonNode value) {
        return value.isBigInteger() && value.bigIntegerValue().bitLength() > MAX_BITS
                || value.isBigDecimal() && value.decimalValue().unscaledValue().bitLength() > MAX_BITS;
    }
}

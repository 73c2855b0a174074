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
package io.github.camelvideo.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as Connect's values without a schema, so that a JSON converter writes what the vendor sent. Stateless.
 *
 * <p>Connect has no whole numbers beyond 64 bits and no exact decimal numbers without a schema: one that neither a {@code Long} nor a
 * {@code Double} says exactly becomes a text.
 */
final class ItemValue {

    private ItemValue() {}

    /** Null for JSON's null. */
    static Object of(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                json.properties().forEach(member -> map.put(member.getKey(), of(member.getValue())));
                yield map;
            }
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                json.forEach(element -> list.add(of(element)));
                yield list;
            }
            case BOOLEAN -> json.booleanValue();
            case NUMBER -> number(json);
            case NULL, MISSING -> null;
            default -> json.asText();
        };
    }

    private static Object number(JsonNode number) {
        if (number.isIntegralNumber()) {
            return number.canConvertToLong() ? (Object) number.longValue() : number.asText();
        }
        BigDecimal exact = number.decimalValue();
        double near = exact.doubleValue();
        boolean isExact = Double.isFinite(near) && BigDecimal.valueOf(near).compareTo(exact) == 0;
        return isExact ? (Object) near : exact.toString();
    }
}

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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.json.ExactJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Gives a single value its declared type, without losing a digit. */
final class Scalars {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,20}");
    /** Of an unsigned number of 64 bits. */
    private static final int MAX_DIGITS = 20;

    /** Characters of a decimal, as in JSON: the time to read one grows with the square of its length. */
    private static final int MAX_DECIMAL = 1_000;

    private Scalars() {}

    /** The typed value, or null when it does not fit. */
    static JsonNode typed(JsonNode value, FieldType.Kind kind) {
        return switch (kind) {
            case STRING -> string(value);
            case INTEGER -> integer(value);
            case FLOAT -> decimal(value);
            case BOOLEAN -> bool(value);
            default -> throw new IllegalArgumentException(kind + " is not a single value");
        };
    }

    private static JsonNode string(JsonNode value) {
        if (value.isTextual()) {
            return value;
        }
        return value.isValueNode() ? TextNode.valueOf(value.asText()) : null;
    }

    private static JsonNode integer(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value;
        }
        if (value.isNumber() && isWhole(value.decimalValue())) {
            // databases and other languages give 2 as 2.0
            return ExactJson.integer(value.decimalValue().toBigIntegerExact());
        }
        String text = value.isTextual() ? value.textValue().trim() : "";
        return WHOLE_NUMBER.matcher(text).matches() ? ExactJson.integer(new BigInteger(text)) : null;
    }

    /** The bound keeps {@code 1e999999999} from becoming a number of a billion digits. */
    private static boolean isWhole(BigDecimal number) {
        return number.precision() - (long) number.scale() <= MAX_DIGITS
                && number.stripTrailingZeros().scale() <= 0;
    }

    private static JsonNode decimal(JsonNode value) {
        if (value.isNumber()) {
            return value;
        }
        if (!value.isTextual() || value.textValue().length() > MAX_DECIMAL) {
            return null;
        }
        try {
            return ExactJson.decimal(new BigDecimal(value.textValue().trim()));
        } catch (NumberFormatException e) {
            // not a number: the caller names the value and its place
            return null;
        }
    }

    private static JsonNode bool(JsonNode value) {
        if (value.isBoolean()) {
            return value;
        }
        return switch (value.isTextual() ? value.textValue().trim() : "") {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> null;
        };
    }
}

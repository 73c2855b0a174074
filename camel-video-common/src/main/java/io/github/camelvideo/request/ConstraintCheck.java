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
import io.github.camelvideo.catalog.Field;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Holds a value against the range and the list of values its document gives. */
final class ConstraintCheck {

    /** A URI decodes {@code +} to a blank. */
    private static final Pattern LOST_PLUS =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d([.]\\d+)?)? \\d\\d:?\\d\\d");

    private ConstraintCheck() {}

    static void check(String path, JsonNode value, Field field, ValidationErrors problems) {
        if (value.isArray()) {
            if (field.maxItems() != null && value.size() > field.maxItems()) {
                problems.add(
                        "'" + path + "' has " + value.size() + " elements but must have at most " + field.maxItems());
            }
            for (int i = 0; i < value.size(); i++) {
                checkOne(path + "[" + i + "]", value.get(i), field, problems);
            }
        } else {
            checkOne(path, value, field, problems);
        }
    }

    private static void checkOne(String path, JsonNode value, Field field, ValidationErrors problems) {
        if (!value.isValueNode()) {
            return;
        }
        if (value.isTextual() && LOST_PLUS.matcher(value.textValue()).matches()) {
            problems.add("'" + path
                    + "' has a blank where the '+' of the time zone belongs: in a URI, write RAW(...) around it");
        }
        if (value.isNumber() && isOutside(value.decimalValue(), field)) {
            problems.add("'" + path + "' is " + value.asText() + " but must be " + range(field));
        }
        if (!field.values().isEmpty() && !field.values().contains(value.asText())) {
            problems.add("'" + path + "' is '" + value.asText() + "' but must be one of "
                    + String.join(", ", field.values()));
        }
    }

    private static boolean isOutside(BigDecimal number, Field field) {
        return field.min() != null && number.compareTo(new BigDecimal(field.min())) < 0
                || field.max() != null && number.compareTo(new BigDecimal(field.max())) > 0;
    }

    private static String range(Field field) {
        if (field.min() == null) {
            return "at most " + field.max();
        }
        return field.max() == null ? "at least " + field.min() : field.min() + " to " + field.max();
    }
}

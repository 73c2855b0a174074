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
package io.github.camelvideo.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.catalog.Suggestion;
import io.github.camelvideo.simulator.answer.Refusal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;

/** Refuses parameters the catalog does not allow, down to the last nested field. A null counts as not sent. */
final class ParameterRules {

    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private final ApiCatalog api;
    private final Action action;
    private final Function<ErrorCase, String> codes;

    /**
     * @param codes the error code of each case on this wire
     */
    ParameterRules(ApiCatalog api, Action action, Function<ErrorCase, String> codes) {
        this.api = api;
        this.action = action;
        this.codes = codes;
    }

    /**
     * Checks all parameters of a call.
     *
     * @throws Refusal at the first thing that is wrong
     */
    void check(ObjectNode parameters) {
        check("", parameters, action.parameters());
    }

    /**
     * @param path what stands before the names in messages
     */
    private void check(String path, ObjectNode values, Map<String, Field> fields) {
        values.fieldNames().forEachRemaining(name -> {
            if (!fields.containsKey(name)) {
                throw refusal(
                        ErrorCase.UNKNOWN_PARAMETER,
                        "The parameter `" + path + name + "` is not recognized"
                                + Suggestion.hint(name, fields.keySet()));
            }
        });
        for (Field field : fields.values()) {
            JsonNode value = values.get(field.name());
            if (value != null && !value.isNull()) {
                check(path + field.name(), value, field, field.type());
            } else if (field.required()) {
                throw refusal(ErrorCase.MISSING_PARAMETER, "The parameter `" + path + field.name() + "` is missing");
            }
        }
    }

    private void check(String name, JsonNode value, Field field, FieldType type) {
        boolean fits =
                switch (type.kind()) {
                    case STRING -> value.isTextual();
                    case INTEGER -> value.isIntegralNumber() && isSmall(value.bigIntegerValue());
                    case FLOAT -> value.isNumber();
                    case BOOLEAN -> value.isBoolean();
                    case ARRAY -> value.isArray();
                    // of a file there is only what describes it
                    case OBJECT, MAP, STRUCT, FILE -> value.isObject();
                };
        if (!fits) {
            throw refusal(ErrorCase.INVALID_PARAMETER, "The parameter `" + name + "` must be of type " + type);
        }
        switch (type.kind()) {
            case ARRAY -> elements(name, value, field, type);
            case MAP ->
                value.properties()
                        .forEach(entry -> check(name + "." + entry.getKey(), entry.getValue(), field, type.item()));
            case STRUCT -> check(name + ".", (ObjectNode) value, api.type(type.struct()));
            default -> bounds(name, value, field);
        }
    }

    private void elements(String name, JsonNode array, Field field, FieldType type) {
        if (field.maxItems() != null && array.size() > field.maxItems()) {
            throw invalid(name, "has " + array.size() + " elements, at most " + field.maxItems() + " are allowed");
        }
        for (int i = 0; i < array.size(); i++) {
            check(name + "." + i, array.get(i), field, type.item());
        }
    }

    private void bounds(String name, JsonNode value, Field field) {
        if (value.isIntegralNumber()) {
            BigInteger number = value.bigIntegerValue();
            if (field.min() != null && number.compareTo(field.min()) < 0
                    || field.max() != null && number.compareTo(field.max()) > 0) {
                throw invalid(name, "is " + number + ", not between " + field.min() + " and " + field.max());
            }
        }
        if (!field.values().isEmpty() && value.isValueNode() && !field.values().contains(value.asText())) {
            throw invalid(name, "is " + value.asText() + ", not one of " + String.join(", ", field.values()));
        }
    }

    private static boolean isSmall(BigInteger number) {
        return number.compareTo(MIN) >= 0 && number.compareTo(MAX) <= 0;
    }

    private Refusal invalid(String name, String what) {
        return new Refusal(invalidValue(name), "The parameter `" + name + "` " + what);
    }

    /** The action's own code for the parameter in which the value stands, if it lists one. */
    private String invalidValue(String path) {
        String parameter = path.replaceFirst("\\..*", "");
        return action.errors().stream()
                .filter(code -> code.equals("InvalidParameter." + parameter)
                        || code.equals("InvalidParameterValue." + parameter))
                .findFirst()
                .orElseGet(() -> codes.apply(ErrorCase.INVALID_VALUE));
    }

    private Refusal refusal(ErrorCase errorCase, String message) {
        return new Refusal(codes.apply(errorCase), message);
    }
}

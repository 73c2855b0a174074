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
package io.github.camelvideo.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds values against the fields they belong to. Numbers and flags may come as text: the vendors' own examples do that. */
public final class ValueLint {

    private final ApiCatalog api;
    private final boolean complete;
    private final List<String> findings = new ArrayList<>();

    private ValueLint(ApiCatalog api, boolean complete) {
        this.api = api;
        this.complete = complete;
    }

    public static List<String> value(ApiCatalog api, String place, Field field, JsonNode value) {
        ValueLint lint = new ValueLint(api, true);
        lint.check(place, field, field.type(), value);
        return lint.findings;
    }

    public static List<String> object(ApiCatalog api, String place, Map<String, Field> fields, JsonNode object) {
        ValueLint lint = new ValueLint(api, true);
        lint.members(place, fields, object);
        return lint.findings;
    }

    /** As {@link #object}, but nothing is required: the vendors say of requests only what must be there. */
    public static List<String> answer(ApiCatalog api, String place, Map<String, Field> fields, JsonNode object) {
        ValueLint lint = new ValueLint(api, false);
        lint.members(place, fields, object);
        return lint.findings;
    }

    private void members(String place, Map<String, Field> fields, JsonNode object) {
        if (!object.isObject()) {
            findings.add(place + " is not an object");
            return;
        }
        for (var member : object.properties()) {
            Field field = fields.get(member.getKey());
            if (field == null) {
                findings.add(place + "." + member.getKey() + " is not declared");
            } else {
                member(place + "." + member.getKey(), field, member.getValue());
            }
        }
        for (Field field : fields.values()) {
            if (complete && field.required() && !object.has(field.name())) {
                findings.add(place + "." + field.name() + " is missing");
            }
        }
    }

    private void member(String place, Field field, JsonNode value) {
        if (!value.isNull() || !field.nullable()) {
            check(place, field, field.type(), value);
        }
    }

    private void check(String place, Field field, FieldType type, JsonNode value) {
        switch (type.kind()) {
            case STRUCT -> members(place, api.type(type.struct()), value);
            case ARRAY -> array(place, field, type, value);
            case MAP ->
                value.properties()
                        .forEach(member -> check(place + "." + member.getKey(), field, type.item(), member.getValue()));
            case INTEGER -> integer(place, field, value);
            case FLOAT -> require(value.isNumber(), place, value, "not a number");
            case BOOLEAN -> require(value.asText().matches("true|false"), place, value, "not a boolean");
            case STRING -> {
                require(value.isTextual(), place, value, "not a string");
                listed(place, field, value);
            }
            case OBJECT, FILE -> {}
        }
    }

    private void array(String place, Field field, FieldType type, JsonNode value) {
        if (!value.isArray()) {
            require(false, place, value, "not an array");
            return;
        }
        require(field.maxItems() == null || value.size() <= field.maxItems(), place, value, "too long");
        value.forEach(element -> check(place, field, type.item(), element));
    }

    private void integer(String place, Field field, JsonNode value) {
        if (!value.asText().matches("-?[0-9]+")) {
            require(false, place, value, "not a whole number");
            return;
        }
        BigInteger number = new BigInteger(value.asText());
        require(field.min() == null || number.compareTo(field.min()) >= 0, place, value, "less than " + field.min());
        require(field.max() == null || number.compareTo(field.max()) <= 0, place, value, "more than " + field.max());
        listed(place, field, value);
    }

    private void listed(String place, Field field, JsonNode value) {
        require(
                field.values().isEmpty() || field.values().contains(value.asText()),
                place,
                value,
                "not one of " + field.values());
    }

    private void require(boolean holds, String place, JsonNode value, String otherwise) {
        if (!holds) {
            findings.add(place + ": " + value + " is " + otherwise);
        }
    }
}

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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.catalog.Suggestion;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.json.RefusedJsonException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Gives values the type the catalog declares: {@code "2"} for an Integer, {@code "1,2"} for an array of numbers, JSON text for a
 * structure. What does not fit is left as it is and reported with its path.
 *
 * <p>One instance per call; not shared.
 */
final class Coercion {

    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    private final ApiCatalog api;
    private final Validation validation;
    private final ValidationErrors problems;

    Coercion(ApiCatalog api, Validation validation, ValidationErrors problems) {
        this.api = api;
        this.validation = validation;
        this.problems = problems;
    }

    /** Parameters by their declared types; required ones may be missing. */
    ObjectNode parameters(ObjectNode values, Map<String, Field> declared) {
        return known("", values, declared, "parameter");
    }

    /** Reports each required parameter that typed ones lack. */
    void requireAll(ObjectNode typed, Map<String, Field> declared) {
        requireAll("", typed, declared, "parameter");
    }

    /** The fields of an object by their declared types; fields nobody declared are reported or pass, as validation says. */
    private ObjectNode known(String path, ObjectNode values, Map<String, Field> declared, String what) {
        ObjectNode typed = ExactJson.object();
        for (Map.Entry<String, JsonNode> entry : values.properties()) {
            String name = entry.getKey();
            Field field = declared.get(name);
            if (field != null) {
                if (!entry.getValue().isNull()) {
                    typed.set(name, value(path + name, entry.getValue(), field));
                }
            } else {
                if (validation == Validation.STRICT) {
                    problems.add(
                            "unknown " + what + " '" + path + name + "'" + Suggestion.hint(name, declared.keySet()));
                }
                typed.set(name, entry.getValue());
            }
        }
        return typed;
    }

    private void requireAll(String path, ObjectNode typed, Map<String, Field> declared, String what) {
        if (validation == Validation.OFF) {
            return;
        }
        for (Field field : declared.values()) {
            if (field.required() && !typed.has(field.name())) {
                problems.add(missing(what, path, field));
            }
        }
    }

    /** How a missing value is named, wherever that is found out. */
    static String missing(String what, String path, Field field) {
        // an imported catalog may have no texts
        String meaning = field.summary() == null ? "" : ": " + field.summary();
        return "missing required " + what + " '" + path + field.name() + "' (" + field.type() + meaning + ")";
    }

    /** One declared value. */
    private JsonNode value(String path, JsonNode value, Field field) {
        return field.secret() ? secret(path, value, field) : checked(path, value, field);
    }

    /** What is wrong with a secret is said without it. */
    private JsonNode secret(String path, JsonNode value, Field field) {
        ValidationErrors withValue = new ValidationErrors();
        JsonNode typed = new Coercion(api, validation, withValue).checked(path, value, field);
        if (withValue.count() > 0) {
            problems.add("'" + path + "' is not a valid " + field.type() + " (a secret, so its value is not shown)");
        }
        return typed;
    }

    private JsonNode checked(String path, JsonNode value, Field field) {
        int before = problems.count();
        JsonNode typed = typed(path, value, field.type());
        // what has another type is outside of every range: said once
        if (validation == Validation.STRICT && problems.count() == before) {
            ConstraintCheck.check(path, typed, field, problems);
        }
        return typed;
    }

    private JsonNode typed(String path, JsonNode value, FieldType type) {
        // null here is an element of an array: a parameter or field that is null was left out before
        if (value.isNull() || value instanceof NumericNode number && number.isNaN()) {
            return mismatch(path, value, type);
        }
        return switch (type.kind()) {
            case STRING, INTEGER, FLOAT, BOOLEAN -> scalar(path, value, type);
            case ARRAY -> array(path, value, type);
            case STRUCT -> struct(path, value, type);
            case OBJECT, MAP -> free(path, value, type);
            case FILE -> file(path, value, type);
        };
    }

    private JsonNode scalar(String path, JsonNode value, FieldType type) {
        JsonNode typed = Scalars.typed(value, type.kind());
        return typed == null ? mismatch(path, value, type) : typed;
    }

    /** A JSON array, its text, a comma list of scalars, or an object whose keys are indexes (the dotted notation). */
    private JsonNode array(String path, JsonNode value, FieldType type) {
        JsonNode list = value;
        if (value.isTextual()) {
            String text = value.textValue().trim();
            boolean commaList = type.item().isScalar() && !text.startsWith("[");
            list = commaList ? commaList(text) : parsed(path, value, type);
        } else if (value.isObject()) {
            list = indexed((ObjectNode) value);
        }
        if (list == null || !list.isArray()) {
            return mismatch(path, value, type);
        }
        ArrayNode typed = ExactJson.array();
        for (int i = 0; i < list.size(); i++) {
            typed.add(typed(path + "[" + i + "]", list.get(i), type.item()));
        }
        return typed;
    }

    private JsonNode struct(String path, JsonNode value, FieldType type) {
        JsonNode object = parsed(path, value, type);
        if (!object.isObject()) {
            return mismatch(path, value, type);
        }
        Map<String, Field> declared = api.type(type.struct());
        ObjectNode typed = known(path + ".", (ObjectNode) object, declared, "field");
        requireAll(path + ".", typed, declared, "field");
        return typed;
    }

    private JsonNode free(String path, JsonNode value, FieldType type) {
        JsonNode object = parsed(path, value, type);
        return object.isObject() ? object : mismatch(path, value, type);
    }

    private JsonNode file(String path, JsonNode value, FieldType type) {
        FileContent content = value.isTextual() ? FileContent.from(value.textValue(), null) : FileContent.of(value);
        return content == null ? mismatch(path, value, type) : content.asNode();
    }

    private static ArrayNode commaList(String text) {
        ArrayNode list = ExactJson.array();
        if (!text.isEmpty()) {
            for (String element : text.split(",", -1)) {
                list.add(element.trim());
            }
        }
        return list;
    }

    private static ArrayNode indexed(ObjectNode value) {
        TreeMap<Integer, JsonNode> byIndex = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (!INDEX.matcher(entry.getKey()).matches()) {
                return null;
            }
            byIndex.put(Integer.valueOf(entry.getKey()), entry.getValue());
        }
        return ExactJson.array().addAll(byIndex.values());
    }

    private JsonNode parsed(String path, JsonNode value, FieldType type) {
        if (!value.isTextual()) {
            return value;
        }
        try {
            return ExactJson.parse(value.textValue());
        } catch (JsonProcessingException e) {
            if (validation != Validation.OFF) {
                RefusedJsonException problem = RefusedJsonException.withoutQuotation(e);
                problems.add("'" + path + "' is not JSON of type " + type + ": " + problem.getOriginalMessage()
                        + problem.where());
            }
            return ExactJson.object();
        }
    }

    private JsonNode mismatch(String path, JsonNode value, FieldType type) {
        if (validation != Validation.OFF) {
            problems.add("'" + path + "' must be " + type + " but is " + describe(value));
        }
        return value;
    }

    private static String describe(JsonNode value) {
        if (value.isContainerNode()) {
            return value.isArray() ? "an array" : "an object";
        }
        if (value.isNull()) {
            return "null";
        }
        String text = value.asText();
        return value.getNodeType().name().toLowerCase(java.util.Locale.ROOT) + " '"
                + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
    }
}

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
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.catalog.ItemType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * The schema of the items of a feed, made of the catalog's types, and items as structures of it. All fields are optional, since vendors
 * leave out what they please. What the schema has no place for is in the field {@value #OTHER}, as JSON by its path: fields that the
 * catalog does not know, and values of another type than it says. Immutable, for any thread.
 */
final class ItemSchema {

    /** Map of what the schema has no place for. */
    static final String OTHER = "_other";

    private static final Schema OTHERS = SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA)
            .optional()
            .build();

    private final Schema schema;

    private ItemSchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * @param name of the schema
     * @param more fields that are texts besides, such as the values of the partition
     */
    static ItemSchema of(String name, ItemType type, List<String> more) {
        if (type.fields().isEmpty() && type.given().isEmpty() && more.isEmpty()) {
            return new ItemSchema(Schema.OPTIONAL_STRING_SCHEMA); // a text, or what nobody knows, as JSON
        }
        SchemaBuilder builder = SchemaBuilder.struct().name(name).optional();
        Map<String, Schema> fields = new LinkedHashMap<>();
        type.fields()
                .forEach((field, declared) ->
                        fields.put(field, schema(declared.type(), type, new LinkedHashSet<>(), name + "." + field)));
        type.given().forEach(field -> fields.putIfAbsent(field, Schema.OPTIONAL_STRING_SCHEMA));
        more.forEach(field -> fields.putIfAbsent(field, Schema.OPTIONAL_STRING_SCHEMA));
        fields.forEach(builder::field);
        if (!fields.containsKey(OTHER)) {
            builder.field(OTHER, OTHERS);
        }
        return new ItemSchema(builder.build());
    }

    /**
     * @param around the structures that this one is within: one within itself has no end, and is a text of JSON
     * @param name the way to it, since one structure may have several schemas then
     */
    private static Schema schema(FieldType type, ItemType items, Set<String> around, String name) {
        return switch (type.kind()) {
            case STRING, FILE, OBJECT -> Schema.OPTIONAL_STRING_SCHEMA;
            case INTEGER -> Schema.OPTIONAL_INT64_SCHEMA;
            case FLOAT -> Schema.OPTIONAL_FLOAT64_SCHEMA;
            case BOOLEAN -> Schema.OPTIONAL_BOOLEAN_SCHEMA;
            case ARRAY ->
                SchemaBuilder.array(schema(type.item(), items, around, name))
                        .optional()
                        .build();
            case MAP ->
                SchemaBuilder.map(Schema.STRING_SCHEMA, schema(type.item(), items, around, name))
                        .optional()
                        .build();
            case STRUCT -> structure(type, items, around, name);
        };
    }

    private static Schema structure(FieldType type, ItemType items, Set<String> around, String name) {
        Map<String, Field> fields = items.fields(type);
        if (fields.isEmpty() || !around.add(type.struct())) {
            return Schema.OPTIONAL_STRING_SCHEMA;
        }
        SchemaBuilder builder = SchemaBuilder.struct().name(name).optional();
        fields.forEach(
                (field, declared) -> builder.field(field, schema(declared.type(), items, around, name + "." + field)));
        around.remove(type.struct());
        return builder.build();
    }

    Schema schema() {
        return schema;
    }

    /** An item as a value of the schema. */
    Object value(JsonNode item) {
        if (schema.type() != Schema.Type.STRUCT) {
            return text(item);
        }
        Map<String, String> others = new HashMap<>();
        Struct value = new Struct(schema);
        if (item.isObject()) {
            fill(value, item, "", others);
        } else {
            others.put("", item.toString());
        }
        if (!others.isEmpty()) {
            value.put(OTHER, others);
        }
        return value;
    }

    private static void fill(Struct structure, JsonNode object, String path, Map<String, String> others) {
        object.properties().forEach(member -> {
            String place = path + member.getKey();
            org.apache.kafka.connect.data.Field field = structure.schema().field(member.getKey());
            if (field == null || member.getKey().equals(OTHER)) {
                others.put(place, member.getValue().toString());
            } else if (!member.getValue().isNull()) {
                structure.put(field, value(field.schema(), member.getValue(), place, others));
            }
        });
    }

    /** Null where the value has another type. */
    private static Object value(Schema schema, JsonNode json, String place, Map<String, String> others) {
        Object value = json.isNull() ? null : fitting(schema, json, place, others);
        if (value == null && !json.isNull()) {
            others.put(place, json.toString());
        }
        return value;
    }

    private static Object fitting(Schema schema, JsonNode json, String place, Map<String, String> others) {
        return switch (schema.type()) {
            case STRING -> text(json);
            case INT64 -> whole(json);
            case FLOAT64 -> decimal(json);
            case BOOLEAN -> json.isBoolean() ? (Object) json.booleanValue() : null;
            case ARRAY -> json.isArray() ? list(schema, json, place, others) : null;
            case MAP -> json.isObject() ? map(schema, json, place, others) : null;
            case STRUCT -> json.isObject() ? structure(schema, json, place, others) : null;
            default -> throw new IllegalStateException("No field has the type " + schema.type());
        };
    }

    private static String text(JsonNode json) {
        return json.getNodeType() == JsonNodeType.STRING ? json.textValue() : json.toString();
    }

    private static Long whole(JsonNode json) {
        BigDecimal number = number(json);
        boolean isWhole = number != null
                && number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return isWhole ? number.longValue() : null;
    }

    private static Double decimal(JsonNode json) {
        BigDecimal number = number(json);
        return number == null ? null : (Double) number.doubleValue();
    }

    /** Vendors send some numbers as texts. */
    private static BigDecimal number(JsonNode json) {
        if (json.isNumber()) {
            return json.decimalValue();
        }
        return json.isTextual() && json.textValue().matches("-?\\d{1,30}(\\.\\d{1,30})?")
                ? new BigDecimal(json.textValue())
                : null;
    }

    private static List<Object> list(Schema schema, JsonNode json, String place, Map<String, String> others) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            list.add(value(schema.valueSchema(), json.get(i), place + "[" + i + "]", others));
        }
        return list;
    }

    private static Map<String, Object> map(Schema schema, JsonNode json, String place, Map<String, String> others) {
        Map<String, Object> map = new LinkedHashMap<>();
        json.properties()
                .forEach(entry -> map.put(
                        entry.getKey(),
                        value(schema.valueSchema(), entry.getValue(), place + "." + entry.getKey(), others)));
        return map;
    }

    private static Struct structure(Schema schema, JsonNode json, String place, Map<String, String> others) {
        Struct structure = new Struct(schema);
        fill(structure, json, place + ".", others);
        return structure;
    }
}

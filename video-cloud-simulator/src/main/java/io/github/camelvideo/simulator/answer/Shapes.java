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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Invents data of the shape the catalog declares. The same seed and the same name give the same data.
 *
 * <p>Meaning is not attempted: every declared field is there, with its type, inside its documented bounds.
 */
public final class Shapes {

    /** Structures that contain themselves end here. */
    private static final int MAX_DEPTH = 6;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ApiCatalog api;
    private final long seed;

    public Shapes(ApiCatalog api, long seed) {
        this.api = api;
        this.seed = seed;
    }

    /** A structure of the catalog; the name of the instance picks its data. */
    public ObjectNode struct(String type, String instance) {
        return fields(api.type(type), random(instance), 0);
    }

    /**
     * The fields of an answer from what is known of them: every declared field is there and no other. Where nothing is known, a field
     * is null if the catalog allows it, else empty (no text, zero or false). The request id and undescribed objects are left out.
     */
    ObjectNode complete(Map<String, Field> answer, ObjectNode known) {
        ObjectNode complete = JSON.objectNode();
        answer.values().stream()
                .filter(field -> !field.name().equals("RequestId"))
                .filter(field -> field.type().kind() != FieldType.Kind.OBJECT || known.has(field.name()))
                .forEach(field -> complete.set(field.name(), complete(field, known.path(field.name()), Set.of())));
        return complete;
    }

    /** @param within structures of which nothing is known and that this is a part of; one of them ends here, else it would have no end */
    private JsonNode complete(Field field, JsonNode known, Set<String> within) {
        boolean unknown = known.isMissingNode() || known.isNull();
        return unknown && field.nullable() ? JSON.nullNode() : complete(field.type(), known, within);
    }

    private ObjectNode complete(String type, JsonNode known, Set<String> within) {
        ObjectNode complete = JSON.objectNode();
        if (within.contains(type)) {
            return complete;
        }
        Set<String> inside = new HashSet<>(within);
        if (known.isMissingNode() || known.isNull()) {
            inside.add(type);
        }
        api.type(type)
                .values()
                .forEach(field -> complete.set(field.name(), complete(field, known.path(field.name()), inside)));
        return complete;
    }

    private JsonNode complete(FieldType type, JsonNode known, Set<String> within) {
        boolean unknown = known.isMissingNode() || known.isNull();
        return switch (type.kind()) {
            case STRING, FILE -> JSON.textNode(unknown ? "" : known.asText());
            case INTEGER, FLOAT -> unknown ? JSON.numberNode(0) : number(type, known);
            case BOOLEAN -> unknown ? JSON.booleanNode(false) : known;
            case OBJECT, MAP -> unknown ? JSON.objectNode() : known;
            case STRUCT -> complete(type.struct(), known, within);
            case ARRAY -> {
                ArrayNode elements = JSON.arrayNode();
                known.forEach(element -> elements.add(complete(type.item(), element, within)));
                yield elements;
            }
        };
    }

    private static JsonNode number(FieldType type, JsonNode known) {
        if (!known.isTextual()) {
            return known;
        }
        return type.kind() == FieldType.Kind.INTEGER
                ? JSON.numberNode(new BigInteger(known.asText()))
                : JSON.numberNode(new BigDecimal(known.asText()));
    }

    /** All fields of an answer except the request id. */
    public ObjectNode answer(Map<String, Field> fields, String instance) {
        ObjectNode answer = fields(fields, random(instance), 0);
        answer.remove("RequestId");
        return answer;
    }

    /** A single value. */
    public JsonNode value(FieldType type, String instance) {
        return value(instance, type, null, random(instance), 0);
    }

    /** Chances of its own for each instance, the same at every call. */
    public SplittableRandom random(String instance) {
        return new SplittableRandom(seed * 31 + instance.hashCode());
    }

    private ObjectNode fields(Map<String, Field> fields, SplittableRandom random, int depth) {
        ObjectNode object = JSON.objectNode();
        fields.values()
                .forEach(field -> object.set(field.name(), value(field.name(), field.type(), field, random, depth)));
        return object;
    }

    /**
     * @param bounds the field whose value or element this is, or null where nothing is documented
     */
    private JsonNode value(String name, FieldType type, Field bounds, SplittableRandom random, int depth) {
        List<String> values = values(bounds);
        return switch (type.kind()) {
            case STRING ->
                JSON.textNode(
                        values.isEmpty()
                                ? name.toLowerCase(Locale.ROOT) + "-" + (1 + random.nextInt(999))
                                : oneOf(values, random));
            case INTEGER ->
                JSON.numberNode(values.isEmpty() ? integer(bounds, random) : new BigInteger(oneOf(values, random)));
            case FLOAT -> JSON.numberNode(BigDecimal.valueOf(1 + random.nextInt(9999), 2));
            case BOOLEAN -> JSON.booleanNode(random.nextInt(2) == 1);
            case OBJECT -> JSON.objectNode().put("key", "value-" + random.nextInt(999));
            case FILE -> JSON.textNode(Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)));
            case STRUCT -> depth == MAX_DEPTH ? JSON.objectNode() : fields(api.type(type.struct()), random, depth + 1);
            case ARRAY -> array(name, type, bounds, random, depth);
            case MAP -> JSON.objectNode().set("key", value(name, type.item(), bounds, random, depth + 1));
        };
    }

    private ArrayNode array(String name, FieldType type, Field bounds, SplittableRandom random, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = depth == MAX_DEPTH ? 0 : 1 + random.nextInt(2);
        if (bounds != null && bounds.maxItems() != null) {
            size = Math.min(size, bounds.maxItems());
        }
        for (int i = 0; i < size; i++) {
            array.add(value(name, type.item(), bounds, random, depth + 1));
        }
        return array;
    }

    /** An answer that reports its own success reports one. */
    private static List<String> values(Field bounds) {
        if (bounds == null) {
            return List.of();
        }
        return bounds.success() == null ? bounds.values() : List.of(bounds.success());
    }

    private static String oneOf(List<String> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }

    private static BigInteger integer(Field bounds, SplittableRandom random) {
        BigInteger value = BigInteger.valueOf(1 + random.nextInt(999));
        if (bounds != null && bounds.min() != null) {
            value = value.max(bounds.min());
        }
        return bounds == null || bounds.max() == null ? value : value.min(bounds.max());
    }
}

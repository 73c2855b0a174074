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
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** All fields of an answer except the request id. */
    public ObjectNode answer(Map<String, Field> fields, String instance) {
        ObjectNode answer = fields(fields, random(instance), 0);
        answer.remove("RequestId");
        return answer;
    }

    /** A single value. */
    public JsonNode value(FieldType type, String instance) {
        return value(
                new Field(instance, type, true, false, false, null, null, null, null, List.of(), null),
                random(instance),
                0);
    }

    private SplittableRandom random(String instance) {
        return new SplittableRandom(seed * 31 + instance.hashCode());
    }

    private ObjectNode fields(Map<String, Field> fields, SplittableRandom random, int depth) {
        ObjectNode object = JSON.objectNode();
        fields.values().forEach(field -> object.set(field.name(), value(field, random, depth)));
        return object;
    }

    private JsonNode value(Field field, SplittableRandom random, int depth) {
        FieldType type = field.type();
        return switch (type.kind()) {
            case STRING -> JSON.textNode(text(field, random));
            case INTEGER ->
                JSON.numberNode(
                        field.values().isEmpty() ? integer(field, random) : new BigInteger(oneOf(field, random)));
            case FLOAT -> JSON.numberNode(BigDecimal.valueOf(1 + random.nextInt(9999), 2));
            case BOOLEAN -> JSON.booleanNode(random.nextInt(2) == 1);
            case OBJECT -> JSON.objectNode().put("key", "value-" + random.nextInt(999));
            case FILE ->
                JSON.textNode(Base64.getEncoder().encodeToString(field.name().getBytes(StandardCharsets.UTF_8)));
            case STRUCT -> depth == MAX_DEPTH ? JSON.objectNode() : fields(api.type(type.struct()), random, depth + 1);
            case ARRAY -> array(field, random, depth);
            case MAP -> JSON.objectNode().set("key", value(element(field), random, depth + 1));
        };
    }

    private ArrayNode array(Field field, SplittableRandom random, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = depth == MAX_DEPTH ? 0 : 1 + random.nextInt(2);
        if (field.maxItems() != null) {
            size = Math.min(size, field.maxItems());
        }
        for (int i = 0; i < size; i++) {
            array.add(value(element(field), random, depth + 1));
        }
        return array;
    }

    private static Field element(Field field) {
        return new Field(
                field.name(),
                field.type().item(),
                true,
                false,
                false,
                null,
                field.min(),
                field.max(),
                null,
                field.values(),
                null);
    }

    private static String text(Field field, SplittableRandom random) {
        if (field.success() != null) {
            return field.success();
        }
        return field.values().isEmpty()
                ? field.name().toLowerCase(Locale.ROOT) + "-" + (1 + random.nextInt(999))
                : oneOf(field, random);
    }

    private static String oneOf(Field field, SplittableRandom random) {
        return field.values().get(random.nextInt(field.values().size()));
    }

    private static BigInteger integer(Field field, SplittableRandom random) {
        BigInteger value = BigInteger.valueOf(1 + random.nextInt(999));
        if (field.min() != null) {
            value = value.max(field.min());
        }
        return field.max() == null ? value : value.min(field.max());
    }
}

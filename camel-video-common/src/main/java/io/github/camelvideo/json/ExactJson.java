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
package io.github.camelvideo.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON whose numbers survive unharmed: whole numbers of any length, decimals with the very digits that were written
 * ({@code 1.10} stays {@code 1.10}). Names that stand twice and anything behind the value are errors. For requests and answers alike.
 */
public final class ExactJson {

    /**
     * Names, values, and begins and ends of objects and arrays in a document. Bounds the memory of a tree, which for {@code [],[],} is
     * many times that of its text.
     */
    static final long MAX_TOKENS = 3_000_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            // the transport bounds a response as a whole (maxAnswerSize); a second bound would
                            // contradict it
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .build())
            .nodeFactory(NODES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // a name that stands twice could hide a value, or an error in an answer
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // some answers carry a single element where an array is declared
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Writes values of code. A date has a zone and a format only the vendor's document knows. */
    private static final ObjectMapper WRITER = MAPPER.copy()
            .registerModule(new SimpleModule()
                    .addSerializer(Date.class, new RefusedDates<>(Date.class))
                    .addSerializer(Calendar.class, new RefusedDates<>(Calendar.class))
                    .addSerializer(TemporalAccessor.class, new RefusedDates<>(TemporalAccessor.class)));

    /** Fills classes of users: vendors add fields at any time, and their names begin with a capital letter. */
    private static final JsonMapper BEANS = MAPPER.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .build();

    private ExactJson() {}

    public static JsonNode parse(String json) throws JsonProcessingException {
        try {
            return MAPPER.readTree(json);
        } catch (NumberFormatException e) {
            throw outOfRange();
        }
    }

    public static JsonNode parse(byte[] json) throws IOException {
        try {
            return MAPPER.readTree(json);
        } catch (NumberFormatException e) {
            throw outOfRange();
        }
    }

    /** Reads to the end and leaves the stream open. */
    public static JsonNode parse(InputStream json) throws IOException {
        try {
            return MAPPER.readTree(json);
        } catch (NumberFormatException e) {
            throw outOfRange();
        }
    }

    /** Jackson does not wrap this one. Its message quotes the number, which is content, so it is not kept as cause. */
    static JsonProcessingException outOfRange() {
        return new RefusedJsonException("a number whose exponent is out of range", null);
    }

    /**
     * @throws IllegalArgumentException when the value cannot be written as JSON; says where in the value, and quotes nothing of it
     */
    public static JsonNode fromObject(Object value) {
        try {
            return WRITER.valueToTree(value);
        } catch (StackOverflowError e) {
            // nothing is half done here; Jackson follows values that contain themselves to the end of the stack
            throw new IllegalArgumentException("it contains itself or is nested too deeply");
        } catch (RuntimeException e) {
            // such as an exception of a getter, which may quote
            throw new IllegalArgumentException(RefusedJsonException.of(e).getOriginalMessage());
        }
    }

    /**
     * The value as an instance of a class: a Map of plain Java values, or a bean through Jackson.
     *
     * @throws RefusedJsonException when the class does not fit the value; says where in the value, and quotes nothing of it
     */
    public static <T> T toObject(JsonNode value, Class<T> type) throws RefusedJsonException {
        try {
            return BEANS.treeToValue(value, type);
        } catch (JsonProcessingException | RuntimeException e) {
            throw RefusedJsonException.of(e);
        }
    }

    /** The value as plain Java: Map, List, String, Boolean, Integer, Long, BigInteger, BigDecimal, null. Without a mapper's detours. */
    public static Object toJava(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>((int) (value.size() / 0.75f) + 1);
                value.properties().forEach(field -> map.put(field.getKey(), toJava(field.getValue())));
                yield map;
            }
            case ARRAY -> {
                List<Object> list = new ArrayList<>(value.size());
                value.forEach(element -> list.add(toJava(element)));
                yield list;
            }
            case STRING -> value.textValue();
            case NUMBER -> value.numberValue();
            case BOOLEAN -> value.booleanValue();
            case NULL, MISSING -> null;
            case BINARY, POJO -> MAPPER.convertValue(value, Object.class);
        };
    }

    /** The value at a path of names joined by dots; the value itself for an empty path, missing where there is none. */
    public static JsonNode at(JsonNode value, String path) {
        JsonNode found = value == null ? MissingNode.getInstance() : value;
        if (path == null || path.isEmpty()) {
            return found;
        }
        if (path.indexOf('.') < 0) {
            return found.path(path);
        }
        for (String name : path.split("\\.")) {
            found = found.path(name);
        }
        return found;
    }

    public static byte[] bytes(JsonNode value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree cannot be written", e);
        }
    }

    public static ObjectNode object() {
        return NODES.objectNode();
    }

    public static ArrayNode array() {
        return NODES.arrayNode();
    }

    public static ValueNode integer(BigInteger value) {
        return value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }

    public static ValueNode decimal(BigDecimal value) {
        return NODES.numberNode(value);
    }
}

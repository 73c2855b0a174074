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
package io.github.camelvideo.binding;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.json.RefusedJsonException;
import io.github.camelvideo.protocol.ResponseMappingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;

/** What an answer or an item becomes as a message body. Immutable. */
public final class OutputType {

    private final String name;
    private final Class<?> type;

    private OutputType(String name, Class<?> type) {
        this.name = name;
        this.type = type;
    }

    /**
     * @param name {@code Map}, {@code JsonNode}, {@code String}, or the name of a class that Jackson can fill
     * @throws IllegalArgumentException when it is none of these
     */
    public static OutputType of(String name, CamelContext context) {
        return switch (name) {
            case "Map" -> new OutputType(name, Object.class);
            case "JsonNode" -> new OutputType(name, JsonNode.class);
            case "String" -> new OutputType(name, String.class);
            default -> {
                Class<?> type = context.getClassResolver().resolveClass(name);
                if (type == null) {
                    throw new IllegalArgumentException("outputType=" + name
                            + ": must be Map, JsonNode or String, spelled exactly so, or a class on the class path.");
                }
                yield new OutputType(name, type);
            }
        };
    }

    /** Whether an object of it can hold a field that the vendor did not send. */
    public boolean isOpen() {
        return type == Object.class || type == JsonNode.class;
    }

    /**
     * @param call {@code api/Action} that the value came from
     * @param requestId the vendor's id of the request, or null
     * @throws ResponseMappingException when the class does not fit what the vendor sent
     */
    public Object convert(JsonNode value, String call, String requestId) {
        if (type == JsonNode.class) {
            return value;
        }
        if (type == String.class) {
            return value.isTextual() ? value.textValue() : new String(ExactJson.bytes(value), StandardCharsets.UTF_8);
        }
        if (type == Object.class || value.isValueNode()) {
            return ExactJson.toJava(value);
        }
        try {
            return ExactJson.toObject(value, type);
        } catch (RefusedJsonException e) {
            throw new ResponseMappingException(
                    call, "outputType=" + name + " does not fit " + e.getOriginalMessage(), requestId);
        }
    }

    /** A list of values: JSON in one piece for text and trees, otherwise one element each. */
    public Object convertAll(List<JsonNode> values, String call, String requestId) {
        if (type == JsonNode.class || type == String.class) {
            return convert(ExactJson.array().addAll(values), call, requestId);
        }
        List<Object> converted = new ArrayList<>(values.size());
        values.forEach(value -> converted.add(convert(value, call, requestId)));
        return converted;
    }
}

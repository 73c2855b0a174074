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
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.Map;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/** Reads parameters, untyped yet, from where a route can put them. Changes none of its sources. */
final class ParameterSources {

    private ParameterSources() {}

    /** Names and values of a URI; dotted names become nested values. */
    static ObjectNode fromUri(String call, Map<String, Object> parameters) {
        return fromMap(call, "URI", parameters);
    }

    /**
     * A message body: a Map, JSON as text, bytes, stream, reader or file, a JsonNode, or a bean. No body, or an empty text, means no
     * parameters.
     *
     * @throws InvalidRequestException when the body is none of these
     */
    static ObjectNode fromBody(String call, Object body) {
        if (body == null) {
            return ExactJson.object();
        }
        if (body instanceof Map<?, ?> map) {
            return fromMap(call, "body", map);
        }
        if (body instanceof JsonNode node) {
            return requireObject(call, node);
        }
        if (body instanceof WrappedFile<?> polled) {
            // what the file components hand over; read into memory already, or not yet
            return fromBody(call, polled.getBody() == null ? polled.getFile() : polled.getBody());
        }
        byte[] bytes = bytes(call, body);
        if (bytes != null) {
            return fromJson(call, bytes);
        }
        if (isScalarLike(body)) {
            throw unsupported(call, body);
        }
        JsonNode bean = convert(call, "body", body);
        if (!bean.isObject()) {
            throw unsupported(call, body);
        }
        return expanded(call, (ObjectNode) bean);
    }

    /** A Map given by code, from the body or the parameters header. */
    static ObjectNode fromMap(String call, String source, Map<?, ?> map) {
        return expanded(call, (ObjectNode) convert(call, source, map));
    }

    private static JsonNode convert(String call, String source, Object value) {
        try {
            return ExactJson.fromObject(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(
                    call + ": the " + source + " of type " + value.getClass().getName() + " cannot be written as JSON",
                    e);
        }
    }

    private static byte[] bytes(String call, Object body) {
        try {
            if (body instanceof String text) {
                return text.getBytes(StandardCharsets.UTF_8);
            }
            if (body instanceof byte[] bytes) {
                return bytes;
            }
            if (body instanceof File file) {
                return Files.readAllBytes(file.toPath());
            }
            byte[] bytes = null;
            if (body instanceof InputStream stream) {
                bytes = stream.readAllBytes();
            } else if (body instanceof Reader reader) {
                bytes = text(reader).getBytes(StandardCharsets.UTF_8);
            }
            if (body instanceof StreamCache cache) {
                // the route may want to read its body again
                cache.reset();
            }
            return bytes;
        } catch (IOException e) {
            throw new InvalidRequestException(call + ": the body cannot be read", e);
        }
    }

    private static String text(Reader reader) throws IOException {
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        return text.toString();
    }

    private static ObjectNode fromJson(String call, byte[] json) {
        if (new String(json, StandardCharsets.UTF_8).isBlank()) {
            return ExactJson.object();
        }
        try {
            return requireObject(call, ExactJson.parse(json));
        } catch (JsonProcessingException e) {
            throw new InvalidRequestException(call + ": the body is not JSON: " + e.getOriginalMessage() + " (line "
                    + e.getLocation().getLineNr()
                    + ", column " + e.getLocation().getColumnNr()
                    + "). Send a JSON object of parameters, a Map, a bean, or no body.");
        } catch (IOException e) {
            throw new InvalidRequestException(call + ": the body cannot be read", e);
        }
    }

    private static ObjectNode requireObject(String call, JsonNode json) {
        if (!json.isObject()) {
            throw new InvalidRequestException(
                    call + ": the body must be a JSON object of parameters but is JSON of type "
                            + json.getNodeType().name().toLowerCase(java.util.Locale.ROOT));
        }
        return expanded(call, (ObjectNode) json);
    }

    private static boolean isScalarLike(Object body) {
        return body instanceof Number
                || body instanceof Boolean
                || body instanceof CharSequence
                || body instanceof Character
                || body instanceof Iterable
                || body instanceof Enum
                || body instanceof Date
                || body instanceof Temporal
                || body.getClass().isArray();
    }

    private static InvalidRequestException unsupported(String call, Object body) {
        return new InvalidRequestException(
                call + ": a body of type " + body.getClass().getName()
                        + " cannot carry parameters. Send a Map, JSON (text, bytes or stream), a JsonNode, a bean, or no body.");
    }

    /** Nests the vendor's dotted notation: {@code Sections.1.Begin} becomes {@code {"Sections": {"1": {"Begin": …}}}}. */
    private static ObjectNode expanded(String call, ObjectNode flat) {
        ObjectNode nested = ExactJson.object();
        for (Map.Entry<String, JsonNode> entry : flat.properties()) {
            String name = entry.getKey();
            String[] path = name.split("\\.");
            if (path.length == 1) {
                nested.set(name, entry.getValue());
            } else if (flat.has(path[0])) {
                throw new InvalidRequestException(
                        call + ": parameter '" + path[0] + "' is given both whole and in part ('" + name + "')");
            } else {
                put(call, nested, path, entry);
            }
        }
        return nested;
    }

    private static void put(String call, ObjectNode root, String[] path, Map.Entry<String, JsonNode> entry) {
        ObjectNode parent = root;
        for (int i = 0; i < path.length - 1; i++) {
            JsonNode child = parent.has(path[i]) ? parent.get(path[i]) : parent.putObject(path[i]);
            if (!child.isObject()) {
                throw new InvalidRequestException(
                        call + ": '" + entry.getKey() + "' goes below '" + path[i] + "', which has a value of its own");
            }
            parent = (ObjectNode) child;
        }
        parent.set(path[path.length - 1], entry.getValue());
    }
}

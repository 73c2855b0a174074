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
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.json.RefusedJsonException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/**
 * Reads parameters, untyped yet, from where a route can put them. Changes none of its sources; immutable.
 */
final class ParameterSources {

    /** What helps where a body is the business of the route and not of the call. */
    static final String REMEDY = "parametersFrom=HEADER to ignore the body.";

    /** How a URI says that a file is meant and not the text itself. */
    private static final String FILE = "file:";

    private final String call;
    private final Set<String> files;

    /** Some actions have parameters with dots in their names, and none with parts. */
    private final boolean dotsAreNames;

    /**
     * @param call how messages name the endpoint
     * @param declared parameters of the action
     */
    ParameterSources(String call, Map<String, Field> declared) {
        this.call = call;
        this.dotsAreNames = declared.keySet().stream().anyMatch(name -> name.indexOf('.') >= 0);
        this.files = declared.values().stream()
                .filter(field -> field.type().kind() == FieldType.Kind.FILE)
                .map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the action has parameters that are files. */
    boolean takeFiles() {
        return !files.isEmpty();
    }

    /** Names and values of a URI; dotted names become nested values, and {@code file:…} is a file where one is due. */
    ObjectNode fromUri(Map<String, Object> parameters) {
        Map<String, Object> values = new LinkedHashMap<>(parameters);
        files.forEach(name -> values.computeIfPresent(
                name,
                (key, value) -> value instanceof String text && text.startsWith(FILE)
                        ? Path.of(text.substring(FILE.length()))
                        : value));
        return fromMap("URI", values);
    }

    /**
     * A message body: a Map, JSON as text, bytes, stream, reader or file, a JsonNode, or a bean. No body, or an empty text, means no
     * parameters. For an action that takes one file, bytes, a stream or a file are that file.
     *
     * @param fileName name for a file that has none, or null
     * @throws InvalidRequestException when the body is none of these
     */
    ObjectNode fromBody(Object body, String fileName) {
        if (body == null) {
            return ExactJson.object();
        }
        if (body instanceof Map<?, ?> map) {
            return fromMap("body", map);
        }
        if (files.size() == 1 && !(body instanceof String)) {
            FileContent content = FileContent.from(body, fileName);
            if (content != null) {
                return ExactJson.object().set(files.iterator().next(), content.asNode());
            }
        }
        if (body instanceof JsonNode node) {
            return requireObject(node);
        }
        if (body instanceof WrappedFile<?> polled) {
            // what the file components hand over; read into memory already, or not yet
            return fromBody(polled.getBody() == null ? polled.getFile() : polled.getBody(), fileName);
        }
        byte[] bytes = bytes(body);
        if (bytes != null) {
            return fromJson(bytes);
        }
        if (isScalarLike(body)) {
            throw unsupported(body);
        }
        JsonNode bean = convert("body", body);
        if (!bean.isObject()) {
            throw unsupported(body);
        }
        return expanded((ObjectNode) bean);
    }

    /** A Map given by code, from the body or the parameters header. */
    ObjectNode fromMap(String source, Map<?, ?> map) {
        Map<String, JsonNode> contents = new LinkedHashMap<>();
        // also because a sorted Map refuses to be asked for a text if its keys are none
        Map<Object, Object> others = new LinkedHashMap<>(map);
        for (String name : files) {
            FileContent content = FileContent.from(others.get(name), null);
            if (content != null) {
                contents.put(name, content.asNode());
                others.remove(name);
            }
        }
        ObjectNode parameters = expanded((ObjectNode) convert(source, others));
        parameters.setAll(contents);
        return parameters;
    }

    private JsonNode convert(String source, Object value) {
        try {
            return ExactJson.fromObject(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(call + ": the " + source + " of type "
                    + value.getClass().getName() + " cannot be written as JSON: " + e.getMessage());
        }
    }

    private byte[] bytes(Object body) {
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
        } catch (IOException | RuntimeException e) {
            // a stream may be anybody's
            throw new InvalidRequestException(
                    call + ": the body cannot be read. Check the stream or file; the cause says more.", e);
        }
    }

    private static String text(Reader reader) throws IOException {
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        return text.toString();
    }

    private ObjectNode fromJson(byte[] json) {
        if (new String(json, StandardCharsets.UTF_8).isBlank()) {
            return ExactJson.object();
        }
        try {
            return requireObject(ExactJson.parse(json));
        } catch (JsonProcessingException e) {
            // the parser's own message quotes the content
            RefusedJsonException problem = RefusedJsonException.withoutQuotation(e);
            throw new InvalidRequestException(
                    call + ": the body is not JSON: " + problem.getOriginalMessage() + problem.where()
                            + ". Send a JSON object of parameters, a Map, a bean, or no body, or set " + REMEDY);
        } catch (IOException e) {
            throw new InvalidRequestException(
                    call + ": the body cannot be read. Check the stream or file; the cause says more.", e);
        }
    }

    private ObjectNode requireObject(JsonNode json) {
        if (!json.isObject()) {
            throw new InvalidRequestException(
                    call + ": the body must be a JSON object of parameters but is JSON of type "
                            + json.getNodeType().name().toLowerCase(java.util.Locale.ROOT)
                            + ". Send an object, or set " + REMEDY);
        }
        return expanded((ObjectNode) json);
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

    private InvalidRequestException unsupported(Object body) {
        return new InvalidRequestException(
                call + ": a body of type " + body.getClass().getName()
                        + " cannot carry parameters. Send a Map, JSON (text, bytes or stream), a JsonNode, a bean, or no body, or set "
                        + REMEDY);
    }

    /** Nests the vendor's dotted notation: {@code Sections.1.Begin} becomes {@code {"Sections": {"1": {"Begin": …}}}}. */
    private ObjectNode expanded(ObjectNode flat) {
        GivenValues.check(call, flat);
        ObjectNode nested = ExactJson.object();
        for (Map.Entry<String, JsonNode> entry : flat.properties()) {
            String name = entry.getKey();
            String[] path = dotsAreNames ? new String[] {name} : name.split("\\.");
            if (path.length <= 1) {
                nested.set(name, entry.getValue());
            } else if (flat.has(path[0])) {
                throw new InvalidRequestException(call + ": parameter '" + path[0]
                        + "' is given both as a whole and in part ('" + name + "'). Give one of them.");
            } else {
                put(nested, path, entry);
            }
        }
        return nested;
    }

    private void put(ObjectNode root, String[] path, Map.Entry<String, JsonNode> entry) {
        ObjectNode parent = root;
        for (int i = 0; i < path.length - 1; i++) {
            JsonNode child = parent.has(path[i]) ? parent.get(path[i]) : parent.putObject(path[i]);
            if (!child.isObject()) {
                throw new InvalidRequestException(call + ": '" + entry.getKey() + "' is a part of '" + path[i]
                        + "', which is given as a single value. Give one of them.");
            }
            parent = (ObjectNode) child;
        }
        parent.set(path[path.length - 1], entry.getValue());
    }
}

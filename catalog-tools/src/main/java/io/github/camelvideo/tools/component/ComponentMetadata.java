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
package io.github.camelvideo.tools.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The metadata that a component brings in its own jar: options and headers, and no action.
 *
 * @param json the whole document, a copy for whoever asked
 */
public record ComponentMetadata(ObjectNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the document of the component's jar. */
    public static ComponentMetadata of(KnownComponent component) {
        String resource = component.metadata();
        try (InputStream in = ComponentMetadata.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new ComponentMetadata((ObjectNode) JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part about the component as a whole. */
    public ObjectNode component() {
        return (ObjectNode) json.get("component");
    }

    /** Options of an endpoint by name, those of its path first. */
    public ObjectNode options() {
        return (ObjectNode) json.get("properties");
    }

    /** The options of the query, in the order of the document. */
    public List<Option> queryOptions() {
        return options().properties().stream()
                .filter(option ->
                        "parameter".equals(option.getValue().path("kind").asText()))
                .map(option -> new Option(option.getKey(), option.getValue()))
                .toList();
    }

    /**
     * One option.
     *
     * @param name as a URI spells it
     * @param facts its members in the document
     */
    public record Option(String name, JsonNode facts) {

        /** A member as text; empty if it is not there. */
        public String text(String member) {
            return facts.path(member).asText("");
        }

        /** Whether a member is true. */
        public boolean is(String member) {
            return facts.path(member).asBoolean();
        }

        /** Whether it is for consumers alone: {@code consumer} is one of its labels. */
        public boolean isForConsumers() {
            return List.of(text("label").split(",")).contains("consumer");
        }
    }
}

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
package io.github.camelvideo.tools;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The documents that tests begin with, and changes of them. */
public final class Files {

    public static final Path TENCENT = resource("/tencent/api.json");
    public static final Path ALIYUN = resource("/aliyun/api-docs.json");
    public static final Path CINEMA = resource("/expected/cinema.json");
    public static final Path DOORBELL = resource("/expected/doorbell.json");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Files() {}

    private static Path resource(String name) {
        try {
            return Path.of(Files.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String text(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path write(Path file, String text) {
        try {
            java.nio.file.Files.createDirectories(file.toAbsolutePath().getParent());
            return java.nio.file.Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON of a resource. */
    public static JsonNode json(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A copy of a document in a folder, with one change.
     *
     * @param place a JSON pointer; {@code -} as the last step is one behind the end of a list
     * @param value JSON that is put there, with {@code '} for quotation marks; nothing removes what is there
     */
    public static Path changed(Path document, Path folder, String place, String value) {
        JsonNode root = json(text(document));
        JsonPointer pointer = JsonPointer.compile(place);
        JsonNode json = value.isEmpty() ? MissingNode.getInstance() : json(value.replace('\'', '"'));
        JsonNode parent = root.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            if (json.isMissingNode()) {
                object.remove(name);
            } else {
                object.set(name, json);
            }
        } else if (parent instanceof ArrayNode array) {
            if (name.equals("-")) {
                array.add(json);
            } else if (json.isMissingNode()) {
                array.remove(Integer.parseInt(name));
            } else {
                array.set(Integer.parseInt(name), json);
            }
        } else {
            throw new IllegalArgumentException("There is nothing at " + place);
        }
        return write(folder.resolve(document.getFileName().toString()), root.toPrettyString());
    }
}

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
package io.github.camelvideo.lint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The documents of an API as text, as JSON and as records.
 *
 * @param feedsText the document of its feeds, or an empty text where it has none
 * @param feeds the same as JSON, or an empty object
 * @param callbacksText the document of its callbacks, or an empty text where it has none
 * @param callbacks the same as JSON, or an empty object
 */
public record CatalogFile(
        String id,
        String text,
        JsonNode json,
        String feedsText,
        JsonNode feeds,
        String callbacksText,
        JsonNode callbacks) {

    private static final String FEEDS = ".feeds";
    private static final String CALLBACKS = ".callbacks";
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /** Every catalog on the class path. */
    public static List<CatalogFile> all() throws IOException {
        List<CatalogFile> files = new ArrayList<>();
        for (var folder : Collections.list(CatalogFile.class.getClassLoader().getResources("catalog"))) {
            try (Stream<Path> paths = Files.list(Path.of(URI.create(folder.toString())))) {
                for (Path path : paths.filter(path -> path.toString().matches(".*(?<!\\.feeds|\\.callbacks)\\.json"))
                        .sorted()
                        .toList()) {
                    files.add(of(path));
                }
            }
        }
        return files;
    }

    public static CatalogFile of(String id) throws IOException {
        return all().stream().filter(file -> file.id.equals(id)).findFirst().orElseThrow();
    }

    /** The documents of the API at that path: its own, and those of its feeds and its callbacks beside it. */
    public static CatalogFile of(Path path) throws IOException {
        String id = path.getFileName().toString().replace(".json", "");
        String text = Files.readString(path);
        String feeds = beside(path, id + FEEDS);
        String callbacks = beside(path, id + CALLBACKS);
        return new CatalogFile(id, text, JSON.readTree(text), feeds, tree(feeds), callbacks, tree(callbacks));
    }

    private static String beside(Path path, String name) throws IOException {
        Path beside = path.resolveSibling(name + ".json");
        return Files.exists(beside) ? Files.readString(beside) : "";
    }

    private static JsonNode tree(String text) throws IOException {
        return text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text);
    }

    public boolean hasCallbacks() {
        return !callbacksText.isEmpty();
    }

    public ApiCatalog api() {
        return api(id, json, feeds, callbacks);
    }

    /**
     * @param feeds the document of its feeds, or an empty object where it has none
     * @param callbacks the document of its callbacks, or an empty object where it has none
     */
    public static ApiCatalog api(String id, JsonNode json, JsonNode feeds, JsonNode callbacks) {
        Map<String, JsonNode> documents = Map.of(id, json, id + FEEDS, feeds, id + CALLBACKS, callbacks);
        return new Catalogs(List.of(id), name -> stream(documents.get(name))).get(id);
    }

    private static InputStream stream(JsonNode document) {
        try {
            return document.isEmpty() ? null : new ByteArrayInputStream(JSON.writeValueAsBytes(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}

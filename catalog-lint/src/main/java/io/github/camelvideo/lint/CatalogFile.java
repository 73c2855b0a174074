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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogDocument;
import io.github.camelvideo.catalog.CatalogDocument.Part;
import io.github.camelvideo.catalog.CatalogFinder;
import io.github.camelvideo.catalog.CatalogMerge;
import io.github.camelvideo.catalog.Catalogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The documents of an API as text, as JSON and as records.
 *
 * @param texts its documents as they are, by the place where each lies
 * @param json the base with its overlay
 * @param feeds the document of its feeds, or an empty object where it has none
 * @param callbacks the document of its callbacks, or an empty object where it has none
 * @param withoutBase entries of the overlay that the base does not have
 */
public record CatalogFile(
        String id,
        Map<String, String> texts,
        ObjectNode json,
        ObjectNode feeds,
        ObjectNode callbacks,
        List<String> withoutBase) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /** Every catalog that jars on the class path list for a component. */
    public static List<CatalogFile> all(String scheme) throws IOException {
        return of(CatalogFinder.find(CatalogFile.class.getClassLoader(), List.of(scheme), null));
    }

    /** The catalog of an API that jars on the class path list for a component. */
    public static CatalogFile of(String scheme, String id) throws IOException {
        return of(CatalogFinder.find(CatalogFile.class.getClassLoader(), List.of(scheme), null).stream()
                        .filter(document -> document.api().equals(id))
                        .toList())
                .get(0);
    }

    /**
     * The catalogs that some documents make, in the order of their base documents. Documents without a base are left out.
     *
     * @throws IOException when a document cannot be read or is no JSON object; names it
     */
    public static List<CatalogFile> of(Collection<CatalogDocument> documents) throws IOException {
        List<CatalogFile> files = new ArrayList<>();
        for (String id : new Catalogs(documents).ids()) {
            files.add(read(
                    id,
                    documents.stream()
                            .filter(document -> document.api().equals(id))
                            .toList()));
        }
        return files;
    }

    private static CatalogFile read(String id, List<CatalogDocument> documents) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<Part, ObjectNode> parts = new LinkedHashMap<>();
        for (CatalogDocument document : documents) {
            String text = text(document);
            texts.put(document.place(), text);
            ObjectNode json = object(document, text);
            parts.merge(
                    document.part(),
                    json,
                    (lower, upper) -> document.part() == Part.BASE ? upper : CatalogMerge.over(lower, upper));
        }
        CatalogMerge.Result merged = CatalogMerge.overlay(parts.get(Part.BASE), or(parts, Part.OVERLAY));
        return new CatalogFile(
                id, texts, merged.json(), or(parts, Part.FEEDS), or(parts, Part.CALLBACKS), merged.withoutBase());
    }

    private static ObjectNode or(Map<Part, ObjectNode> parts, Part part) {
        return parts.getOrDefault(part, JSON.createObjectNode());
    }

    private static String text(CatalogDocument document) throws IOException {
        try (InputStream content = document.content().open()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ObjectNode object(CatalogDocument document, String text) throws IOException {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (IOException e) {
            throw new IOException(document + ": " + e.getMessage(), e);
        }
        if (json instanceof ObjectNode object) {
            return object;
        }
        throw new IOException(document + ": must be a JSON object");
    }

    public boolean hasCallbacks() {
        return !callbacks.isEmpty();
    }

    public ApiCatalog api() {
        return api(id, json, feeds, callbacks);
    }

    /**
     * @param json the base with its overlay
     * @param feeds the document of its feeds, or an empty object where it has none
     * @param callbacks the document of its callbacks, or an empty object where it has none
     */
    public static ApiCatalog api(String id, JsonNode json, JsonNode feeds, JsonNode callbacks) {
        Map<Part, JsonNode> parts = Map.of(Part.BASE, json, Part.FEEDS, feeds, Part.CALLBACKS, callbacks);
        return new Catalogs(parts.entrySet().stream()
                        .filter(part -> !part.getValue().isEmpty())
                        .map(part -> new CatalogDocument(
                                id, part.getKey(), id + " " + part.getKey(), () -> stream(part.getValue())))
                        .collect(Collectors.toList()))
                .get(id);
    }

    private static InputStream stream(JsonNode document) {
        try {
            return new ByteArrayInputStream(JSON.writeValueAsBytes(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}

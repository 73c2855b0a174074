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
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A catalog document as text, as JSON and as records. */
public record CatalogFile(String id, String text, JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /** Every catalog on the class path. */
    public static List<CatalogFile> all() throws IOException {
        List<CatalogFile> files = new ArrayList<>();
        for (var folder : Collections.list(CatalogFile.class.getClassLoader().getResources("catalog"))) {
            try (Stream<Path> paths = Files.list(Path.of(URI.create(folder.toString())))) {
                for (Path path : paths.filter(path -> path.toString().endsWith(".json"))
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

    private static CatalogFile of(Path path) throws IOException {
        String text = Files.readString(path);
        return new CatalogFile(path.getFileName().toString().replace(".json", ""), text, JSON.readTree(text));
    }

    public ApiCatalog api() {
        return api(id, json);
    }

    public static ApiCatalog api(String id, JsonNode json) {
        try {
            byte[] document = JSON.writeValueAsBytes(json);
            return new Catalogs(List.of(id), ignored -> new ByteArrayInputStream(document)).get(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}

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
package io.github.camelvideo.tools.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogException;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.tools.component.KnownComponent;
import io.github.camelvideo.tools.document.DocumentException;
import io.github.camelvideo.tools.metadata.ApiMetadata;
import java.nio.file.Path;
import java.util.List;

/** Writes the metadata of a component with every action and parameter of its catalogs. */
public final class MetadataTask {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MetadataTask() {}

    /**
     * What was written.
     *
     * @param apis the APIs in it
     * @param file the document
     */
    public record Result(List<ApiCatalog> apis, Path file) {

        /** A line about it. */
        @Override
        public String toString() {
            int actions = apis.stream().mapToInt(api -> api.actions().size()).sum();
            return apis.size() + (apis.size() == 1 ? " API, " : " APIs, ") + actions + " actions -> " + file;
        }
    }

    /**
     * Writes {@code <scheme>.json} as a whole or not at all.
     *
     * @param scheme the component's
     * @param catalogs folders and documents as the option {@code catalogs} of a component names them, or null for the built-in ones alone
     * @param out the file to write if it ends with {@code .json}, otherwise its folder; null for the working directory
     * @param required whether parameters that the vendor requires must be in the URI
     * @throws DocumentException if there is no such component, a catalog cannot be read, or the file cannot be written
     */
    public static Result run(String scheme, String catalogs, Path out, boolean required) {
        KnownComponent component = KnownComponent.ofScheme(scheme);
        List<ApiCatalog> apis = all(component.catalogs(catalogs));
        Path file = out != null && out.toString().endsWith(".json")
                ? out
                : (out == null ? Path.of("") : out).resolve(scheme + ".json");
        try {
            TextFile.write(file, JSON.writeValueAsString(ApiMetadata.of(component, apis, required)) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The metadata cannot be written", e);
        }
        return new Result(apis, file);
    }

    private static List<ApiCatalog> all(Catalogs catalogs) {
        try {
            return catalogs.ids().stream().map(catalogs::get).toList();
        } catch (CatalogException e) {
            throw new DocumentException(e.getMessage(), e);
        }
    }
}

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

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogException;
import io.github.camelvideo.tools.component.KnownComponent;
import io.github.camelvideo.tools.docs.ApiPage;
import io.github.camelvideo.tools.docs.PageSettings;
import io.github.camelvideo.tools.document.DocumentException;
import java.nio.file.Path;

/** Writes the reference page of an API. */
public final class DocsTask {

    private DocsTask() {}

    /**
     * What was written.
     *
     * @param api the API
     * @param file the page
     */
    public record Result(ApiCatalog api, Path file) {}

    /**
     * Writes the page as a whole or not at all.
     *
     * @param api name of the API in URIs
     * @param catalogs folders and documents as the option {@code catalogs} of a component names them, or null for the built-in ones alone
     * @param out the file to write, or null for {@code <api>.md} in the working directory
     * @throws DocumentException if there is no such API, its catalog cannot be read, or the file cannot be written
     */
    public static Result run(String api, String catalogs, Path out) {
        ApiCatalog catalog;
        try {
            catalog = KnownComponent.allCatalogs(catalogs).get(api);
        } catch (CatalogException e) {
            throw new DocumentException(e.getMessage(), e);
        }
        PageSettings settings = PageSettings.alone(KnownComponent.of(catalog).path(api));
        Path file = out == null ? Path.of(api + ".md") : out;
        TextFile.write(file, new ApiPage(catalog, settings).text());
        return new Result(catalog, file);
    }
}

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
package io.github.camelvideo.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.tools.docs.ApiPage;
import io.github.camelvideo.tools.docs.PageSettings;
import io.github.camelvideo.tools.docs.ShownValues;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The pages of docs/reference: one for each catalog, and an index of them. */
final class ReferencePages {

    /** Where they are; nothing else may be there. */
    static final Path FOLDER = Path.of("docs/reference");

    /** First line of each page. */
    static final String NOTICE = "<!-- Generated from the catalogs by DocumentsTest: do not edit. -->\n\n";

    private ReferencePages() {}

    /** The text of each page by its path. */
    static Map<Path, String> texts() {
        Map<Path, String> texts = new TreeMap<>();
        List<ApiCatalog> apis = Scheme.allApis().toList();
        apis.forEach(api -> texts.put(FOLDER.resolve(api.id() + ".md"), new ApiPage(api, settings(api)).text()));
        texts.put(FOLDER.resolve("README.md"), new ReferenceIndex(apis).text());
        return texts;
    }

    /** What the page of an API needs beside its catalog. */
    static PageSettings settings(ApiCatalog api) {
        return new PageSettings(
                NOTICE,
                Scheme.of(api).path(api, ""),
                "How to read this page: [reference](README.md).",
                "See [feeds](../feeds.md#all-feeds)",
                Scheme.allApis().map(ApiCatalog::id).collect(Collectors.toSet()),
                shown(api));
    }

    /**
     * The values of the vendor's examples, and over them those of a file of this module. The file names a parameter where the vendor's
     * example would be refused or says nothing, also one that is not required if a call without it is pointless.
     */
    static ShownValues shown(ApiCatalog api) {
        return new ShownValues(
                existing(Scheme.of(api).examples(api.id())),
                existing(Path.of("docs/src/test/resources/reference", api.id() + ".json")));
    }

    private static JsonNode existing(Path file) {
        return Files.exists(Project.ROOT.resolve(file)) ? Project.json(file) : MissingNode.getInstance();
    }
}

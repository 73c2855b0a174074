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

import io.github.camelvideo.catalog.ApiCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pages of docs/reference: one for each catalog, and an index of them. */
final class ReferencePages {

    /** Where they are; nothing else may be there. */
    static final Path FOLDER = Path.of("docs/reference");

    /** First line of each page. */
    static final String NOTICE = "<!-- Generated from the catalogs by DocumentsTest: do not edit. -->\n\n";

    private ReferencePages() {}

    /** The APIs that have a page. */
    static List<String> ids() {
        return Scheme.allApis().map(ApiCatalog::id).toList();
    }

    /** The text of each page by its path. */
    static Map<Path, String> texts() {
        Map<Path, String> texts = new TreeMap<>();
        List<ApiCatalog> apis = Scheme.allApis().toList();
        apis.forEach(api -> texts.put(FOLDER.resolve(api.id() + ".md"), new ApiPage(api, ShownValues.of(api)).text()));
        texts.put(FOLDER.resolve("README.md"), new ReferenceIndex(apis).text());
        return texts;
    }
}

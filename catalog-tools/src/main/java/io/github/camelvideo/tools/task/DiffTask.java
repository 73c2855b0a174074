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

import io.github.camelvideo.tools.base.BaseCatalog;
import io.github.camelvideo.tools.base.BaseReader;
import io.github.camelvideo.tools.definition.Definition;
import io.github.camelvideo.tools.definition.Definitions;
import io.github.camelvideo.tools.diff.CatalogDiff;
import io.github.camelvideo.tools.document.DocumentException;
import io.github.camelvideo.tools.document.JsonFile;
import io.github.camelvideo.tools.document.Place;
import io.github.camelvideo.tools.importing.Importer;
import io.github.camelvideo.tools.rules.ImportRules;
import java.nio.file.Path;

/** Compares two files, each a catalog or a definition of a vendor. */
public final class DiffTask {

    private DiffTask() {}

    /** What was compared, and how it differs. */
    public record Result(BaseCatalog older, BaseCatalog newer, CatalogDiff diff) {}

    /**
     * @param rules a file with rules for definitions, or null for those that the tools bring
     * @throws DocumentException if a file cannot be used
     */
    public static Result run(Path older, Path newer, Path rules) {
        ImportRules read = rules == null ? ImportRules.builtIn() : ImportRules.read(rules);
        BaseCatalog before = catalog(older, read);
        BaseCatalog now = catalog(newer, read);
        return new Result(before, now, CatalogDiff.between(before, now));
    }

    private static BaseCatalog catalog(Path file, ImportRules rules) {
        Place root = JsonFile.load(file);
        if (BaseReader.recognises(root)) {
            return BaseReader.read(root);
        }
        Definition definition = Definitions.read(root);
        return Importer.run(definition, rules.of(definition.vendor()), new Importer.Options(null, null, false, null));
    }
}

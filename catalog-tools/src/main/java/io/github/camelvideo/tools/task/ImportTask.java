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
import io.github.camelvideo.tools.base.BaseWriter;
import io.github.camelvideo.tools.definition.Definition;
import io.github.camelvideo.tools.definition.Definitions;
import io.github.camelvideo.tools.diff.CatalogDiff;
import io.github.camelvideo.tools.document.DocumentException;
import io.github.camelvideo.tools.document.JsonFile;
import io.github.camelvideo.tools.importing.History;
import io.github.camelvideo.tools.importing.Importer;
import io.github.camelvideo.tools.rules.ImportRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Imports a file of a vendor into a base document. Command line and Maven goal only pass on what the user said. */
public final class ImportTask {

    private static final Pattern API = Pattern.compile("[a-z][a-z0-9-]*");
    private static final String JSON = ".json";

    private ImportTask() {}

    /**
     * What a user may say.
     *
     * @param file the vendor's file
     * @param out folder or {@code .json} file to write, or null for the working directory
     * @param api name of the API, or null for the vendor's name of the service
     * @param asOf date of the definitions, or null for today
     * @param texts whether to take over the vendor's texts
     * @param rateLimit calls per second of each action, or null
     * @param rules a file with rules, or null for those that the tools bring
     */
    public record Settings(
            Path file, Path out, String api, LocalDate asOf, boolean texts, Integer rateLimit, Path rules) {}

    /**
     * What was done.
     *
     * @param definition what was read
     * @param catalog what was written
     * @param file where
     * @param existing what was there before, or null
     * @param since differences to it, or null if there was nothing
     */
    public record Result(
            Definition definition,
            BaseCatalog catalog,
            Path file,
            BaseCatalog existing,
            CatalogDiff since,
            Duration time) {}

    /**
     * Imports. If the file to write exists, it is continued: see {@link History}.
     *
     * @param clock gives today, by its zone
     * @param progress takes a line for each step
     * @throws DocumentException if something cannot be used; nothing is written then
     */
    public static Result run(Settings settings, Clock clock, Consumer<String> progress) {
        long begin = clock.millis();
        if (settings.rateLimit() != null && settings.rateLimit() < 1) {
            throw new DocumentException(
                    "--rate-limit " + settings.rateLimit() + ": must be at least 1 call per second.");
        }
        ImportRules rules = settings.rules() == null ? ImportRules.builtIn() : ImportRules.read(settings.rules());
        progress.accept("Reading " + settings.file());
        Definition definition = Definitions.read(JsonFile.load(settings.file()));
        String api = api(settings, definition);
        BaseCatalog now = Importer.run(
                definition,
                rules.of(definition.vendor()),
                new Importer.Options(
                        api,
                        settings.asOf() == null ? LocalDate.now(clock) : settings.asOf(),
                        settings.texts(),
                        settings.rateLimit()));
        Path file = file(settings.out(), api);
        BaseCatalog existing = null;
        BaseCatalog written = now;
        if (Files.exists(file)) {
            progress.accept("Continuing " + file);
            existing = BaseReader.written(JsonFile.load(file));
            written = History.continued(existing, now);
        }
        progress.accept("Writing " + file);
        TextFile.write(file, BaseWriter.text(written));
        return new Result(
                definition,
                written,
                file,
                existing,
                existing == null ? null : CatalogDiff.between(existing, written),
                Duration.ofMillis(clock.millis() - begin));
    }

    private static String api(Settings settings, Definition definition) {
        String api = settings.api() == null ? definition.service() : settings.api();
        if (!API.matcher(api).matches()) {
            throw new DocumentException(
                    "'" + api + "' cannot be the name of an API: it begins with a small letter and has small"
                            + " letters, digits and - only. Give one with --api.");
        }
        return api;
    }

    private static Path file(Path out, String api) {
        if (out != null && out.toString().endsWith(JSON) && !Files.isDirectory(out)) {
            if (!out.getFileName().toString().equals(api + JSON)) {
                throw new DocumentException(out + ": the catalog of the API '" + api + "' must be called " + api
                        + ".json. Give a folder, or another name of the API with --api.");
            }
            return out;
        }
        return out == null ? Path.of(api + JSON) : out.resolve(api + JSON);
    }
}

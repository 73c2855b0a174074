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
package io.github.camelvideo.tools.maven;

import io.github.camelvideo.tools.document.DocumentException;
import io.github.camelvideo.tools.task.ImportSummary;
import io.github.camelvideo.tools.task.ImportTask;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Writes a catalog from a vendor's definitions: Tencent {@code api.json} or Alibaba {@code api-docs.json}. */
@Mojo(name = "import", requiresProject = false, threadSafe = true)
public final class ImportMojo extends AbstractMojo {

    /** The vendor's file of one service and version. */
    @Parameter(property = "catalog.file", required = true)
    private File file;

    /** Folder, or file that ends with {@code .json}. */
    @Parameter(property = "catalog.out", defaultValue = "${basedir}")
    private File out;

    /** Name of the API in URIs; by default, the vendor's name of the service. */
    @Parameter(property = "catalog.api")
    private String api;

    /** Date of the definitions, such as 2026-08-21; by default, today (UTC). */
    @Parameter(property = "catalog.asOf")
    private String asOf;

    /** Whether to take over the vendor's texts, into your own copy. Their licence applies. */
    @Parameter(property = "catalog.texts")
    private boolean texts;

    /** Calls per second of each action; by default, none. */
    @Parameter(property = "catalog.rateLimit")
    private Integer rateLimit;

    /** Rules to use instead of the built-in ones. */
    @Parameter(property = "catalog.rules")
    private File rules;

    @Override
    public void execute() throws MojoFailureException {
        try {
            ImportTask.Result result = ImportTask.run(
                    new ImportTask.Settings(path(file), path(out), api, date(), texts, rateLimit, path(rules)),
                    Clock.systemUTC(),
                    getLog()::info);
            ImportSummary.lines(result).forEach(getLog()::info);
        } catch (DocumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }

    private LocalDate date() {
        try {
            return asOf == null ? null : LocalDate.parse(asOf);
        } catch (DateTimeException e) {
            throw new DocumentException("asOf: must be a date such as 2026-08-21, but is '" + asOf + "'.", e);
        }
    }

    static Path path(File file) {
        return file == null ? null : file.toPath();
    }
}

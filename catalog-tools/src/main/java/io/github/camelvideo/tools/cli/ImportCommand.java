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
package io.github.camelvideo.tools.cli;

import io.github.camelvideo.tools.task.ImportSummary;
import io.github.camelvideo.tools.task.ImportTask;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: from a vendor's file to a catalog. */
@Command(
        name = "import",
        description = {
            "Writes a catalog from a vendor's definitions: Tencent api.json or Alibaba api-docs.json.",
            "If the catalog exists, actions that are new get their date, and actions that are gone stay, marked as removed."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The vendor's file of one service and version.")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "Folder, or file that ends with .json. Default: <api>.json in the working directory.")
    private Path out;

    @Option(
            names = "--api",
            paramLabel = "NAME",
            description = "Name of the API in URIs. Default: the vendor's name of the service.")
    private String api;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "Date of the definitions, such as 2026-08-21. Default: today (UTC).")
    private LocalDate asOf;

    @Option(
            names = "--texts",
            description =
                    "Take over the vendor's texts, into your own copy. Their licence applies. Default: names only.")
    private boolean texts;

    @Option(
            names = "--rate-limit",
            paramLabel = "N",
            description = "Calls per second of each action. Default: none, because the definitions state none.")
    private Integer rateLimit;

    @Option(names = "--rules", paramLabel = "FILE", description = "Rules to use instead of the built-in ones.")
    private Path rules;

    ImportCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter progress = spec.commandLine().getErr();
        ImportTask.Result result = ImportTask.run(
                new ImportTask.Settings(file, this.out, api, asOf, texts, rateLimit, rules), clock, progress::println);
        ImportSummary.lines(result).forEach(out::println);
        return 0;
    }
}

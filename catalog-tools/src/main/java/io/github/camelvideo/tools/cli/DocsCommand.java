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

import io.github.camelvideo.tools.task.DocsTask;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docs}: the reference page of an API. */
@Command(
        name = "docs",
        description =
                "Writes the reference page of an API in Markdown: actions, parameters, types, feeds and error codes.",
        mixinStandardHelpOptions = true)
final class DocsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "API", description = "Name of the API in URIs, such as trtc.")
    private String api;

    @Option(
            names = "--catalogs",
            paramLabel = "PLACES",
            description =
                    "Folders and JSON documents with catalogs, separated by commas, such as file:catalogs. Default: the built-in ones alone.")
    private String catalogs;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "File to write. Default: <api>.md in the working directory.")
    private Path out;

    @Override
    public Integer call() {
        DocsTask.Result result = DocsTask.run(api, catalogs, out);
        spec.commandLine()
                .getOut()
                .println(result.api().id() + ": " + result.api().actions().size() + " actions -> " + result.file());
        return 0;
    }
}

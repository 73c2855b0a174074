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

import io.github.camelvideo.tools.task.BuildersTask;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code builders}: endpoint builders of an API. */
@Command(
        name = "builders",
        description =
                "Writes Java source with a builder for each action of an API, for routes in Java. It needs camel-video-endpointdsl.",
        mixinStandardHelpOptions = true)
final class BuildersCommand implements Callable<Integer> {

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
            names = "--package",
            required = true,
            paramLabel = "NAME",
            description = "Package of the class, such as com.example.")
    private String packageName;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Root folder of the source. Default: the working directory.")
    private Path out;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(BuildersTask.api(api, catalogs, packageName, out));
        return 0;
    }
}

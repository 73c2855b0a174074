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

import io.github.camelvideo.tools.task.MetadataTask;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code metadata}: what Camel's tools read about a component. */
@Command(
        name = "metadata",
        description =
                "Writes the metadata of a component with every API, action and parameter, for tools that check and complete URIs.",
        mixinStandardHelpOptions = true)
final class MetadataCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SCHEME", description = "Component, such as tencent-video.")
    private String scheme;

    @Option(
            names = "--catalogs",
            paramLabel = "PLACES",
            description =
                    "Folders and JSON documents with more catalogs, separated by commas, such as file:catalogs. Default: the built-in ones alone.")
    private String catalogs;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "Folder, or file that ends with .json. Default: <scheme>.json in the working directory.")
    private Path out;

    @Option(
            names = "--required",
            description =
                    "Report URIs that lack a parameter which the vendor requires. Default: they are valid, since messages may carry it.")
    private boolean required;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(MetadataTask.run(scheme, catalogs, out, required));
        return 0;
    }
}

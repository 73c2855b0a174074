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

import io.github.camelvideo.tools.diff.DiffJson;
import io.github.camelvideo.tools.diff.DiffText;
import io.github.camelvideo.tools.task.DiffTask;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: what is new, gone and changed. */
@Command(
        name = "diff",
        description =
                "Compares two files. Each is a catalog or a vendor's definition. Ends with 0 if they say the same, with 1 if not.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The older file.")
    private Path older;

    @Parameters(index = "1", paramLabel = "NEW", description = "The newer file.")
    private Path newer;

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Option(names = "--rules", paramLabel = "FILE", description = "Rules to use instead of the built-in ones.")
    private Path rules;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        DiffTask.Result result = DiffTask.run(older, newer, rules);
        if (json) {
            out.println(DiffJson.text(result.older(), result.newer(), result.diff()));
        } else {
            DiffText.lines(result.diff()).forEach(out::println);
        }
        return result.diff().isEmpty() ? 0 : CatalogTools.FINDINGS;
    }
}

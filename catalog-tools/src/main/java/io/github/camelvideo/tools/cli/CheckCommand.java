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

import io.github.camelvideo.tools.task.CheckTask;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: what is wrong with catalogs. */
@Command(
        name = "check",
        description = {
            "Checks catalogs as they are used: each base with its overlay, feeds and callbacks.",
            "Ends with 1 if there are problems."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PLACE",
            description =
                    "Folder with catalogs, or a file of one API, which is checked with the files of the same API beside it.")
    private List<Path> places;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        CheckTask.Result result = CheckTask.run(places);
        result.problems().forEach(out::println);
        out.println("Checked " + String.join(", ", result.apis()) + ": "
                + (result.problems().isEmpty()
                        ? "no problems."
                        : result.problems().size() + (result.problems().size() == 1 ? " problem." : " problems.")));
        return result.problems().isEmpty() ? 0 : CatalogTools.FINDINGS;
    }
}

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

import io.github.camelvideo.tools.document.DocumentException;
import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command line: {@code java -jar catalog-tools-standalone.jar <command>}. It ends with 0 if all is well, with 1 if a command has
 * something to report (differences, problems, a failed call), and with 2 if it could not do its work: a wrong option, a file that cannot be used.
 */
@Command(
        name = "catalog-tools",
        description = "Catalogs of video cloud APIs from the definitions that vendors publish.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolsVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All is well.",
            "1:diff: the files differ. check: there are problems. try: the call failed, or no item came.",
            "2:An option or a file cannot be used. The message says why."
        })
public final class CatalogTools implements Runnable {

    /** Something to report. */
    static final int FINDINGS = 1;

    /** The work could not be done. */
    static final int FAILED = 2;

    @Spec
    private CommandSpec spec;

    private CatalogTools() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(Clock.systemUTC()).execute(arguments));
    }

    /** @param clock gives today, for dates that the user does not say */
    static CommandLine commandLine(Clock clock) {
        CommandLine line = new CommandLine(new CatalogTools())
                .addSubcommand(new ImportCommand(clock))
                .addSubcommand(new CheckCommand())
                .addSubcommand(new DiffCommand())
                .addSubcommand(new DocsCommand())
                .addSubcommand(new MetadataCommand())
                .addSubcommand(new BuildersCommand())
                .addSubcommand(new TryCommand());
        line.setExecutionStrategy(CatalogTools::run);
        line.setExecutionExceptionHandler((exception, command, result) -> failed(command, exception));
        return line;
    }

    /** Without a command, says which there are. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
    }

    private static int run(CommandLine.ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            parsed.commandSpec()
                    .commandLine()
                    .getErr()
                    .println(
                            "There is not enough memory for this file. Start Java with -Xmx512m, which is enough for any that is read.");
            return FAILED;
        }
    }

    private static int failed(CommandLine command, Exception exception) {
        PrintWriter err = command.getErr();
        err.println(
                exception instanceof DocumentException
                        ? exception.getMessage()
                        : "This is a fault of catalog-tools: " + exception + ". Please report it with the file.");
        return FAILED;
    }
}

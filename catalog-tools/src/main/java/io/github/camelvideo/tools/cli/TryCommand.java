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
import io.github.camelvideo.tools.trial.Trial;
import io.github.camelvideo.tools.trial.TrialException;
import io.github.camelvideo.tools.trial.TrialSettings;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code try}: one call or one feed, as a route would run it. */
@Command(
        name = "try",
        description = {
            "Runs one call or feed against the vendor's cloud or a simulator, and prints what a route would get.",
            "Keys come from the environment variables and files that the component reads. The simulator needs none."
        },
        mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {

    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    /** Logs why a poll failed, with the stack trace; the command says it in a line. */
    private static final String LOG_LEVEL_OF_POLLS = "org.slf4j.simpleLogger.log.io.github.camelvideo.consumer";

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "URI",
            description =
                    "URI of an action, as in a route, such as tencent-video:live/<Action>. Quote it if it has a query.")
    private String uri;

    @Option(
            names = "--catalogs",
            paramLabel = "PLACES",
            description =
                    "Folders and JSON documents with catalogs, separated by commas, such as file:catalogs. Default: the built-in ones alone.")
    private String catalogs;

    @Option(
            names = "--simulator",
            description = "Start a simulator with the same catalogs and call it. A feed lists invented items.")
    private boolean simulator;

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description =
                    "Address to call instead of the vendor's own, such as that of a proxy or a running simulator.")
    private String endpointUrl;

    @Option(
            names = "--as",
            paramLabel = "feed|call",
            description = "What to run. Default: a feed if the action has one and there is no --body.")
    private String as;

    @Option(
            names = "--items",
            paramLabel = "N",
            description = "Number of items after which a feed ends. Default: ${DEFAULT-VALUE}.",
            defaultValue = "5")
    private int items;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Seconds after which a feed ends without more items. Default: ${DEFAULT-VALUE}.",
            defaultValue = "60")
    private int timeout;

    @Option(names = "--body", paramLabel = "JSON", description = "Body of the message of a call.")
    private String body;

    @Option(
            names = "--option",
            paramLabel = "NAME=VALUE",
            description =
                    "Option of the endpoint or parameter of the action, over that of the URI. May be repeated. Do not pass keys in this way: other users of the machine can see the arguments of a process.")
    private Map<String, String> options = Map.of();

    @Option(
            names = "--verbose",
            description = "Log what Camel and the component do, and print the stack trace of a failure.")
    private boolean verbose;

    @Override
    public Integer call() {
        if (simulator && endpointUrl != null) {
            throw new ParameterException(
                    spec.commandLine(), "--simulator and --endpoint-url exclude each other. Remove one of them.");
        }
        if (items < 1) {
            throw new ParameterException(spec.commandLine(), "--items " + items + ": must be at least 1.");
        }
        // before the first logger is made: slf4j-simple reads it once
        System.setProperty(LOG_LEVEL, verbose ? "info" : "warn");
        System.setProperty(LOG_LEVEL_OF_POLLS, verbose ? "info" : "error");
        PrintWriter out = spec.commandLine().getOut();
        TrialSettings settings = new TrialSettings(
                uri, catalogs, simulator, endpointUrl, items, Duration.ofSeconds(timeout), body, options, as());
        try {
            if (Trial.run(settings, out::println)) {
                return 0;
            }
            failed(
                    "No item came. Read further back with --option startFrom=PT1H, or wait longer with --timeout.",
                    null);
            return CatalogTools.FINDINGS;
        } catch (TrialException e) {
            failed(e.getMessage(), e);
            return CatalogTools.FINDINGS;
        } catch (DocumentException e) {
            failed(e.getMessage(), e);
            return CatalogTools.FAILED;
        }
    }

    private TrialSettings.As as() {
        try {
            return as == null ? null : TrialSettings.As.valueOf(as.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--as " + as + ": must be feed or call.", e);
        }
    }

    private void failed(String message, Exception failure) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(message);
        if (verbose && failure != null) {
            failure.printStackTrace(err);
        }
    }
}

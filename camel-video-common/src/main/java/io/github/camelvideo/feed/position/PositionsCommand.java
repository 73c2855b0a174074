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
package io.github.camelvideo.feed.position;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Command line that shows and changes stored positions; see its {@code --help}. Exit codes: 0 done, 1 failed, 2 wrong arguments.
 *
 * <p>Run it with the class path of the application, which has the driver of the database:
 * {@code java -cp 'lib/*' io.github.camelvideo.feed.position.PositionsCommand list --directory data/offsets}.
 */
public final class PositionsCommand {

    private static final String PASSWORD = "POSITIONS_PASSWORD";
    private static final String TO_PASSWORD = "POSITIONS_TO_PASSWORD";
    private static final Set<String> VALUES = Set.of(
            "--directory",
            "--jdbc-url",
            "--user",
            "--partition",
            "--to",
            "--to-directory",
            "--to-jdbc-url",
            "--to-user",
            "--table",
            "--feed-table",
            "--position-table",
            "--entry-table");
    private static final String TAKE_OVER = "--take-over";

    private static final String HELP =
            """
            Shows and changes stored positions of feeds.

            Usage:
              positions list   [<feed>]
              positions show   <feed> [--partition <name>]
              positions rewind <feed> --to <instant> [--partition <name>]
              positions copy   <feed> [--to <other feed>] [--to-directory <directory> | --to-jdbc-url <url> --to-user <name>]
              positions delete <feed> [--partition <name>]

            Commands:
              list     Lists the positions of all feeds, or of one, as lines separated by tabs.
              show     Prints one position with the items it remembers.
              rewind   Moves a log position back: items from that instant on are delivered again.
              copy     Copies all positions to another offsetKey, another repository, or both.
              delete   Deletes positions: the feed starts at startFrom then.
            A feed that is open in another process can be listed and shown, but not changed.

            Where the positions are:
              --directory <directory>   Directory of a FileOffsetRepository.
              --jdbc-url <url>          Database of a JdbcOffsetRepository. The driver must be on the class path.
              --user <name>             User of the database. The environment variable POSITIONS_PASSWORD has the password.
              --feed-table, --position-table, --entry-table, --table <name>
                                        Names of the tables, where they are not the defaults.

            Other options:
              --to-directory, --to-jdbc-url, --to-user
                                        Where copy stores the positions, by default where they are. The environment variable
                                        POSITIONS_TO_PASSWORD has the password. Names of tables are those above.
              --partition <name>        One partition of a feed with forEach. Default: all; for show, that of a feed without forEach.
              --take-over               Changes a feed of a database that is marked as open, after its process was killed.
              --help                    Prints this text.

            Exit codes: 0 done, 1 failed, 2 wrong arguments.
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    PositionsCommand(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new PositionsCommand(out, System.err, System.getenv()).run(arguments));
    }

    /** Arguments that do not fit; the message says which. */
    private static final class UsageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /** The command, its feed and its options. */
    private record Arguments(List<String> words, Map<String, String> options) {

        static Arguments of(String[] arguments) {
            List<String> words = new ArrayList<>();
            Map<String, String> options = new HashMap<>();
            for (int i = 0; i < arguments.length; i++) {
                String argument = arguments[i];
                if (argument.equals(TAKE_OVER)) {
                    options.put(argument, "");
                } else if (!argument.startsWith("--")) {
                    words.add(argument);
                } else if (!VALUES.contains(argument)) {
                    throw new UsageException("Unknown option " + argument + ".");
                } else if (i + 1 == arguments.length) {
                    throw new UsageException("Option " + argument + " needs a value.");
                } else {
                    options.put(argument, arguments[++i]);
                }
            }
            return new Arguments(words, options);
        }

        String command() {
            return words.get(0);
        }

        String feed() {
            if (words.size() < 2) {
                throw new UsageException("Command " + command() + " needs the name of a feed.");
            }
            return words.get(1);
        }

        String to() {
            String to = options.get("--to");
            if (to == null) {
                throw new UsageException("Command " + command() + " needs --to.");
            }
            return to;
        }

        /** Whether copy is to store somewhere else. */
        boolean isOfAnotherRepository() {
            return options.containsKey("--to-directory") || options.containsKey("--to-jdbc-url");
        }

        Instant instant() {
            try {
                return Instant.parse(to());
            } catch (DateTimeException e) {
                throw new UsageException("--to " + to() + ": must be an instant, such as 2026-01-31T08:00:00Z.");
            }
        }

        /** Null when none is given. */
        String partition() {
            return options.get("--partition");
        }
    }

    int run(String... arguments) {
        if (List.of(arguments).contains("--help")) {
            out.print(HELP);
            return 0;
        }
        try {
            run(Arguments.of(arguments));
            return 0;
        } catch (UsageException e) {
            err.println(e.getMessage() + " See --help.");
            return 2;
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getMessage() == null && cause.getCause() != null) {
                cause = cause.getCause();
            }
            err.println(cause.getMessage());
            return 1;
        }
    }

    private void run(Arguments arguments) {
        if (arguments.words().isEmpty()) {
            throw new UsageException("No command is given.");
        }
        if (!Set.of("list", "show", "rewind", "copy", "delete").contains(arguments.command())) {
            throw new UsageException("Unknown command " + arguments.command() + ".");
        }
        if (arguments.words().size() > 2) {
            throw new UsageException("Unexpected argument " + arguments.words().get(2) + ".");
        }
        if (!arguments.command().equals("list")) {
            arguments.feed();
        }
        if (arguments.options().containsKey("--directory")
                == arguments.options().containsKey("--jdbc-url")) {
            throw new UsageException("Give either --directory or --jdbc-url.");
        }
        if (arguments.isOfAnotherRepository() && !arguments.command().equals("copy")) {
            throw new UsageException("--to-directory and --to-jdbc-url are options of copy.");
        }
        if (arguments.options().containsKey("--to-directory")
                && arguments.options().containsKey("--to-jdbc-url")) {
            throw new UsageException("Give either --to-directory or --to-jdbc-url.");
        }
        if (arguments.options().containsKey("--directory")) {
            run(arguments, files(arguments));
        } else {
            run(arguments, database(arguments, "--", PASSWORD));
        }
    }

    private static FileOffsetRepository files(Arguments arguments) {
        String directory = arguments.options().get("--directory");
        if (!Files.isDirectory(Path.of(directory))) {
            throw new IllegalStateException("--directory " + directory + ": is not a directory.");
        }
        return new FileOffsetRepository(directory);
    }

    /** @param prefix of the options that name it */
    private JdbcOffsetRepository database(Arguments arguments, String prefix, String password) {
        Map<String, String> options = arguments.options();
        JdbcOffsetRepository repository = new JdbcOffsetRepository(new DriverDataSource(
                options.get(prefix + "jdbc-url"),
                options.get(prefix + "user"),
                environment.getOrDefault(password, "")));
        repository.setTable(options.getOrDefault("--table", repository.getTable()));
        repository.setFeedTable(options.getOrDefault("--feed-table", repository.getFeedTable()));
        repository.setPositionTable(options.getOrDefault("--position-table", repository.getPositionTable()));
        repository.setEntryTable(options.getOrDefault("--entry-table", repository.getEntryTable()));
        return repository;
    }

    private <T extends ServiceSupport & PositionRepository> void run(Arguments arguments, T repository) {
        repository.start();
        try {
            boolean takeOver = arguments.options().containsKey(TAKE_OVER);
            run(arguments, new PositionAdministration(repository, who(), takeOver));
        } finally {
            repository.stop();
        }
    }

    private static String who() {
        return "user " + System.getProperty("user.name") + ", process "
                + ManagementFactory.getRuntimeMXBean().getName();
    }

    private void run(Arguments arguments, PositionAdministration positions) {
        switch (arguments.command()) {
            case "list" -> list(arguments, positions);
            case "show" -> show(arguments, positions);
            case "rewind" -> rewind(arguments, positions);
            case "copy" -> copy(arguments, positions);
            default -> {
                int deleted = positions.delete(arguments.feed(), arguments.partition());
                out.println("Deleted " + deleted + " positions of '" + arguments.feed() + "'.");
            }
        }
    }

    private void copy(Arguments arguments, PositionAdministration positions) {
        if (!arguments.isOfAnotherRepository()) {
            copy(arguments, positions, positions, arguments.to(), "");
        } else if (arguments.options().containsKey("--to-directory")) {
            copy(
                    arguments,
                    positions,
                    new FileOffsetRepository(arguments.options().get("--to-directory")));
        } else {
            copy(arguments, positions, database(arguments, "--to-", TO_PASSWORD));
        }
    }

    private <T extends ServiceSupport & PositionRepository> void copy(
            Arguments arguments, PositionAdministration positions, T target) {
        target.start();
        try {
            String name = arguments.options().getOrDefault("--to", arguments.feed());
            copy(
                    arguments,
                    positions,
                    new PositionAdministration(target, who(), false),
                    name,
                    " of the other repository");
        } finally {
            target.stop();
        }
    }

    private void copy(
            Arguments arguments,
            PositionAdministration positions,
            PositionAdministration target,
            String name,
            String where) {
        int copied = positions.copy(arguments.feed(), target, name);
        out.println("Copied " + copied + " positions of '" + arguments.feed() + "' to '" + name + "'" + where + ".");
    }

    private void list(Arguments arguments, PositionAdministration positions) {
        out.println("FEED\tPARTITION\tKIND\tWATERMARK\tITEMS\tOPEN");
        List<PositionAdministration.Summary> all =
                arguments.words().size() < 2 ? positions.list() : positions.list(arguments.feed());
        for (PositionAdministration.Summary one : all) {
            out.println(String.join(
                    "\t",
                    one.feed(),
                    orDash(one.partition()),
                    one.kind(),
                    orDash(one.watermark()),
                    Integer.toString(one.entries()),
                    orDash(one.holder())));
        }
    }

    private static String orDash(String text) {
        return text == null || text.isEmpty() ? "-" : text;
    }

    private void show(Arguments arguments, PositionAdministration positions) {
        String partition = arguments.partition() == null ? "" : arguments.partition();
        StoredPosition position = positions.show(arguments.feed(), partition);
        out.println(position.head());
        position.entries().stream()
                .sorted(Comparator.comparing(
                                PositionEntry::time, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                        .thenComparing(PositionEntry::key))
                .forEach(entry -> out.println((entry.time() == null ? "-" : entry.time()) + "\t" + entry.key() + "\t"
                        + orDash(entry.state())));
    }

    private void rewind(Arguments arguments, PositionAdministration positions) {
        for (PositionAdministration.Move move :
                positions.rewind(arguments.feed(), arguments.partition(), arguments.instant())) {
            out.println("Feed '" + arguments.feed() + "'"
                    + (move.partition().isEmpty() ? "" : ", partition '" + move.partition() + "'") + ": moved from "
                    + move.from() + " to " + move.to() + ". Items that will be delivered again: at least "
                    + move.forgotten() + ".");
        }
    }
}

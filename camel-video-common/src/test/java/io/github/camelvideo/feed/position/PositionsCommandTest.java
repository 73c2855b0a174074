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

import static io.github.camelvideo.feed.position.PositionModel.START;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class PositionsCommandTest {

    private static final String HEAD =
            "{\"v\":2,\"kind\":\"log\",\"watermark\":\"2026-01-31T08:00:00Z\",\"from\":\"2026-01-31T07:50:00Z\"}";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private FileOffsetRepository repository;

    @BeforeEach
    void storeSomePositions() {
        log.start();
        logger().addAppender(log);
        repository = new FileOffsetRepository(directory.toString());
        repository.start();
        try (PositionStore log = repository.open("alarms");
                PositionStore devices = repository.open("events#通道")) {
            save(
                    log,
                    "",
                    HEAD,
                    new PositionEntry("late", null, "failed"),
                    new PositionEntry("old", START.minusSeconds(600), ""),
                    new PositionEntry("new", START.minusSeconds(60), ""));
            save(devices, "", "{\"v\":2,\"kind\":\"partitions\"}", new PositionEntry("cam 1", null, ""));
            save(devices, "cam 1", HEAD);
        }
    }

    @AfterEach
    void stop() {
        logger().detachAppender(log);
        repository.stop();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(PositionAdministration.class);
    }

    private static void save(PositionStore store, String partition, String head, PositionEntry... entries) {
        StoredPosition whole = new StoredPosition(head, List.of(entries));
        store.save(partition, new PositionChange(head, List.of(entries), Set.of(), null, () -> whole));
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return new PositionsCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of("POSITIONS_PASSWORD", "secret"))
                .run(arguments);
    }

    private int onFiles(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--directory";
        all[arguments.length + 1] = directory.toString();
        return run(all);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void listsPositionsAndWhoHasThemOpen() {
        try (PositionStore open = repository.open("events#通道")) {
            assertThat(open.load("")).isNotNull();
            assertThat(onFiles("list")).isZero();
            String holder = repository.holder("events#通道");
            assertThat(out().lines())
                    .containsExactly(
                            "FEED\tPARTITION\tKIND\tWATERMARK\tITEMS\tOPEN",
                            "alarms\t-\tlog\t2026-01-31T08:00:00Z\t3\t-",
                            "events#通道\t-\tpartitions\t-\t1\t" + holder,
                            "events#通道\tcam 1\tlog\t2026-01-31T08:00:00Z\t0\t" + holder);
        }
        assertThat(onFiles("list", "alarms")).isZero();
        assertThat(out().lines()).hasSize(2);
    }

    @Test
    void showsAPosition() {
        assertThat(onFiles("show", "alarms")).isZero();
        assertThat(out().lines())
                .containsExactly(
                        HEAD, "2026-01-31T07:50:00Z\told\t-", "2026-01-31T07:59:00Z\tnew\t-", "-\tlate\tfailed");

        assertThat(onFiles("show", "alarms", "--partition", "none")).isEqualTo(1);
        assertThat(err()).isEqualToIgnoringNewLines("Feed 'alarms', partition 'none': no position is stored.");
    }

    @Test
    void rewindsALog() {
        assertThat(onFiles("rewind", "alarms", "--to", "2026-01-31T07:55:00Z")).isZero();
        assertThat(out())
                .isEqualToIgnoringNewLines("Feed 'alarms': moved from 2026-01-31T08:00:00Z to 2026-01-31T07:55:00Z."
                        + " Items that will be delivered again: at least 1.");
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .startsWith("Feed 'alarms': moved from 2026-01-31T08:00:00Z to 2026-01-31T07:55:00Z by user ")
                .contains(", process " + ProcessHandle.current().pid() + "@");

        onFiles("show", "alarms");
        assertThat(out().lines())
                .containsExactly(
                        "{\"v\":2,\"kind\":\"log\",\"watermark\":\"2026-01-31T07:55:00Z\",\"from\":\"2026-01-31T07:55:00Z\"}",
                        "2026-01-31T07:50:00Z\told\t-",
                        "-\tlate\tfailed");
    }

    @Test
    void rewindsThePartitionsThatAreLogs() {
        assertThat(onFiles("rewind", "events#通道", "--to", "2026-01-31T07:00:00Z"))
                .isZero();
        assertThat(out())
                .startsWith("Feed 'events#通道', partition 'cam 1': moved from")
                .hasLineCount(1);

        assertThat(onFiles("rewind", "events#通道", "--partition", "", "--to", "2026-01-31T07:00:00Z"))
                .isEqualTo(1);
        assertThat(err()).contains("a position of kind 'partitions' cannot be moved to a time");
        assertThat(onFiles("rewind", "alarms", "--to", "2026-01-31T08:00:01Z")).isEqualTo(1);
        assertThat(err()).contains("is after the watermark 2026-01-31T08:00:00Z. Items in between would be skipped");
        assertThat(onFiles("rewind", "unknown", "--to", "2026-01-31T08:00:01Z")).isEqualTo(1);
        assertThat(err()).contains("Feed 'unknown': no position that can be moved to a time is stored.");
    }

    @Test
    void copiesAndDeletes() {
        assertThat(onFiles("copy", "events#通道", "--to", "other")).isZero();
        assertThat(out()).isEqualToIgnoringNewLines("Copied 2 positions of 'events#通道' to 'other'.");
        assertThat(onFiles("copy", "alarms", "--to", "other")).isEqualTo(1);
        assertThat(err()).contains("Feed 'other': has positions already");

        assertThat(onFiles("delete", "other", "--partition", "cam 1")).isZero();
        assertThat(onFiles("delete", "other")).isZero();
        assertThat(out()).isEqualToIgnoringNewLines("Deleted 1 positions of 'other'.");
        assertThat(onFiles("delete", "other")).isEqualTo(1);
        assertThat(err()).isEqualToIgnoringNewLines("Feed 'other': no position is stored.");
        onFiles("list", "other");
        assertThat(out()).hasLineCount(1);
        assertThat(repository.partitions("events#通道")).containsExactly("", "cam 1");
        assertThat(log.list).hasSize(3);
    }

    @Test
    void copiesToAnotherRepository() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        JdbcOffsetRepository database = new JdbcOffsetRepository(new DriverDataSource(url, null, ""));
        database.setCreateTable(true);
        database.start();

        assertThat(onFiles("copy", "alarms", "--to-jdbc-url", url)).isZero();
        assertThat(out())
                .isEqualToIgnoringNewLines("Copied 1 positions of 'alarms' to 'alarms' of the other repository.");
        assertThat(database.view("alarms", "").head()).isEqualTo(HEAD);
        assertThat(database.view("alarms", "").entries())
                .containsExactlyInAnyOrderElementsOf(
                        repository.view("alarms", "").entries());

        String back = directory.resolve("back").toString();
        assertThat(run("copy", "alarms", "--jdbc-url", url, "--to-directory", back, "--to", "moved"))
                .isZero();
        assertThat(run("show", "moved", "--directory", back)).isZero();
        assertThat(out()).startsWith(HEAD).hasLineCount(4);
        assertThat(onFiles("copy", "alarms", "--to-jdbc-url", url)).isEqualTo(1);
        assertThat(err()).contains("Feed 'alarms': has positions already");
        database.stop();
    }

    @Test
    void refusesToMoveOrCopyToTwoPlaces() {
        assertThat(onFiles("copy", "alarms", "--to-directory", "a", "--to-jdbc-url", "b"))
                .isEqualTo(2);
        assertThat(err()).contains("Give either --to-directory or --to-jdbc-url.");
        assertThat(onFiles("delete", "alarms", "--to-directory", "a")).isEqualTo(2);
        assertThat(err()).contains("--to-directory and --to-jdbc-url are options of copy.");
    }

    @Test
    void changesNothingOfAFeedThatIsOpen() {
        try (PositionStore open = repository.open("alarms")) {
            for (String command : List.of("rewind", "copy", "delete")) {
                String to = command.equals("copy") ? "x" : "2026-01-31T07:00:00Z";
                assertThat(onFiles(command, "alarms", "--to", to)).isEqualTo(1);
                assertThat(err())
                        .startsWith("Feed 'alarms': is in use by this process, ")
                        .contains("Stop that route");
                assertThat(onFiles(command, "alarms", "--to", to, "--take-over"))
                        .isEqualTo(1);
                assertThat(err()).contains("are in use by this process");
            }
            assertThat(open.load("").head()).isEqualTo(HEAD);
        }
    }

    @Test
    void worksOnADatabase() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;USER=sa;PASSWORD=secret";
        JdbcOffsetRepository database = new JdbcOffsetRepository(new DriverDataSource(url, null, null));
        database.setEntryTable("E");
        database.setCreateTable(true);
        database.start();
        PositionStore killed = database.open("alarms");
        save(killed, "", HEAD, new PositionEntry("a", null, ""));
        String plainUrl = url.substring(0, url.indexOf(";USER"));
        String[] place = {"--jdbc-url", plainUrl, "--user", "sa", "--entry-table", "E"};

        assertThat(run(with(place, "list"))).isZero();
        assertThat(out()).contains("alarms\t-\tlog\t2026-01-31T08:00:00Z\t1\tprocess ");
        assertThat(run(with(place, "delete", "alarms"))).isEqualTo(1);
        assertThat(err()).contains("is in use by process ").contains("take the feed over");
        save(killed, "", HEAD);
        assertThat(run(with(place, "delete", "alarms", "--take-over"))).isZero();
        assertThat(database.feeds()).isEmpty();
        assertThat(database.holder("alarms")).isNull();
        assertThat(run("list", "--jdbc-url", plainUrl, "--user", "nobody")).isEqualTo(1);
        assertThat(err()).contains("cannot list the feeds").doesNotContain("secret");
        assertThat(run("list", "--jdbc-url", "jdbc:nothing:x")).isEqualTo(1);
        assertThat(err()).contains("No suitable driver");
    }

    private static String[] with(String[] place, String... arguments) {
        return java.util.stream.Stream.of(arguments, place)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }

    @Test
    void printsHelp() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("positions rewind <feed> --to <instant>").contains("POSITIONS_PASSWORD");
        assertThat(err()).isEmpty();
    }

    @Test
    void runsAsAProgramWithExitCodes() throws Exception {
        Process help = program(PositionsCommand.class.getName(), "--help");
        assertThat(help.getInputStream().readAllBytes()).asString().contains("Usage:");
        assertThat(help.waitFor()).isZero();

        Process wrong = program(PositionsCommand.class.getName(), "forget");
        assertThat(wrong.getErrorStream().readAllBytes()).asString().contains("Unknown command forget.");
        assertThat(wrong.waitFor()).isEqualTo(2);
    }

    private static Process program(String... command) throws Exception {
        List<String> words = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        words.addAll(List.of(command));
        return new ProcessBuilder(words).start();
    }

    @Test
    void saysWhichArgumentIsWrong() {
        assertUsage("No command is given.");
        assertUsage("Unknown command forget.", "forget");
        assertUsage("Unknown option --password.", "list", "--password", "x");
        assertUsage("Option --directory needs a value.", "list", "--directory");
        assertUsage("Give either --directory or --jdbc-url.", "list");
        assertUsage("Give either --directory or --jdbc-url.", "list", "--directory", "a", "--jdbc-url", "b");
        assertUsage("Unexpected argument b.", "show", "a", "b");
        assertUsage("Command show needs the name of a feed.", "show");
        assertUsage("Command rewind needs --to.", "rewind", "alarms", "--directory", directory.toString());
        assertUsage(
                "--to yesterday: must be an instant, such as 2026-01-31T08:00:00Z.",
                "rewind",
                "alarms",
                "--to",
                "yesterday",
                "--directory",
                directory.toString());
        assertThat(run("list", "--directory", directory + "/none")).isEqualTo(1);
        assertThat(err()).contains("/none: is not a directory");
        assertThat(directory.resolve("none")).doesNotExist();
    }

    private void assertUsage(String message, String... arguments) {
        assertThat(run(arguments)).as(message).isEqualTo(2);
        assertThat(err()).isEqualToIgnoringNewLines(message + " See --help.");
        assertThat(out()).isEmpty();
    }
}

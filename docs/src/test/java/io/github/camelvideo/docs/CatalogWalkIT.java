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
package io.github.camelvideo.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogFinder;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.simulator.RecordedRequest;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.feed.ScriptedFeed;
import io.github.camelvideo.tools.cli.CatalogTools;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.util.FileUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a newcomer does with the definition of an API that no component has: the commands and routes of docs/catalogs.md, in their order. */
class CatalogWalkIT {

    /** Where the commands are shown. */
    static final Path DOCUMENT = Path.of("docs/catalogs.md");

    /** Mark of commands that this class runs, followed by the exit code of the last one. */
    static final String COMMANDS = "walk";

    /** Mark of what they print; {@code …} stands for lines that are left out. */
    static final String OUTPUT = "walk output";

    private static final Set<String> WRITTEN_BY_HAND = Set.of("rooms.feeds.json", "rooms.overlay.json");

    private static final Path RESOURCES = Project.ROOT.resolve("docs/src/test/resources");
    private static final String COMMAND = "java -jar catalog-tools.jar ";
    private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|\\S+");
    private static final String LEFT_OUT = "…";

    /** The working directory of a newcomer; properties name the folder below it. */
    private final Path folder = Path.of("").toAbsolutePath();

    private final Path catalogs = folder.resolve("catalogs");

    @BeforeEach
    void copyTheDefinitions() throws IOException {
        removeWhatTheCommandsMade();
        Files.createDirectories(folder.resolve("newer"));
        Files.copy(RESOURCES.resolve("walk/api.json"), folder.resolve("api.json"));
        Files.copy(RESOURCES.resolve("walk/newer/api.json"), folder.resolve("newer/api.json"));
    }

    @AfterEach
    void removeWhatTheCommandsMade() throws IOException {
        FileUtil.removeDir(catalogs.toFile());
        FileUtil.removeDir(folder.resolve("newer").toFile());
        FileUtil.removeDir(folder.resolve("src").toFile());
        Files.deleteIfExists(folder.resolve("api.json"));
        Files.deleteIfExists(folder.resolve("rooms.md"));
        Files.deleteIfExists(folder.resolve("logback.xml"));
    }

    @Test
    void theCommandsDoWhatTheDocumentShows() throws Exception {
        int runs = 0;
        List<String> printed = List.of();
        for (Fence fence : Document.of(DOCUMENT).fences()) {
            if (fence.is(OUTPUT)) {
                requireShown(fence, printed);
            } else if (fence.is(COMMANDS)) {
                printed = run(fence);
                runs++;
            } else if (fence.is("snippet") && WRITTEN_BY_HAND.contains(fence.file())) {
                Files.writeString(catalogs.resolve(fence.file()), fence.text());
            } else if (fence.is("snippet") && fence.file().equals("rooms.yaml")) {
                theRoutesCallAndConsume();
            }
        }

        assertThat(runs).isGreaterThan(5);
        assertThat(Files.readString(folder.resolve("rooms.md"))).contains("# rooms", "### DescribeRoomEvents", "feed");
        assertThat(folder.resolve("src/com/example/Rooms.java")).content().contains("describeRoomEvents()");
        Action list = rooms().action("DescribeRooms");
        assertThat(rooms().action("RemoveUser").age().added()).isEqualTo("2026-09-01");
        assertThat(rooms().action("CloseRoom").age().removed()).isEqualTo("2026-09-01");
        assertThat(list.parameters()).containsKey("NamePrefix");
        assertThat(list.rateLimit()).as("the overlay is over the newer base").isEqualTo(5);
        assertThat(list.feed()).isNotNull();
    }

    private ApiCatalog rooms() {
        return new Catalogs(
                        CatalogFinder.find(getClass().getClassLoader(), List.of("tencent-video"), "file:" + catalogs))
                .get("rooms");
    }

    /** Everything that the commands of a block print; all but the last one must end with 0. */
    private List<String> run(Fence fence) throws Exception {
        List<String> printed = new ArrayList<>();
        List<String> commands = fence.text().lines().toList();
        for (int i = 0; i < commands.size(); i++) {
            String command = commands.get(i);
            assertThat(command).as("%s", fence).startsWith(COMMAND);
            int status = start(arguments(command.substring(COMMAND.length())), printed);
            assertThat(status)
                    .as("%s: %s printed %s", fence, command, printed)
                    .isEqualTo(i < commands.size() - 1 ? 0 : Integer.parseInt(fence.argument()));
        }
        return printed;
    }

    private static List<String> arguments(String command) {
        return ARGUMENT.matcher(command).results().map(CatalogWalkIT::unquoted).toList();
    }

    private static String unquoted(MatchResult argument) {
        return argument.group(1) == null ? argument.group() : argument.group(1);
    }

    /** In a process of its own, as a newcomer does: with a working directory and an exit code. */
    private int start(List<String> arguments, List<String> printed) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=" + withoutLog(),
                "-cp",
                System.getProperty("java.class.path"),
                CatalogTools.class.getName()));
        command.addAll(arguments);
        File output = folder.resolve("output.txt").toFile();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s", command).isTrue();
        printed.addAll(Files.readAllLines(output.toPath()));
        Files.delete(output.toPath());
        return process.exitValue();
    }

    /** The log of the tests' class path would stand between the lines; the packed jar has its own. */
    private Path withoutLog() throws IOException {
        return Files.writeString(folder.resolve("logback.xml"), "<configuration/>");
    }

    /** That the lines of a block are among those that were printed, in their order; between two of them lines may be left out only at a mark. */
    private static void requireShown(Fence fence, List<String> printed) {
        int at = 0;
        boolean isFree = true;
        for (String line : fence.text().lines().toList()) {
            if (line.equals(LEFT_OUT)) {
                isFree = true;
                continue;
            }
            int found = isFree ? indexOf(printed, line, at) : at;
            assertThat(found < 0 || found >= printed.size() ? "nothing" : printed.get(found))
                    .as("%s: the commands printed%n%s", fence, String.join("\n", printed))
                    .isEqualTo(line);
            at = found + 1;
            isFree = false;
        }
    }

    private static int indexOf(List<String> lines, String line, int from) {
        int found = lines.subList(Math.min(from, lines.size()), lines.size()).indexOf(line);
        return found < 0 ? -1 : from + found;
    }

    private void theRoutesCallAndConsume() throws Exception {
        try (VideoCloudSimulator cloud = VideoCloudSimulator.builder()
                        .catalogs("file:" + catalogs)
                        .start();
                AlarmApplication application = new AlarmApplication(cloud)
                        .withKey()
                        .properties("rooms.properties")
                        .routes("rooms.yaml")) {
            ScriptedFeed events = cloud.world().feed("rooms", "DescribeRoomEvents");
            Instant now = Instant.now();
            for (int i = 0; i < 3; i++) {
                events.add(
                        now.minusSeconds(600 + i),
                        JsonNodeFactory.instance.objectNode().put("EventId", "e-" + i));
            }
            application.start();
            MockEndpoint queue = application.mock("jms:queue:room-events");
            queue.expectedHeaderValuesReceivedInAnyOrder("CamelTencentVideoItemKey", "e-0", "e-1", "e-2");
            queue.assertIsSatisfied();

            ProducerTemplate template = application.context().createProducerTemplate();
            requireACheckedAndSignedCall(cloud, template);
            requirePages(cloud, template);
            assertThatThrownBy(
                            () -> application.context().getEndpoint("tencent-video:rooms/DescribeRoomInfo?RoomID=r-1"))
                    .isInstanceOf(ResolveEndpointFailedException.class)
                    .hasStackTraceContaining("unknown parameter 'RoomID' (did you mean 'RoomId'?)");
        }
    }

    /** The simulator refuses what is not signed. */
    private static void requireACheckedAndSignedCall(VideoCloudSimulator cloud, ProducerTemplate template) {
        Map<?, ?> room =
                template.requestBody("direct:open-room", "{\"Name\":\"Tea\",\"Layout\":{\"Columns\":2}}", Map.class);

        assertThat(room.get("RoomId")).asString().isNotEmpty();
        RecordedRequest request = cloud.requests().of("CreateRoom").get(0);
        assertThat(request.signature()).isNotEmpty();
        assertThat(request.parameters()).hasToString("{\"Name\":\"Tea\",\"Layout\":{\"Columns\":2}}");
        assertThatThrownBy(() -> template.requestBody(
                        "direct:open-room", "{\"Name\":\"Tea\",\"Layout\":{\"Columns\":2},\"Seats\":501}"))
                .isInstanceOf(CamelExecutionException.class)
                .hasStackTraceContaining("'Seats'");
        assertThat(cloud.requests().of("CreateRoom")).hasSize(1);
    }

    private static void requirePages(VideoCloudSimulator cloud, ProducerTemplate template) {
        ScriptedFeed list = cloud.world().feed("rooms", "DescribeRooms");
        for (int i = 0; i < 5; i++) {
            list.add(null, JsonNodeFactory.instance.objectNode().put("RoomId", "r-" + i));
        }

        List<?> rooms = template.requestBody("direct:rooms", null, List.class);

        assertThat(rooms.stream().map(room -> (String) ((Map<?, ?>) room).get("RoomId")))
                .containsExactly("r-0", "r-1", "r-2", "r-3", "r-4");
        assertThat(cloud.requests().of("DescribeRooms").stream()
                        .map(request -> request.parameters().path("Offset").asInt()))
                .contains(0, 2, 4);
    }
}

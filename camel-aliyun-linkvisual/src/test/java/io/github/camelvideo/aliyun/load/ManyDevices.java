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
package io.github.camelvideo.aliyun.load;

import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one consumer with {@code forEach} costs: time and calls of a cycle through many cameras and heap, at the vendor's limit of
 * calls, which the simulator enforces; and whether anything is lost or repeated over a restart in the middle of the backlog.
 *
 * <p>Not a test. The simulator runs here, the consumer in a process of its own, {@link ManyDevicesNode}. Arguments: cameras, events,
 * calls a second, megabytes of heap.
 */
public final class ManyDevices {

    private ManyDevices() {}

    public static void main(String[] arguments) throws Exception {
        int devices = number(arguments, 0, 5_000);
        int events = number(arguments, 1, 200_000);
        int rate = number(arguments, 2, 250);
        int heap = number(arguments, 3, 192);
        System.out.printf("%d cameras, %d events, %d calls/s, -Xmx%dm%n", devices, events, rate, heap);
        Path directory = Files.createTempDirectory("many-devices");
        try (VideoCloudSimulator cloud =
                VideoCloudSimulator.builder().rate("linkvisual", rate).start()) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            Instant start = now.minus(Duration.ofHours(24));
            Files.write(directory.resolve("devices"), cloud.world().linkVisual().addDevices(devices));
            List<String> happened = cloud.world().linkVisual().addEvents(events, start, now);
            follow(cloud, node(cloud.url(), directory, events, rate, heap, start));
            compare(happened, Files.readAllLines(directory.resolve("delivered")));
        } finally {
            System.out.println("positions are left in " + directory);
        }
    }

    private static int number(String[] arguments, int index, int usual) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : usual;
    }

    private static Process node(String cloud, Path directory, int events, int rate, int heap, Instant start)
            throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                ManyDevicesNode.class.getName(),
                cloud,
                directory.toString(),
                Integer.toString(events),
                Integer.toString(rate),
                start.toString());
        builder.environment().putAll(Map.of("CLASSPATH", System.getProperty("java.class.path")));
        return builder.redirectErrorStream(true).start();
    }

    /** What the process tells, with the calls that came since it told the last. */
    private static void follow(VideoCloudSimulator cloud, Process node) throws Exception {
        int calls = 0;
        try (BufferedReader lines = node.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(ManyDevicesNode.TELLS)) {
                    int all = cloud.requests().count(EventsNode.ACTION);
                    System.out.printf("%s; %d calls%n", line.substring(ManyDevicesNode.TELLS.length()), all - calls);
                    calls = all;
                } else {
                    System.out.println(line);
                }
            }
        }
        int end = node.waitFor();
        if (end != 0) {
            throw new IllegalStateException("The consumer's process ended with " + end);
        }
    }

    private static void compare(List<String> happened, List<String> delivered) {
        Set<String> lost = new HashSet<>(happened);
        delivered.forEach(lost::remove);
        int repeated = delivered.size() - new HashSet<>(delivered).size();
        System.out.printf("%d delivered, %d lost, %d repeated%n", delivered.size(), lost.size(), repeated);
        if (!lost.isEmpty() || repeated > 0) {
            throw new IllegalStateException("Not each event was delivered once");
        }
    }
}

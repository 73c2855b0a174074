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
package io.github.camelvideo.tencent.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A {@link KilledNode}, or another process that is killed, seen from outside. */
final class NodeProcess implements AutoCloseable {

    private final Process process;
    private final Path delivered;
    private final Path log;

    private NodeProcess(Process process, Path delivered, Path log) {
        this.process = process;
        this.delivered = delivered;
        this.log = log;
    }

    /**
     * Makes one ready.
     *
     * @param clock the file of its {@link SharedClock}, or an empty text for the system's clock
     * @param routes as {@link KilledNode} wants them
     */
    static NodeProcess prepare(
            String cloud, Path directory, int number, String positions, String clock, List<String> routes)
            throws IOException {
        return prepare(KilledNode.class, cloud, directory, number, positions, clock, routes);
    }

    /** The same of another main class that has these arguments. */
    static NodeProcess prepare(
            Class<?> main,
            String cloud,
            Path directory,
            int number,
            String positions,
            String clock,
            List<String> routes)
            throws IOException {
        Path delivered = directory.resolve("delivered-" + number);
        Path log = directory.resolve("log-" + number);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-Xmx96m"));
        command.addAll(List.of(main.getName(), cloud, delivered.toString(), positions, clock));
        command.addAll(routes);
        ProcessBuilder builder = new ProcessBuilder(command);
        // in the environment: on the command line it may be too long
        builder.environment().putAll(Map.of("CLASSPATH", System.getProperty("java.class.path")));
        return new NodeProcess(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), delivered, log);
    }

    /** Lets it begin. */
    void go() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** What it has delivered, in that order. */
    List<LedgerLine> delivered() {
        try {
            if (!Files.exists(delivered)) {
                return List.of();
            }
            String lines = Files.readString(delivered);
            // the last line may be half written
            return lines.substring(0, lines.lastIndexOf('\n') + 1)
                    .lines()
                    .map(LedgerLine::parse)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read what was delivered", e);
        }
    }

    /**
     * Waits for a condition, as long as the process lives.
     *
     * @param missing what it waits for, for the message of a failure
     */
    void await(Callable<Boolean> condition, Supplier<?> missing, Duration atMost) throws IOException {
        try {
            Awaitility.await("delivered by the process")
                    .atMost(atMost)
                    .pollInterval(FeedRoute.SHORT)
                    .until(() -> {
                        if (!process.isAlive()) {
                            throw new IllegalStateException(
                                    "The process ended before it was killed: " + Files.readString(log));
                        }
                        return condition.call();
                    });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("Not delivered: " + missing.get() + "\n" + Files.readString(log), e);
        }
    }

    /** Stops all of its threads, as a paused virtual machine does. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Its threads go on. */
    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("kill -" + name + " ended with " + status);
        }
    }

    /** Ends it as a failure of power would; returns when it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

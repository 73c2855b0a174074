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
package io.github.camelvideo.examples.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the example as its users do and ends it as no user should. */
class KilledProcessIT {

    private static final int BACKLOG = 100;
    private static final int MANY = 1_000_000;

    @TempDir
    private Path directory;

    private Process running;
    private Path output;

    @AfterEach
    void leaveNoProcessBehind() {
        running.destroyForcibly();
    }

    @Test
    void losesAndRepeatsNothingWhenKilled() throws Exception {
        // given a run that is killed while alarms are on their way
        start(1, MANY);
        killAfterRows(20);

        // when
        start(2, 10);
        boolean ended = running.waitFor(90, TimeUnit.SECONDS);

        // then
        assertThat(ended).isTrue();
        assertThat(screen().firstLine()).startsWith("Going on where the feed was");
        assertThat(screen().summary()).contains(", lost 0, repeated 0");
        assertThat(running.exitValue()).isZero();
    }

    private void start(int number, int newAlarms) throws IOException {
        output = directory.resolve("output" + number + ".txt");
        running = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Ddata.dir=" + directory.resolve("data"),
                        "-Dfeed.delay=200",
                        "-Ddemo.backlog=" + BACKLOG,
                        "-Ddemo.alarms=" + newAlarms,
                        "-Ddemo.alarms-per-minute=1200",
                        "-Ddemo.seconds=600",
                        AlarmTickets.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private void killAfterRows(int rows) throws Exception {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !running.isAlive() || screen().alarmsInTable().size() >= rows);
        assertThat(running.isAlive()).as(screen().toString()).isTrue();
        running.destroyForcibly().waitFor();
    }

    private Screen screen() throws IOException {
        return Screen.of(Files.readString(output));
    }
}

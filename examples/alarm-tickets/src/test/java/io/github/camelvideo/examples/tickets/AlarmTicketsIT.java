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

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmTicketsIT {

    private static final int MANY = 1_000_000;

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void everyAlarmBecomesOneTicket() throws Exception {
        // given a world of 40 alarms, in which 20 and more happen while we look
        AlarmTickets application = application(40, 20);

        // when
        int exitCode = application.run();

        // then
        List<String> alarms = screen().alarmsInTable();
        assertThat(exitCode).isZero();
        assertThat(alarms).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        assertThat(screen().firstLine()).isEqualTo("A new start. Tickets so far: 0");
        assertThat(screen().summary())
                .isEqualTo("alarms raised " + alarms.size() + ", tickets " + alarms.size() + ", lost 0, repeated 0");
    }

    @Test
    void goesOnWhereItWasStopped() throws Exception {
        // given a run that is stopped in the middle
        AlarmTickets first = application(40, MANY);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Integer> stopped = thread.submit(first::run);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> stopped.isDone() || screen().alarmsInTable().size() >= 20);
        first.stop();
        stopped.get();
        thread.shutdown();
        List<String> before = screen().alarmsInTable();
        assertThat(screen().summary()).startsWith("so far: alarms raised ").endsWith(", repeated 0");
        printed.reset();

        // when
        int exitCode = application(40, 20).run();

        // then
        List<String> all = new ArrayList<>(before);
        all.addAll(screen().alarmsInTable());
        assertThat(exitCode).isZero();
        assertThat(screen().firstLine())
                .startsWith("Going on where the feed was")
                .endsWith("Tickets so far: " + before.size());
        assertThat(all).doesNotHaveDuplicates();
        assertThat(screen().summary())
                .isEqualTo("alarms raised " + all.size() + ", tickets " + all.size() + ", lost 0, repeated 0");
    }

    private AlarmTickets application(int backlog, int newAlarms) {
        Map<String, Object> settings = Map.of(
                "data.dir",
                directory.toString(),
                "feed.delay",
                "200",
                "demo.backlog",
                Integer.toString(backlog),
                "demo.alarms",
                Integer.toString(newAlarms),
                "demo.alarms-per-minute",
                "1200",
                "demo.seconds",
                "600");
        return new AlarmTickets(settings, new Console(new PrintStream(printed, true, StandardCharsets.UTF_8)));
    }

    private Screen screen() {
        return Screen.of(printed.toString(StandardCharsets.UTF_8));
    }
}

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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
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

    @Test
    void worksThroughABrokerOfItsOwn() throws Exception {
        // given a broker that is reached over TCP
        int port = freePort();
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addQueueConfiguration(QueueConfiguration.of("alarms").setRoutingType(RoutingType.ANYCAST))
                .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port));
        broker.start();

        // when
        int exitCode = application(10, 5, Map.of("broker.url", "tcp://127.0.0.1:" + port))
                .run();
        long sent = broker.getActiveMQServer().locateQueue("alarms").getMessagesAdded();
        broker.stop();

        // then
        assertThat(exitCode).isZero();
        assertThat(sent).isEqualTo(screen().alarmsInTable().size());
    }

    @Test
    void saysWhichSettingIsWrong() {
        AlarmTickets application = application(10, 5, Map.of("cloud", "elsewhere"));

        assertThatThrownBy(application::run).hasStackTraceContaining("cloud=elsewhere: write simulator or tencent");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private AlarmTickets application(int backlog, int newAlarms) {
        return application(backlog, newAlarms, Map.of());
    }

    private AlarmTickets application(int backlog, int newAlarms, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("data.dir", directory.toString());
        settings.put("feed.delay", "200");
        settings.put("demo.backlog", Integer.toString(backlog));
        settings.put("demo.alarms", Integer.toString(newAlarms));
        settings.put("demo.alarms-per-minute", "1200");
        settings.put("demo.seconds", "600");
        return new AlarmTickets(settings, new Console(new PrintStream(printed, true, StandardCharsets.UTF_8)));
    }

    private Screen screen() {
        return Screen.of(printed.toString(StandardCharsets.UTF_8));
    }
}

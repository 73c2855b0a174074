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
package io.github.camelvideo.tencent.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that receives callbacks is killed while it does, and another goes on: what was answered is delivered, and what was not is sent
 * again as the vendor does. The profile {@code soak} kills more often.
 */
class CallbackKillIT {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackKillIT.class);
    private static final String KEY = "callback-key-1";
    private static final String PATH = "/live/events";
    private static final Duration FOREVER = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AtomicInteger answered = new AtomicInteger();
    private final long begun = Instant.now().getEpochSecond() - 1_000;
    private volatile boolean stopped;
    private int port;

    @Test
    void whatWasAnsweredIsDeliveredAndOnlyTheEventInFlightIsRepeated() throws Exception {
        int kills = Integer.getInteger("kills.callbacks", 3);
        Random random = new Random(kills);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process node = start(0);
        CompletableFuture<Void> sending =
                CompletableFuture.runAsync(this::sendUntilStopped, task -> new Thread(task).start());
        int aim = 0;
        for (int kill = 1; kill <= kills; kill++) {
            aim += 5 + random.nextInt(40);
            int enough = aim;
            Awaitility.await()
                    .atMost(FOREVER)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> answered.get() >= enough || sending.isDone());
            node.destroyForcibly().waitFor();
            node = start(kill);
        }
        stopped = true;
        sending.get();
        int sent = answered.get();
        try {
            Awaitility.await().atMost(FOREVER).until(() -> delivered().size() == sent);
        } finally {
            node.destroyForcibly().waitFor();
        }

        Map<String, Integer> delivered = delivered();
        int repeated = delivered.values().stream().mapToInt(times -> times - 1).sum();
        LOG.info(
                "{} kills: delivered={} repeated={} lost={}",
                kills,
                delivered.size(),
                repeated,
                sent - delivered.size());
        assertThat(repeated).isLessThanOrEqualTo(kills);
    }

    private void sendUntilStopped() {
        for (int number = 0; !stopped; number++) {
            try {
                deliver(number);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            answered.incrementAndGet();
        }
    }

    /** Sends it until it is answered with 200, as the vendor does, and moreover once again, as after an answer that got lost. */
    private void deliver(int number) throws Exception {
        Awaitility.await().atMost(FOREVER).pollInterval(Duration.ofMillis(20)).until(() -> status(number) == 200);
        if (number % 7 == 0) {
            assertThat(status(number)).isEqualTo(200);
        }
    }

    private int status(int number) throws Exception {
        String expiry = Long.toString(Instant.now().getEpochSecond() + 600);
        byte[] digest = MessageDigest.getInstance("MD5").digest((KEY + expiry).getBytes(StandardCharsets.UTF_8));
        String body = "{\"event_type\":1,\"app\":\"push.example.com\",\"appname\":\"live\",\"stream_id\":\"cam" + number
                + "\",\"event_time\":" + (begun + number) + ",\"sequence\":\"1\",\"t\":\"" + expiry + "\",\"sign\":\""
                + HexFormat.of().formatHex(digest) + "\"}";
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH))
                                    .timeout(Duration.ofSeconds(20))
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0; // nobody is there yet
        }
    }

    private Process start(int number) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-Xmx96m",
                CallbackNode.class.getName(),
                "" + port,
                directory.resolve("delivered").toString(),
                directory.resolve("positions").toString(),
                KEY,
                PATH));
        ProcessBuilder builder = new ProcessBuilder(command);
        // in the environment: on the command line it may be too long
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("log-" + number).toFile())
                .start();
    }

    /** How often each stream's event was delivered. */
    private Map<String, Integer> delivered() throws IOException {
        Map<String, Integer> times = new HashMap<>();
        Path file = directory.resolve("delivered");
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(stream -> times.merge(stream, 1, Integer::sum));
        }
        return times;
    }
}

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
package io.github.camelvideo.benchmarks;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Callbacks in a second, and the time from sending one to its arrival in the route, in turns: a bare route that answers at once, callbacks
 * answered when they are done, and callbacks answered when they are stored. Sender and receiver share the process and the machine.
 */
final class CallbackRates {

    private static final String KEY = "callback-key";
    private static final String BARE = "bare platform-http route";

    private CallbackRates() {}

    /** One way to receive. */
    private record Receiver(String name, String uri) {}

    public static void main(String[] args) throws Exception {
        int rounds = Settings.number("rounds", 5);
        int millis = 1_000 * Settings.number("seconds", 3);
        int inFlight = Integer.parseInt(Settings.text("inFlight", "16"));
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<Receiver> receivers = new ArrayList<>(List.of(
                new Receiver(BARE, "platform-http:/0?httpMethodRestrict=POST"),
                new Receiver("ack=DONE, memory", callback(1, "ack=DONE")),
                new Receiver("ack=STORED, file", callback(2, "offsetRepository=#file"))));
        CamelContext context = new DefaultCamelContext();
        String database = Settings.text("database", "");
        if (!database.isEmpty()) {
            context.getRegistry().bind("database", Positions.open(database).bean);
            receivers.add(new Receiver(
                    "ack=STORED, " + database.replaceFirst("[:?].*", ""), callback(3, "offsetRepository=#database")));
        }
        // last: opening any place empties the folder of files
        context.getRegistry().bind("file", Positions.open("file").bean);
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(port);
        context.addService(new VertxPlatformHttpServer(configuration));
        context.getPropertiesComponent().addInitialProperty("key", KEY);
        ConcurrentLinkedQueue<Long> delays = new ConcurrentLinkedQueue<>();
        AtomicInteger arrived = new AtomicInteger();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                receivers.forEach(receiver -> {
                    if (receiver.name().equals(BARE)) {
                        from(receiver.uri()).setBody(constant("{\"code\":0}"));
                    } else {
                        from(receiver.uri()).process(exchange -> note(exchange, delays, arrived));
                    }
                });
            }
        });
        context.start();
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        Map<String, List<Long>> times = new LinkedHashMap<>();
        AtomicLong number = new AtomicLong();
        try (Sender sender = new Sender(port, inFlight)) {
            for (int round = 0; round <= rounds; round++) {
                for (int i = 0; i < receivers.size(); i++) {
                    Receiver receiver = receivers.get(i);
                    delays.clear();
                    arrived.set(0);
                    long start = System.nanoTime();
                    int sent = sender.send("/" + i, millis, number);
                    double seconds = (System.nanoTime() - start) / 1e9;
                    while (!receiver.name().equals(BARE) && arrived.get() < sent) {
                        Thread.sleep(1);
                    }
                    if (round > 0) {
                        // the first round warms all up
                        rates.computeIfAbsent(receiver.name(), any -> new ArrayList<>())
                                .add(sent / seconds);
                        times.computeIfAbsent(receiver.name(), any -> new ArrayList<>())
                                .addAll(delays);
                    }
                }
            }
        }
        context.stop();
        Table table = new Table("in flight " + inFlight, "callbacks/s", "of bare", "ms to the route, p50", "p99");
        rates.forEach((name, each) -> table.row(
                name,
                Table.median(each),
                Table.median(each) / Table.median(rates.get(BARE)),
                quantile(times.get(name), 0.5),
                quantile(times.get(name), 0.99)));
        table.print("Medians of " + rounds + " rounds");
    }

    private static String callback(int path, String options) {
        return "tencent-video:live/callback?secretId=id&secretKey=key&delay=1000&initialDelay=0&callbackInboxSize=1000000&callbackKey={{key}}"
                + "&callback=/" + path + "&offsetKey=events" + path + "&" + options;
    }

    private static void note(Exchange exchange, ConcurrentLinkedQueue<Long> delays, AtomicInteger arrived) {
        Object sent = exchange.getMessage().getBody(Map.class).get("channel_id");
        delays.add(System.nanoTime() - Long.parseLong(sent.toString()));
        arrived.incrementAndGet();
    }

    private static double quantile(List<Long> nanos, double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * share)] / 1e6;
    }

    /** Sends signed callbacks, so many at a time. */
    private static final class Sender implements AutoCloseable {

        private final HttpClient http = HttpClient.newHttpClient();
        private final Semaphore free;
        private final int inFlight;
        private final int port;

        Sender(int port, int inFlight) {
            this.port = port;
            this.inFlight = inFlight;
            this.free = new Semaphore(inFlight);
        }

        /** @return how many were answered with status 200: all that were sent */
        int send(String path, int millis, AtomicLong number) throws Exception {
            AtomicInteger refused = new AtomicInteger();
            int sent = 0;
            long deadline = System.nanoTime() + millis * 1_000_000L;
            while (System.nanoTime() < deadline) {
                free.acquire();
                http.sendAsync(request(path, number.incrementAndGet()), HttpResponse.BodyHandlers.discarding())
                        .whenComplete((response, failure) -> {
                            if (failure != null || response.statusCode() != 200) {
                                refused.incrementAndGet();
                            }
                            free.release();
                        });
                sent++;
            }
            free.acquire(inFlight);
            free.release(inFlight);
            if (refused.get() > 0) {
                throw new IllegalStateException(refused + " callbacks to " + path + " were refused");
            }
            return sent;
        }

        private HttpRequest request(String path, long number) throws Exception {
            long now = System.currentTimeMillis() / 1_000;
            String expiry = Long.toString(now + 600);
            byte[] digest = MessageDigest.getInstance("MD5").digest((KEY + expiry).getBytes(StandardCharsets.UTF_8));
            String body = "{\"event_type\":1,\"app\":\"push.example.com\",\"appname\":\"live\",\"stream_id\":\"cam"
                    + number + "\",\"channel_id\":\"" + System.nanoTime() + "\",\"event_time\":" + now
                    + ",\"sequence\":\"6674468118806626493\",\"node\":\"192.0.2.1\",\"user_ip\":\"198.51.100.7\","
                    + "\"stream_param\":\"\",\"t\":\"" + expiry + "\",\"sign\":\""
                    + HexFormat.of().formatHex(digest) + "\"}";
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
        }

        @Override
        public void close() {
            // the client ends with the process
        }
    }
}

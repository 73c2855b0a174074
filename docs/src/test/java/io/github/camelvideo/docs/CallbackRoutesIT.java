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

import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.feed.position.JdbcOffsetRepository;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The routes of docs/callbacks.md, on the HTTP server of Camel Main. */
class CallbackRoutesIT {

    private static final String KEY = "callback-key-1";

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    @TempDir
    Path directory;

    private int port;

    /** What the route does with events. */
    public static final class Tickets {

        final BlockingQueue<String> changes = new LinkedBlockingQueue<>();

        public void open() {
            changes.add("opened");
        }

        public void close() {
            changes.add("closed");
        }
    }

    @BeforeEach
    void findPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @Test
    void aTicketIsOpenedAndClosedByCallbacks() throws Exception {
        Tickets tickets = new Tickets();
        try (AlarmApplication application = application(new CallbackRoutes.PushAndPoll())
                .bind("tickets", tickets)
                .bind("offsets", new FileOffsetRepository(directory.toString()))
                .start()) {
            assertThat(send(1)).isEqualTo(200);
            assertThat(tickets.changes.poll(20, TimeUnit.SECONDS)).isEqualTo("opened");
            assertThat(send(0)).isEqualTo(200);
            assertThat(tickets.changes.poll(20, TimeUnit.SECONDS)).isEqualTo("closed");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void callbacksAloneReachAQueue() throws Exception {
        try (AlarmApplication application = application(new CallbackRoutes.Alone())
                .bind("offsets", new FileOffsetRepository(directory.toString()))
                .start()) {
            MockEndpoint queue = application.mock("jms:queue:live-events");
            queue.expectedMessageCount(1);
            assertThat(send(1)).isEqualTo(200);
            queue.assertIsSatisfied();
        }
    }

    @Test
    void theCloudCallsTheAddressThatTheRouteRegistered() throws Exception {
        try (AlarmApplication application = application(new CallbackRoutes.Registered())
                .property("callback.url", "http://127.0.0.1:" + port + "/live/events")
                .bind("offsets", new FileOffsetRepository(directory.toString()))
                .start()) {
            MockEndpoint queue = application.mock("jms:queue:live-events");
            queue.expectedMessageCount(2);
            CLOUD.simulator().world().live().startStream("push.example.com", "live", "cam1");
            CLOUD.simulator().world().live().startStream("push.example.com", "tv", "cam2");
            queue.assertIsSatisfied();
        }
    }

    @Test
    void aNodeStoresWhatAnotherDelivers() throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:callbacks;DB_CLOSE_DELAY=-1");
        JdbcOffsetRepository repository = new JdbcOffsetRepository(source);
        repository.setCreateTable(true);
        try (AlarmApplication application = application(new CallbackRoutes.StoreOnly())
                .bind("offsets", repository)
                .start()) {
            assertThat(send(1)).isEqualTo(200);
            assertThat(repository.inbox("live-events").load()).hasSize(1);
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    private AlarmApplication application(RouteBuilder routes) {
        return new AlarmApplication(CLOUD.simulator())
                .withKey()
                .property("callback.key", KEY)
                .property("camel.server.enabled", "true")
                .property("camel.server.port", "" + port)
                .routes(routes);
    }

    private int send(int type) throws Exception {
        long now = Instant.now().getEpochSecond();
        String expiry = Long.toString(now + 600);
        byte[] digest = MessageDigest.getInstance("MD5").digest((KEY + expiry).getBytes(StandardCharsets.UTF_8));
        String body =
                "{\"event_type\":" + type + ",\"app\":\"push.example.com\",\"appname\":\"live\",\"stream_id\":\"cam1\","
                        + "\"event_time\":" + (now - 10 + 5 * (1 - type)) + ",\"sequence\":\"1\",\"t\":" + expiry
                        + ",\"sign\":\""
                        + HexFormat.of().formatHex(digest) + "\"}";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/live/events"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}

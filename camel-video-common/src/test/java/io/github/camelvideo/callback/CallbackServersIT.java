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
package io.github.camelvideo.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real requests to the HTTP servers that Camel has. */
class CallbackServersIT {

    enum Server {
        PLATFORM_HTTP("platform-http:/live/events"),
        UNDERTOW("undertow:http://127.0.0.1:{port}/live/events");

        private final String uri;

        Server(String uri) {
            this.uri = uri;
        }
    }

    private static final String STARTED = "{\"event_type\":1,\"stream_id\":\"cam1\",\"event_time\":1780279000,\"t\":"
            + TestCallbacks.EXPIRY + ",\"sign\":\"" + TestCallbacks.SIGN + "\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<CallbackEvent> events = new CopyOnWriteArrayList<>();
    private volatile CallbackAnswer answer = CallbackAnswer.ACCEPTED;
    private CallbackProcessor processor;
    private int port;

    private void start(Server server, String allowFrom) throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        if (server == Server.PLATFORM_HTTP) {
            VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
            configuration.setBindHost("127.0.0.1");
            configuration.setBindPort(port);
            context.addService(new VertxPlatformHttpServer(configuration));
        }
        CallbackSecurity security = new CallbackSecurity(List.of(TestCallbacks.KEY), false, allowFrom, 65_536);
        processor = new CallbackProcessor(
                "live/callback",
                TestCallbacks.streams(),
                security,
                () -> received -> CompletableFuture.supplyAsync(() -> {
                    events.addAll(received);
                    return answer;
                }),
                TestCallbacks.clockAt(TestCallbacks.EXPIRY));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(server.uri.replace("{port}", "" + port)).process(processor);
            }
        });
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/live/events?x=1"));
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private int post(BodyPublisher body, String... headers) throws Exception {
        HttpRequest.Builder request = request().POST(body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = send(request.build());
        // the text of a server that refuses a request before Camel sees it
        assertThat(response.body()).isIn(response.statusCode() == 200 ? "{\"code\":0}" : "", "Bad Request");
        return response.statusCode();
    }

    private int post(String body, String... headers) throws Exception {
        return post(BodyPublishers.ofString(body), headers);
    }

    @ParameterizedTest
    @EnumSource
    void anEventIsAnsweredWithoutAnythingOfTheRequest(Server server) throws Exception {
        start(server, null);
        HttpResponse<String> response = send(request()
                .headers("Content-Type", "application/json", "X-Secret", "s", "Cookie", "c=1")
                .POST(BodyPublishers.ofString(STARTED))
                .build());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"code\":0}");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(response.headers().map().keySet().stream().map(String::toLowerCase))
                .isSubsetOf(
                        ":status",
                        "content-type",
                        "content-length",
                        "transfer-encoding",
                        "date",
                        "server",
                        "connection");
        assertThat(events).singleElement().returns("stream-started", CallbackEvent::name);
    }

    @ParameterizedTest
    @EnumSource
    void eachStatusIsSentAsItIs(Server server) throws Exception {
        start(server, null);
        assertThat(post("{}")).isEqualTo(403);
        assertThat(post("no JSON")).isEqualTo(400);
        assertThat(post("")).isEqualTo(400);
        answer = CallbackAnswer.FULL;
        assertThat(post(STARTED)).isEqualTo(503);
        HttpResponse<String> get = send(request().GET().build());
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).contains("POST");
        assertThat(get.body()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aBodyIsBoundedWhetherItsLengthIsDeclaredOrNot(Server server) throws Exception {
        start(server, null);
        byte[] large = (" ".repeat(65_536) + STARTED).getBytes(StandardCharsets.UTF_8);
        assertThat(post(BodyPublishers.ofByteArray(large))).isEqualTo(413);
        assertThat(post(chunked(large))).isEqualTo(413);
        assertThat(post(chunked(STARTED.getBytes(StandardCharsets.UTF_8)))).isEqualTo(200);
        assertThat(processor.counts().refused(Refusal.SIZE)).isEqualTo(2);
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    @ParameterizedTest
    @EnumSource
    void jsonIsReadWhateverItsTypeIs(Server server) throws Exception {
        start(server, null);
        String withUrl = STARTED.replace("cam1", "cam1?a=b");
        for (String type : List.of(
                "text/plain",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-8",
                "x")) {
            assertThat(post(STARTED, "Content-Type", type)).describedAs(type).isEqualTo(200);
            assertThat(post(withUrl, "Content-Type", type)).describedAs(type).isEqualTo(200);
        }
        assertThat(post(STARTED)).isEqualTo(200);
        assertThat(events)
                .extracting(event -> event.fields().path("stream_id").asText())
                .containsOnly("cam1", "cam1?a=b");
    }

    @ParameterizedTest
    @EnumSource
    void compressedBodiesAreRead(Server server) throws Exception {
        start(server, null);
        assertThat(post(BodyPublishers.ofByteArray(zipped(STARTED)), "Content-Encoding", "gzip"))
                .isEqualTo(200);
        assertThat(post(BodyPublishers.ofByteArray(zipped(" ".repeat(5_000_000))), "Content-Encoding", "gzip"))
                .isEqualTo(413);
    }

    private static byte[] zipped(String content) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return zipped.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void theAddressOfTheSenderIsChecked(Server server) throws Exception {
        start(server, "127.0.0.0/8");
        // Camel's Undertow tells no address
        assertThat(post(STARTED)).isEqualTo(server == Server.UNDERTOW ? 403 : 200);
        assertThat(processor.counts().refused(Refusal.ADDRESS_UNKNOWN)).isEqualTo(server == Server.UNDERTOW ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource
    void anotherAddressIsRefusedWhateverHeadersSay(Server server) throws Exception {
        start(server, "192.0.2.0/24");
        assertThat(post(
                        STARTED,
                        "X-Forwarded-For",
                        "192.0.2.1",
                        "Forwarded",
                        "for=192.0.2.1",
                        "CamelVertxPlatformHttpRemoteAddress",
                        "192.0.2.1:1"))
                .isEqualTo(403);
        assertThat(events).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSlowBodyHoldsUpNobody(Server server) throws Exception {
        start(server, null);
        try (Socket slow = new Socket("127.0.0.1", port)) {
            OutputStream out = slow.getOutputStream();
            out.write(("POST /live/events HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: "
                            + STARTED.length() + "\r\n\r\n" + STARTED.substring(0, 20))
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            assertThat(post(STARTED)).isEqualTo(200);
            out.write(STARTED.substring(20).getBytes(StandardCharsets.UTF_8));
            out.flush();
            InputStream in = slow.getInputStream();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 200 ");
        }
        try (Socket leaving = new Socket("127.0.0.1", port)) {
            leaving.getOutputStream()
                    .write("POST /live/events HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\n{\"a"
                            .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(post(STARTED)).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void changedCallbacksBreakNothing(Server server) throws Exception {
        start(server, null);
        Random random = new Random(7);
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int round = 0; round < 1_500; round++) {
            MutatedCallback callback = MutatedCallback.of(random);
            String type = (String) callback.headers().getOrDefault(Exchange.CONTENT_TYPE, "application/json");
            BodyPublisher body = random.nextBoolean() && callback.body().length > 0
                    ? chunked(callback.body())
                    : BodyPublishers.ofByteArray(callback.body());
            // servers read these themselves: multipart bodies all of them, and Undertow answers 500 to a form it cannot
            // decode
            boolean isReadByServer = type.startsWith("multipart")
                    || server == Server.UNDERTOW && type.equals("application/x-www-form-urlencoded");
            if (!isReadByServer) {
                int status = post(body, "Content-Type", type);
                statuses.merge(status, 1, Integer::sum);
                assertThat(status == 200 && !callback.isSigned())
                        .describedAs("%s", callback)
                        .isFalse();
            }
        }
        assertThat(statuses.keySet()).isSubsetOf(200, 400, 403, 413).contains(200, 400, 403);
        assertThat(post(STARTED)).isEqualTo(200);
    }
}

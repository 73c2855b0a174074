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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.tencent.SimulatedCloud;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.model.RouteDefinition;
import org.awaitility.Awaitility;

/** A route that takes callbacks over a real HTTP server, beside the simulator's lists. */
abstract class CallbackRoute extends SimulatedCloud {

    static final String KEY = "callback-key-1";
    static final String PATH = "/live/events";
    static final String ROUTE = "events";
    static final String LIST = "tencent-video:live/DescribeLiveStreamEventList";
    static final Duration LONG = Duration.ofSeconds(20);

    /** What a message said about its event. */
    record Told(String event, String stream, Instant time, String origin, JsonNode body) {

        String text() {
            return event + " " + stream + " " + origin;
        }
    }

    final List<Told> told = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private int port;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        serve(created);
        return created;
    }

    /** Another context with a server of its own. */
    final void serve(CamelContext where) throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(port);
        where.addService(new VertxPlatformHttpServer(configuration));
    }

    final void start(String uri) throws Exception {
        start(context, uri, route -> {});
    }

    final void start(CamelContext where, String uri, java.util.function.Consumer<RouteDefinition> steps)
            throws Exception {
        where.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                RouteDefinition route = from(uri).routeId(ROUTE);
                steps.accept(route);
                route.process(CallbackRoute.this::note);
            }
        });
    }

    private void note(Exchange exchange) {
        Message message = exchange.getMessage();
        JsonNode body = message.getBody(JsonNode.class);
        told.add(new Told(
                message.getHeader(TencentVideoConstants.EVENT, String.class),
                body.path("StreamName").asText(body.path("stream_id").asText()),
                message.getHeader(TencentVideoConstants.ITEM_TIME, Instant.class),
                message.getHeader(TencentVideoConstants.ORIGIN, String.class),
                body));
    }

    final void await(int count) {
        Awaitility.await(count + " events of " + told)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> told.size() >= count);
    }

    final List<String> texts() {
        return told.stream().map(Told::text).sorted().toList();
    }

    /** The fields that the vendor sends when a stream starts (1) or ends (0). */
    static ObjectNode event(int type, String stream, Instant time) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("event_type", type)
                .put("app", "push.example.com")
                .put("appname", "live")
                .put("stream_id", stream)
                .put("channel_id", stream)
                .put("event_time", time.getEpochSecond())
                .put("sequence", "6674468118806626493")
                .put("node", "192.0.2.1")
                .put("user_ip", "198.51.100.7")
                .put("stream_param", "");
    }

    /** An ended push as the list shows it. */
    static void listed(String stream, Instant start, Instant end) {
        cloud().world()
                .feed("live", "DescribeLiveStreamEventList")
                .add(
                        end,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("DomainName", "push.example.com")
                                .put("AppName", "live")
                                .put("StreamName", stream)
                                .put("StreamStartTime", start.toString())
                                .put("StreamEndTime", end.toString())
                                .put("ClientIp", "198.51.100.7"));
    }

    /** Sends a callback as the vendor does, and gives the status of the answer. */
    final int send(ObjectNode fields) throws Exception {
        return post(signed(fields, KEY)).statusCode();
    }

    static String signed(ObjectNode fields, String key) throws Exception {
        long expiry = CLOCK.instant().plus(Duration.ofMinutes(10)).getEpochSecond();
        byte[] digest = MessageDigest.getInstance("MD5").digest((key + expiry).getBytes(StandardCharsets.UTF_8));
        return fields.deepCopy()
                .put("t", expiry)
                .put("sign", HexFormat.of().formatHex(digest))
                .toString();
    }

    /** Where the vendor reaches the route. */
    final String address() {
        return "http://127.0.0.1:" + port + PATH;
    }

    final HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address()))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static Instant now() {
        return CLOCK.instant();
    }
}

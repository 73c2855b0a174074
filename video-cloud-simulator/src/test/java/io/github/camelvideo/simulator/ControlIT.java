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
package io.github.camelvideo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person changes a simulator that runs as a process. */
class ControlIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final VideoCloudSimulator simulator =
            new SimulatorMain("--cameras=1").start(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void accountsDevicesAndTheAddressOfTheControlArePrinted() {
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        simulator.url() + "/simulator",
                        VideoCloudSimulator.SECRET_KEY,
                        simulator.world().devices().get(0).id(),
                        simulator.world().linkVisual().deviceIds().get(0));
    }

    @Test
    void anAlarmAndAnEventAreRaised() throws Exception {
        String device = simulator.world().devices().get(0).id();
        String camera = simulator.world().linkVisual().deviceIds().get(0);

        assertThat(post("/alarms?device=" + device, 200)).contains("alarm");
        assertThat(post("/alarms", 200)).contains("alarm");
        assertThat(post("/events?camera=" + camera + "&type=1", 200)).contains("event");

        assertThat(simulator.world().alarms()).hasSize(2);
        assertThat(simulator.world().linkVisual().events(camera, Instant.EPOCH, Instant.MAX))
                .hasSize(1);
    }

    @Test
    void theNextRequestFailsAsWanted() throws Exception {
        post("/faults?fault=http_500", 200);

        assertThat(send("POST", "/", 500)).isEqualTo("Internal Server Error");
        assertThat(simulator.faults().isSpent()).isTrue();
    }

    @Test
    void theClockIsMoved() throws Exception {
        Instant before = simulator.clock().instant();

        post("/clock?by=PT1H", 200);

        assertThat(simulator.clock().instant()).isAfterOrEqualTo(before.plus(Duration.ofHours(1)));
    }

    @Test
    void anItemOfEveryFeedIsListedChangedAndRemoved() throws Exception {
        for (String feed : feeds()) {
            assertThat(send("GET", "/simulator/feeds/" + feed, 200)).as(feed).contains("\"items\" : [ ]");
            String item = feed + "/"
                    + JSON.readTree(post("/feeds/" + feed, 200)).path("item").asInt();
            assertThat(send("POST", "/simulator/feeds/" + item, "{\"Note\": \"n\"}", 200))
                    .as(feed)
                    .contains("\"Note\" : \"n\"");
            assertThat(send("GET", "/simulator/feeds/" + feed, 200)).as(feed).contains("\"Note\" : \"n\"");
            send("DELETE", "/simulator/feeds/" + item, 200);
            assertThat(send("GET", "/simulator/feeds/" + feed, 200)).as(feed).contains("\"items\" : [ ]");
        }
    }

    private static List<String> feeds() {
        return SimulatedApis.with(null).ids().stream()
                .map(SimulatedApis.with(null)::catalog)
                .flatMap(api -> api.actions().values().stream()
                        .filter(action -> action.feed() != null)
                        .map(action -> api.id() + "/" + action.name()))
                .toList();
    }

    @Test
    void theVendorsAnswerShowsWhatBecomesOfAnItem() throws Exception {
        String feed = "/simulator/feeds/iotvideoindustry/DescribeDeviceEvent";
        Instant moment = simulator.clock().instant().minusSeconds(300);

        send("POST", feed + "?ago=PT5M&DeviceId=d1", "{\"EventDesc\": \"moved\"}", 200);

        JsonNode event = events("d1").get(0);
        assertThat(event.path("EventDesc").asText()).isEqualTo("moved");
        assertThat(event.path("EventTime").asLong()).isBetween(moment.getEpochSecond(), moment.getEpochSecond() + 60);
        assertThat(events("d2")).isEmpty();
        send("POST", feed + "/1", "{\"EventDesc\": \"still\"}", 200);
        assertThat(events("d1"))
                .extracting(item -> item.path("EventDesc").asText())
                .containsExactly("still");
        send("DELETE", feed + "/1", 200);
        assertThat(events("d1")).isEmpty();
    }

    private JsonNode events(String device) {
        return new TestRequest(simulator, "DescribeDeviceEvent")
                .with("{\"DeviceId\": \"" + device + "\", \"StartTime\": 0, \"EndTime\": 9999999999}")
                .answer()
                .path("Events");
    }

    @Test
    void whatIsWrongWithAnItemIsSaid() throws Exception {
        assertThat(post("/feeds/mdl/CreateStreamLiveChannel", 400))
                .contains(
                        "mdl/CreateStreamLiveChannel is not a feed. The feeds of mdl are [DescribeStreamLiveChannelAlerts");
        assertThat(post("/feeds/none/Any", 400)).contains("Unknown API 'none'");
        assertThat(post("/feeds/mdl", 400)).contains("POST /simulator/feeds/mdl is not supported.");
        assertThat(post("/feeds/mdl/DescribeStreamLiveChannelAlerts?ago=soon", 400))
                .contains("ago=soon: must be a duration");
        assertThat(post("/feeds/mdl/DescribeStreamLiveChannels?ago=PT1M", 400)).contains("have no time");
        assertThat(post("/feeds/mdl/DescribeStreamLiveChannelAlerts?Channel=1", 400))
                .contains("Channel: unknown parameter.", "[ChannelId");
        assertThat(post("/feeds/mdl/DescribeStreamLiveChannelAlerts/1", 400)).contains("Item 1 is not listed.");
        assertThat(send("POST", "/simulator/feeds/mdl/DescribeStreamLiveChannelAlerts", "[]", 400))
                .contains("must be a JSON object");
        assertThat(simulator.world().feeds().find("mdl", "DescribeStreamLiveChannelAlerts"))
                .isNull();
    }

    @Test
    void callbacksAreSentAndShown() throws Exception {
        try (CallbackReceiver receiver = new CallbackReceiver()) {
            String address = "{\"api\":\"live\",\"url\":\"" + receiver.url("/live") + "\",\"key\":\"control-key\"}";
            assertThat(send("POST", "/simulator/callbacks", address, 200)).doesNotContain("control-key");
            post("/callbacks/faults?fault=drop&every=2&times=1", 200);

            assertThat(post("/streams?name=s1", 200)).contains("\"started\" : true");
            assertThat(send("DELETE", "/simulator/streams?name=s1", 200)).contains("\"stopped\" : true");
            send("POST", "/simulator/callbacks/live/stream-ended", "{\"stream_id\": \"s2\"}", 200);

            Awaitility.await()
                    .until(() -> JSON.readTree(send("GET", "/simulator/callbacks", 200))
                                    .at("/counts/DELIVERED")
                                    .asInt()
                            == 2);
            JsonNode ledger = JSON.readTree(send("GET", "/simulator/callbacks", 200));
            assertThat(ledger.path("callbacks").findValuesAsText("state"))
                    .containsExactly("DELIVERED", "DROPPED", "DELIVERED");
            assertThat(ledger.at("/callbacks/0/attempts/0/status").asInt()).isEqualTo(200);
            assertThat(receiver.texts("stream_id")).containsExactlyInAnyOrder("s1", "s2");
            assertThat(JSON.readTree(send("GET", "/simulator/callbacks?after=2", 200))
                            .path("callbacks"))
                    .hasSize(1);
        }
    }

    @Test
    void whatIsWrongWithACallbackIsSaid() throws Exception {
        assertThat(send("POST", "/simulator/callbacks", "{\"api\":\"live\",\"url\":\"example.com\"}", 400))
                .contains("must be an http:// or https:// URL");
        assertThat(send("POST", "/simulator/callbacks", "{}", 400)).contains("Unknown API ''");
        assertThat(post("/callbacks/live/none", 400)).contains("Unknown event 'none'");
        assertThat(post("/callbacks/faults?fault=none", 400)).contains("fault=none: must be one of [DROP");
        assertThat(post("/callbacks/faults?fault=drop&share=many", 400)).contains("share=many: must be a number");
        assertThat(post("/callbacks/faults?fault=drop&every=0", 400)).contains("every=0");
        assertThat(post("/callbacks/faults?fault=delay&by=soon", 400)).contains("by=soon: must be a duration");
        assertThat(post("/streams", 400)).contains("name: must be");
        assertThat(send("DELETE", "/simulator/callbacks", 400)).contains("is not supported.");
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        assertThat(post("/alarms?device=none", 400)).contains("device=none: unknown device");
        assertThat(post("/faults?fault=none", 400)).contains("fault=none: must be one of [THROTTLE");
        assertThat(post("/clock?by=soon", 400)).contains("by=soon: must be a duration");
        assertThat(post("/none", 400)).contains("POST /simulator/none is not supported.");
    }

    @Test
    void aSimulatorOfATestHasNoControl() throws Exception {
        try (VideoCloudSimulator embedded = VideoCloudSimulator.start()) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(embedded.url() + "/simulator"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body()).doesNotContain("devices");
        }
    }

    private String post(String path, int status) throws IOException, InterruptedException {
        return send("POST", "/simulator" + path, status);
    }

    private String send(String method, String path, int status) throws IOException, InterruptedException {
        return send(method, path, "", status);
    }

    private String send(String method, String path, String body, int status) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }
}

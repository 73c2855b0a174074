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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person changes a simulator that runs as a process. */
class ControlIT {

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
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer.body();
    }
}

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
package io.github.camelvideo.tencent.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.http.SimulatorServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers the list of a device's events for whatever devices a test makes up. Its items do not say which device they are of. Checks
 * no signature.
 */
final class FakeDevices implements AutoCloseable {

    static final String LIST = "DescribeDeviceEvent";

    private record Event(Instant at, String what) {}

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, List<Event>> events = new ConcurrentHashMap<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final SimulatorServer server;

    /** Devices whose calls the vendor refuses. */
    final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** The device of each call that came in. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** Calls wait for it. */
    volatile CountDownLatch gate = new CountDownLatch(0);

    FakeDevices(Clock clock) {
        server = SimulatorServer.start(0, clock, this::answer);
    }

    String url() {
        return server.url();
    }

    /** Something happens at a device. */
    void happens(String device, Instant at, String what) {
        events.computeIfAbsent(device, any -> new CopyOnWriteArrayList<>()).add(new Event(at, what));
    }

    int underWay() {
        return atOnce.get();
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    private Reply answer(HttpCall call) {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            JsonNode asked = json.readTree(call.body());
            String device = asked.path("DeviceId").asText();
            this.asked.add(device);
            FeedRoute.await(gate);
            ObjectNode response = json.createObjectNode().put("RequestId", "r-" + device);
            if (refused.contains(device)) {
                response.putObject("Error")
                        .put("Code", "ResourceNotFound.DeviceNotExist")
                        .put("Message", "no " + device);
            } else {
                list(asked, device, response);
            }
            return Reply.of(
                    200,
                    "application/json",
                    json.createObjectNode().set("Response", response).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private void list(JsonNode asked, String device, ObjectNode response) {
        long begin = asked.path("StartTime").asLong();
        long end = asked.path("EndTime").asLong();
        List<Event> found = events.getOrDefault(device, List.of()).stream()
                .filter(event ->
                        event.at().getEpochSecond() >= begin && event.at().getEpochSecond() <= end)
                .toList();
        response.put("TotalCount", found.size());
        var list = response.putArray("Events");
        found.stream()
                .skip(asked.path("Offset").asInt())
                .limit(asked.path("Limit").asInt())
                .forEach(event -> list.addObject()
                        .put("EventTime", event.at().getEpochSecond())
                        .put("EventType", 1)
                        .put("EventDesc", event.what()));
    }

    @Override
    public void close() {
        gate.countDown();
        server.close();
    }
}

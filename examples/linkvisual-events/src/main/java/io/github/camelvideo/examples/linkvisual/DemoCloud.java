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
package io.github.camelvideo.examples.linkvisual;

import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.world.LinkVisual;
import io.github.camelvideo.simulator.world.LinkVisualDevice.State;
import io.github.camelvideo.simulator.world.LinkVisualEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The simulator with cameras and their events of the last minutes. */
final class DemoCloud implements AutoCloseable {

    private static final String EVENTS = "QueryDeviceEvent";
    private static final String PICTURE = "QueryDeviceEventPicture";
    private static final Duration PAST = Duration.ofMinutes(50);

    private final VideoCloudSimulator simulator = VideoCloudSimulator.start();
    private final LinkVisual world = simulator.world().linkVisual();
    private final Clock clock;

    DemoCloud(Clock clock) {
        this.clock = clock;
    }

    /** What the route must know to work with this cloud. */
    Map<String, String> settings() {
        return Map.of(
                "camel.component.aliyun-linkvisual.endpoint-url",
                simulator.url(),
                "camel.component.aliyun-linkvisual.access-key-id",
                VideoCloudSimulator.SECRET_ID,
                "camel.component.aliyun-linkvisual.access-key-secret",
                VideoCloudSimulator.SECRET_KEY);
    }

    String url() {
        return simulator.url();
    }

    /** Adds a camera with so many events, each with a picture, spread over the last minutes, and returns its IotId. */
    String addDevice(int events) {
        String device = world.addDevice();
        Instant first = clock.instant().minus(PAST);
        for (int i = 0; i < events; i++) {
            world.addEvent(device, first.plus(PAST.multipliedBy(i).dividedBy(events)), 1 + i % 2);
        }
        return device;
    }

    /** Raises an event with a picture now. */
    void raise(String device) {
        world.addEvent(device, clock.instant(), 1);
    }

    /** Raises events of the last minutes, on any cameras, that have no picture. */
    void raiseWithoutPicture(int count) {
        Instant now = clock.instant();
        world.addEvents(count, now.minus(PAST), now);
    }

    /** From now on there are new events. */
    void startRaising(int perMinute) {
        world.generateEvents(perMinute);
    }

    /** From now on there are no new events. */
    void stopRaising() {
        world.stopGenerating();
    }

    /** From now on every question about a camera is refused. */
    void suspend(String device) {
        world.setDevice(device, State.INACTIVE);
    }

    /** Questions about a camera are answered again. */
    void resume(String device) {
        world.setDevice(device, State.ONLINE);
    }

    /** The next so many questions for a picture are not answered. */
    void failPictures(int count) {
        simulator.faults().next(PICTURE, count, Fault.INTERNAL_ERROR);
    }

    List<String> devices() {
        return world.deviceIds();
    }

    /** All events of a camera so far. */
    List<LinkVisualEvent> events(String device) {
        return world.events(device, Instant.EPOCH, clock.instant());
    }

    /** How often it was asked for the events of a camera; of the last ten thousand requests. */
    long looks(String device) {
        return simulator.requests().of(EVENTS).stream()
                .filter(request ->
                        device.equals(request.parameters().path("IotId").asText()))
                .count();
    }

    @Override
    public void close() {
        simulator.close();
    }
}

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
package io.github.camelvideo.examples.statistics;

import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.world.Live;
import io.github.camelvideo.simulator.world.LiveDomain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The simulator with two playback domains and streams that are watched, by a clock that stands until it is moved. */
final class DemoCloud implements AutoCloseable {

    private static final Instant BEGIN = Instant.parse("2026-05-01T11:00:00Z");
    private static final Duration PAST = Duration.ofHours(1);
    private static final String PUSH_DOMAIN = "push.example.com";
    private static final String APP = "live";

    private final SimulatorClock clock = new SimulatorClock(BEGIN);
    private final VideoCloudSimulator simulator =
            VideoCloudSimulator.builder().clock(clock).start();
    private final Live live = simulator.world().live();

    /** An hour has passed with streams on air. */
    DemoCloud() {
        addDomain("play.example.com");
        addDomain("vod.example.com");
        startStream("news");
        clock.advance(PAST);
        startStream("match");
    }

    /** What the routes must know to work with this cloud, in a context that has the {@link #clock()} as a bean of that name. */
    Map<String, String> settings() {
        return Map.of(
                "camel.component.tencent-video.endpoint-url",
                simulator.url(),
                "camel.component.tencent-video.secret-id",
                VideoCloudSimulator.SECRET_ID,
                "camel.component.tencent-video.secret-key",
                VideoCloudSimulator.SECRET_KEY,
                "camel.component.tencent-video.clock",
                "#bean:clock");
    }

    String url() {
        return simulator.url();
    }

    VideoCloudSimulator simulator() {
        return simulator;
    }

    Clock clock() {
        return clock;
    }

    /** When there was first anything to see. */
    Instant begin() {
        return BEGIN;
    }

    /** Lets time pass at once. */
    void pass(Duration time) {
        clock.advance(time);
    }

    void addDomain(String name) {
        live.addPlayDomain(name);
    }

    void startStream(String name) {
        live.startStream(PUSH_DOMAIN, APP, name);
    }

    void stopStream(String name) {
        live.stopStream(PUSH_DOMAIN, APP, name);
    }

    List<String> domains() {
        List<String> names = new ArrayList<>();
        live.domains().stream()
                .filter(domain -> !domain.push())
                .map(LiveDomain::name)
                .forEach(names::add);
        return names;
    }

    @Override
    public void close() {
        simulator.close();
    }
}

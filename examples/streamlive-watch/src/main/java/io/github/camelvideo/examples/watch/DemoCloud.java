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
package io.github.camelvideo.examples.watch;

import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.StreamLiveChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The simulator with channels that have alerts. For one thread. */
final class DemoCloud implements AutoCloseable {

    private static final String ALERTS = "DescribeStreamLiveChannelAlerts";
    private static final List<String> TYPES =
            List.of("RTMP Stream Not Found", "No Video Data", "Input Bitrate Unstable");

    private final VideoCloudSimulator simulator = VideoCloudSimulator.start();
    private final StreamLive world = simulator.world().streamLive();
    /** Ids of the alerts that are not cleared, oldest first. */
    private final Deque<String> ongoing = new ArrayDeque<>();

    private int raised;

    /** What the routes must know to work with this cloud. */
    Map<String, String> settings() {
        return Map.of(
                "camel.component.tencent-video.endpoint-url",
                simulator.url(),
                "camel.component.tencent-video.secret-id",
                VideoCloudSimulator.SECRET_ID,
                "camel.component.tencent-video.secret-key",
                VideoCloudSimulator.SECRET_KEY,
                "camel.component.tencent-video.region",
                StreamLive.REGION);
    }

    String url() {
        return simulator.url();
    }

    String addChannel(String name) {
        return world.addChannel(name);
    }

    /** Raises so many alerts, of one channel and pipeline after another. Their messages differ. */
    void raise(int count) {
        List<StreamLiveChannel> channels = world.channels();
        for (int i = 0; i < count; i++) {
            raised++;
            String channel = channels.get(raised % channels.size()).id();
            ongoing.add(world.raiseAlert(channel, raised % 2, TYPES.get(raised % TYPES.size()), "alert " + raised));
        }
    }

    /** Clears the oldest alerts that are not cleared, so many or all there are. */
    void clear(int count) {
        for (int i = 0; i < count && !ongoing.isEmpty(); i++) {
            world.clearAlert(ongoing.remove());
        }
    }

    void clearAll() {
        clear(ongoing.size());
    }

    /** All alerts so far, and whether they were cleared. */
    Map<Alert, Boolean> alerts() {
        Map<Alert, Boolean> alerts = new HashMap<>();
        simulator
                .world()
                .records(StreamLive.ALERTS)
                .all()
                .forEach(alert -> alerts.put(
                        new Alert(
                                alert.path("ChannelId").asText(),
                                "Pipeline" + alert.path("Pipeline").asInt(),
                                alert.path("Type").asText(),
                                alert.path("SetTime").asText(),
                                alert.path("Message").asText()),
                        !alert.path("ClearTime").asText().isEmpty()));
        return alerts;
    }

    int channels() {
        return world.channels().size();
    }

    /** How often it was asked for alerts. */
    int looks() {
        return simulator.requests().count(ALERTS);
    }

    @Override
    public void close() {
        simulator.close();
    }
}

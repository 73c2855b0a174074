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
package io.github.camelvideo.examples.operations;

import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.world.LiveStream;
import java.util.List;
import java.util.Map;

/** The simulator with some streams on air and a channel that is idle. */
final class DemoCloud implements AutoCloseable {

    static final String PUSH_DOMAIN = "push.example.com";
    static final List<String> PLAY_DOMAINS = List.of("play.example.com", "vod.example.com");
    static final String APP = "live";
    static final List<String> STREAMS = List.of("gate-camera", "match-day", "talk-show", "pirate", "unlicensed");

    private final VideoCloudSimulator simulator;
    private final String channel;

    private DemoCloud(VideoCloudSimulator simulator) {
        this.simulator = simulator;
        STREAMS.forEach(name -> simulator.world().live().startStream(PUSH_DOMAIN, APP, name));
        this.channel = simulator.world().streamLive().addChannel("Evening news");
    }

    static DemoCloud start() {
        return new DemoCloud(VideoCloudSimulator.start());
    }

    /** What the routes must know to work with this cloud. */
    Map<String, String> settings() {
        return Map.of(
                "camel.component.tencent-video.endpoint-url",
                simulator.url(),
                "camel.component.tencent-video.secret-id",
                VideoCloudSimulator.SECRET_ID,
                "camel.component.tencent-video.secret-key",
                VideoCloudSimulator.SECRET_KEY,
                "push.domain",
                PUSH_DOMAIN,
                "push.app",
                APP,
                "play.domains",
                String.join(",", PLAY_DOMAINS),
                "channel.id",
                channel);
    }

    VideoCloudSimulator simulator() {
        return simulator;
    }

    String url() {
        return simulator.url();
    }

    /** Names of the streams on air. */
    List<String> onAir() {
        return simulator.world().live().streams().stream().map(LiveStream::name).toList();
    }

    boolean isForbidden(String stream) {
        return simulator.world().live().isForbidden(stream);
    }

    boolean isChannelRunning() {
        return simulator.world().streamLive().channel(channel).running();
    }

    /** How often an action was called. */
    int calls(String action) {
        return simulator.requests().count(action);
    }

    /** For how many runs the traffic of all domains was asked for. */
    int trafficRuns() {
        return calls("DescribeBillBandwidthAndFluxList") / PLAY_DOMAINS.size();
    }

    @Override
    public void close() {
        simulator.close();
    }
}

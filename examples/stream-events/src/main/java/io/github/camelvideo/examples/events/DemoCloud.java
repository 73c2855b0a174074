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
package io.github.camelvideo.examples.events;

import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.callback.Callback;
import io.github.camelvideo.simulator.callback.CallbackFault;
import io.github.camelvideo.simulator.callback.CallbackFaultPlan;
import io.github.camelvideo.simulator.callback.Callbacks;
import io.github.camelvideo.simulator.world.Live;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The simulator with streams that start and end, and callbacks that tell of it. For one thread. */
final class DemoCloud implements AutoCloseable {

    static final String KEY = "demo-callback-key";

    private static final String API = "live";
    private static final String LIST = "DescribeLiveStreamEventList";
    private static final String DOMAIN = "push.example.com";
    private static final String APP = "live";
    private static final long SEED = 5;

    private final VideoCloudSimulator simulator =
            VideoCloudSimulator.builder().seed(SEED).start();
    private final Live live = simulator.world().live();
    private final Callbacks callbacks = simulator.world().callbacks();
    private final List<Event> events = new ArrayList<>();
    /** Names of the streams on air, oldest first. */
    private final Deque<String> onAir = new ArrayDeque<>();

    private int started;

    /** What the routes must know to work with this cloud. */
    Map<String, String> settings() {
        return Map.of(
                "camel.component.tencent-video.endpoint-url",
                simulator.url(),
                "camel.component.tencent-video.secret-id",
                VideoCloudSimulator.SECRET_ID,
                "camel.component.tencent-video.secret-key",
                VideoCloudSimulator.SECRET_KEY,
                "callback.key",
                KEY);
    }

    String url() {
        return simulator.url();
    }

    /** Calls back to an address from now on. */
    void callBack(String address, String key) {
        callbacks.to(API, address, key);
    }

    /** Loses this share of the callbacks, and sends another share twice. The seed decides which. */
    void lose(double lost, double twice) {
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.DROP).share(lost));
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.DUPLICATE).share(twice));
    }

    /** How many callbacks it lost on purpose. */
    int lost() {
        return callbacks.count(Callback.State.DROPPED);
    }

    Callbacks callbacks() {
        return callbacks;
    }

    /** Starts one more stream. */
    void startStream() {
        startStream("show-" + ++started);
    }

    void startStream(String name) {
        live.startStream(DOMAIN, APP, name);
        onAir.add(name);
        events.add(Event.started(stream(name)));
    }

    /** Ends the oldest streams until so many are on air. */
    void endStreams(int left) {
        while (onAir.size() > left) {
            String name = onAir.remove();
            live.stopStream(DOMAIN, APP, name);
            events.add(Event.ended(stream(name)));
        }
    }

    private static String stream(String name) {
        return DOMAIN + "/" + APP + "/" + name;
    }

    /** All starts and ends so far. */
    List<Event> events() {
        return List.copyOf(events);
    }

    /** All streams so far, and whether they are on air. */
    Map<String, Boolean> streams() {
        Map<String, Boolean> streams = new HashMap<>();
        events.forEach(event -> streams.put(event.stream(), false));
        onAir.forEach(name -> streams.put(stream(name), true));
        return streams;
    }

    /** How often it was asked for events. */
    int looks() {
        return simulator.requests().count(LIST);
    }

    @Override
    public void close() {
        simulator.close();
    }
}

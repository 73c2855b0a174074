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

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.simulator.callback.CallbackFault;
import io.github.camelvideo.simulator.callback.CallbackFaultPlan;
import io.github.camelvideo.simulator.callback.Callbacks;
import io.github.camelvideo.simulator.world.Live;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cloud that calls back about its streams as a bad network lets it, and a route that is restarted meanwhile. */
class CallbackCloudIT extends CallbackRoute {

    private static final String DOMAIN = "push.example.com";
    private static final int STREAMS = 12;
    private static final int ROUNDS = 20;
    private static final String FEED = LIST + "?startFrom=now&delay=50&initialDelay=0&callback=" + PATH
            + "&callbackKey=" + KEY + "&offsetRepository=#offsets";

    @TempDir
    Path directory;

    private final Callbacks callbacks = cloud().world().callbacks();
    private final Live live = cloud().world().live();
    private final Random random = new Random(11);
    private final List<String> happened = new ArrayList<>();

    @AfterEach
    void clear() {
        callbacks.clear();
    }

    @Test
    void eachStartAndEndIsDeliveredOnceThroughFaultsAndRestarts() throws Exception {
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.DROP).share(0.2));
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.DUPLICATE).share(0.2));
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.DELAY)
                .share(0.2)
                .between(Duration.ofSeconds(1), Duration.ofMinutes(90)));
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.REORDER).share(0.2));
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.WRONG_KEY).share(0.1));
        CamelContext node = begin(context);
        for (int round = 0; round < ROUNDS; round++) {
            change();
            CLOCK.advance(Duration.ofSeconds(20 + random.nextInt(600)));
            callbacks.deliverDue();
            if (round % 7 == 6) {
                node.stop();
                node = begin(createCamelContext());
            }
        }
        for (int stream = 0; stream < STREAMS; stream++) {
            stop(stream);
        }
        for (int step = 0; step < 4; step++) {
            CLOCK.advance(Duration.ofMinutes(61));
            callbacks.deliverDue();
        }
        await(happened.size());
        node.stop();

        assertThat(told.stream().map(event -> event.event() + " " + event.stream() + " " + event.time()))
                .containsExactlyInAnyOrderElementsOf(happened);
        assertThat(told).extracting(Told::origin).contains("push", "poll");
    }

    private CamelContext begin(CamelContext node) throws Exception {
        node.getRegistry().bind("offsets", new FileOffsetRepository(directory.toString()));
        node.start();
        callbacks.to("live", address(), KEY);
        start(node, FEED, route -> {});
        return node;
    }

    private void change() {
        for (int stream = 0; stream < STREAMS; stream++) {
            if (random.nextInt(3) == 0 && !stop(stream)) {
                live.startStream(DOMAIN, "live", "cam" + stream);
                happened.add("stream-started cam" + stream + " " + now());
            }
        }
    }

    private boolean stop(int stream) {
        boolean wasOn = live.stopStream(DOMAIN, "live", "cam" + stream);
        if (wasOn) {
            happened.add("stream-ended cam" + stream + " " + now());
        }
        return wasOn;
    }
}

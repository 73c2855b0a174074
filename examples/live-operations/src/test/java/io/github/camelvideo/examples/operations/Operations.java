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
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.main.Main;

/** The example's routes as they are, with the simulator. What runs by the clock does not, unless a test sets its time. */
final class Operations implements AutoCloseable {

    static final String TOKEN = "let me in";
    static final String EVERY_SECOND = "* * * * * ?";

    private static final String NEVER = "0 0 0 1 1 ? 2099";

    private final DemoCloud cloud = DemoCloud.start();
    private final Main camel = new Main();
    private final Folder folder;
    private final Map<String, Object> settings = new HashMap<>();
    private Webhook webhook;

    Operations(Path directory) {
        this.folder = new Folder(directory, Clock.systemUTC());
        settings.putAll(cloud.settings());
        settings.putAll(Map.of(
                "data.dir",
                directory.toString(),
                "webhook.token",
                TOKEN,
                "online.period",
                "100",
                "inbox.delay",
                "50",
                "inbox.settle",
                "50",
                "channel.start",
                NEVER,
                "channel.stop",
                NEVER,
                "traffic.at",
                NEVER,
                "repeat.delay",
                "100"));
        // one attempt, so that a fault is seen by the routes
        settings.put("camel.component.tencent-video.max-retries", "0");
    }

    Operations with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    Operations start() throws Exception {
        int port = Demo.freePort();
        settings.put("camel.server.port", port);
        camel.setOverrideProperties(settings);
        camel.start();
        webhook = new Webhook(port);
        return this;
    }

    DemoCloud cloud() {
        return cloud;
    }

    VideoCloudSimulator simulator() {
        return cloud.simulator();
    }

    Folder folder() {
        return folder;
    }

    Webhook webhook() {
        return webhook;
    }

    @Override
    public void close() {
        camel.stop();
        cloud.close();
    }
}

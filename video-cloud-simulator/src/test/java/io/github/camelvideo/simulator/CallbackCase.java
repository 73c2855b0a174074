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

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.callback.Callback;
import io.github.camelvideo.simulator.callback.Callbacks;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Callbacks of the API live to an address of the test. */
abstract class CallbackCase extends LiveCase {

    static final String KEY = "callback-key-1";
    static final String DOMAIN = "push.test.com";

    private static final ObjectMapper JSON = new ObjectMapper();

    final Callbacks callbacks = CLOUD.simulator().world().callbacks();
    CallbackReceiver receiver;

    @BeforeEach
    void receive() throws IOException {
        receiver = new CallbackReceiver();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    static ObjectNode fields(String stream) {
        return JSON.createObjectNode().put("app", DOMAIN).put("appname", "live").put("stream_id", stream);
    }

    /** Sends the start of a stream without waiting. */
    List<Callback> send(String stream) {
        return callbacks.send("live", "stream-started", fields(stream));
    }

    /** Sends what is due a time later. */
    void deliverAfter(Duration time) throws InterruptedException {
        CLOCK.advance(time);
        callbacks.deliverDue();
    }

    Callback last() {
        List<Callback> all = callbacks.all();
        return all.get(all.size() - 1);
    }
}

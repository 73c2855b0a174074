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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** An asynchronous step that keeps exchanges until the test lets them go on, each on another thread. */
final class HeldExchanges extends AsyncProcessorSupport {

    /** One that waits. */
    record Held(Exchange exchange, AsyncCallback callback) {

        /** Returns when the rest of the route has run. */
        void goOn() {
            CompletableFuture.runAsync(() -> callback.done(false), FeedRoute.ownThread())
                    .join();
        }
    }

    private final List<Held> held = new CopyOnWriteArrayList<>();

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        held.add(new Held(exchange, callback));
        return false;
    }

    List<Held> all() {
        return held;
    }

    /** All of now in an order that the seed decides. */
    List<Held> shuffled(long seed) {
        List<Held> order = new ArrayList<>(held);
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    void await(int count) {
        FeedRoute.until(count + " exchanges on hold", () -> held.size() >= count);
    }
}

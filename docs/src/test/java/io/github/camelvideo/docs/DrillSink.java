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
package io.github.camelvideo.docs;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** A broker behind a route, which a test takes down. Keeps the alarms that it took. For any thread. */
final class DrillSink implements Processor {

    private final Queue<Long> taken = new ConcurrentLinkedQueue<>();
    private volatile boolean down;

    void setDown(boolean isDown) {
        down = isDown;
    }

    /** Ids of alarms, in the order in which they came. */
    List<Long> taken() {
        return List.copyOf(taken);
    }

    void forget() {
        taken.clear();
    }

    @Override
    public void process(Exchange exchange) {
        if (down) {
            throw new IllegalStateException("the broker cannot be reached");
        }
        taken.add(exchange.getMessage().getHeader("CamelTencentVideoItemKey", Long.class));
    }
}

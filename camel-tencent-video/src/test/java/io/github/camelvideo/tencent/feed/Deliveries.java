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

import io.github.camelvideo.tencent.TencentVideoConstants;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.awaitility.Awaitility;

/** A step of a route that writes down which items come by, in their order. */
final class Deliveries implements Processor {

    /** What a message said about its item. */
    record Delivery(long id, Instant time, int redelivery, Object body) {}

    private final List<Delivery> all = new CopyOnWriteArrayList<>();

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        all.add(new Delivery(
                message.getHeader(TencentVideoConstants.ITEM_KEY, Long.class),
                message.getHeader(TencentVideoConstants.ITEM_TIME, Instant.class),
                message.getHeader(TencentVideoConstants.REDELIVERY, Integer.class),
                message.getBody()));
    }

    List<Delivery> all() {
        return all;
    }

    List<Long> ids() {
        return all.stream().map(Delivery::id).toList();
    }

    /** The deliveries of one item. */
    List<Delivery> of(long id) {
        return all.stream().filter(delivery -> delivery.id() == id).toList();
    }

    void await(int count) {
        Awaitility.await(count + " deliveries")
                .atMost(FeedRoute.LONG)
                .pollInterval(FeedRoute.SHORT)
                .until(() -> all.size() >= count);
    }
}

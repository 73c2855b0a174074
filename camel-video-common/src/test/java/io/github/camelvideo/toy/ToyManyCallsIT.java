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
package io.github.camelvideo.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.protocol.TransportException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** Any number of calls may be under way or wait; no queue refuses one, and none outlives its component. */
class ToyManyCallsIT extends ToyVideoTestSupport {

    private static final int CALLS = 10_000;

    private final Queue<Exchange> ended = new ConcurrentLinkedQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);

    @Test
    void tenThousandCallsToASlowVendorAreAllAnswered() throws Exception {
        cloud.holdUntil(released);
        start("ListCameras");
        assertThat(ended).isEmpty();

        released.countDown();

        await().atMost(Duration.ofMinutes(1)).until(() -> ended.size() == CALLS);
        assertThat(ended).extracting(Exchange::getException).containsOnlyNulls();
        assertThat(cloud.calls("ListCameras")).hasSize(CALLS);
    }

    @Test
    void aStopEndsTheCallsOnTheWireAndThoseThatWaitForASlot() throws Exception {
        cloud.holdUntil(released);
        start("ListCameras");

        context.stop();

        assertAllStopped();
        released.countDown();
    }

    @Test
    void aStopEndsTheCallsThatWaitForAPermit() throws Exception {
        start("ListCameras?rateLimit=1&callTimeout=23h");

        context.stop();

        assertAllStopped();
    }

    private void start(String uri) throws Exception {
        Endpoint endpoint = context.getEndpoint("toy-video:" + uri);
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        for (int i = 0; i < CALLS; i++) {
            Exchange exchange = endpoint.createExchange();
            producer.process(exchange, doneSync -> ended.add(exchange));
        }
    }

    private void assertAllStopped() {
        await().atMost(Duration.ofMinutes(1)).until(() -> ended.size() == CALLS);
        assertThat(ended)
                .extracting(Exchange::getException)
                .filteredOn(failure -> failure != null)
                .hasSizeGreaterThan(CALLS - 10)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(TransportException.class)
                        .hasMessageContaining("the component stopped before the call ended"));
    }
}

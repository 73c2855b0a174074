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

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.tencent.feed.Deliveries.Delivery;
import java.util.List;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The position of a feed in the transaction of its route: what the route wrote and where the feed stands never differ. */
class TransactedFeedIT extends TransactedRoute {

    /** Every time an item entered the route. */
    private final Deliveries attempts = new Deliveries();

    private List<Long> ids;
    private long poison;

    @BeforeEach
    void raiseAlarms() {
        ids = world().raiseAlarms(10, now().minusSeconds(900), now());
        poison = ids.get(3);
    }

    @Test
    void writesEachItemOnceOverARestart() throws Exception {
        start(TRANSACTION, route -> route.process(write()));
        awaitWritten(10);

        assertWrittenOnce(ids);
    }

    @Test
    void rollsBackWhatAFailedItemWroteAndDeliversItAgain() throws Exception {
        start(TRANSACTION, route -> failing(route.process(attempts).process(write()), 2));
        awaitWritten(10);

        assertWrittenOnce(ids);
        assertThat(attempts.of(poison)).extracting(Delivery::redelivery).containsExactly(0, 1, 2);
        assertThat(attempts.all()).hasSize(12);
    }

    private void failing(RouteDefinition route, int times) {
        route.process(exchange -> {
            if (key(exchange).equals(String.valueOf(poison))
                    && attempts.of(poison).size() <= times) {
                throw new IllegalStateException("Item " + poison + " is poison");
            }
        });
    }
}

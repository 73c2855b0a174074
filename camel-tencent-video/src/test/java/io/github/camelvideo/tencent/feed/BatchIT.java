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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.junit.jupiter.api.Test;

/** What Camel promises of every consumer that polls batches. */
class BatchIT extends FeedRoute {

    private record Place(int index, int size, boolean complete) {
        static Place of(Exchange exchange) {
            return new Place(
                    exchange.getProperty(ExchangePropertyKey.BATCH_INDEX, Integer.class),
                    exchange.getProperty(ExchangePropertyKey.BATCH_SIZE, Integer.class),
                    exchange.getProperty(ExchangePropertyKey.BATCH_COMPLETE, Boolean.class));
        }
    }

    private final List<Place> places = new CopyOnWriteArrayList<>();

    @Test
    void tellsEachItemItsPlaceInTheBatch() throws Exception {
        raise(3);

        start("startFrom=PT1H", route -> route.process(exchange -> places.add(Place.of(exchange))));
        delivered.await(3);

        assertThat(places).containsExactly(new Place(0, 3, false), new Place(1, 3, false), new Place(2, 3, true));
    }

    @Test
    void handsOverNoMoreThanTheMostMessagesPerPoll() throws Exception {
        List<Long> ids = raise(35);
        Polls polls = new Polls();
        context.getRegistry().bind("polls", polls);

        start(
                "startFrom=PT1H&pageSize=10&maxMessagesPerPoll=10&pollStrategy=#polls",
                route -> route.process(exchange -> places.add(Place.of(exchange))));
        until("an idle poll", () -> polls.counts().contains(0));

        assertThat(polls.counts()).startsWith(10, 10, 10, 5, 0);
        assertThat(places.get(9)).isEqualTo(new Place(9, 10, true));
        assertThat(places.get(34)).isEqualTo(new Place(4, 5, true));
        assertThat(delivered.ids()).isEqualTo(ids);
    }

    private static List<Long> raise(int count) {
        return world().raiseAlarms(count, now().minusSeconds(3_000), now());
    }
}

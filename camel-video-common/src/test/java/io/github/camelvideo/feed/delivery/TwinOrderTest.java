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
package io.github.camelvideo.feed.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.Offer;
import io.github.camelvideo.feed.delivery.PushList.Push;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of one push, told by its callback and by the list, in every order. */
class TwinOrderTest {

    private static final Instant END = PushList.START.plusSeconds(600);

    private final PushList list = new PushList();
    private final List<String> delivered = new ArrayList<>();
    private Push push;
    private Feed feed;

    private void happens(long off) throws InterruptedException {
        feed = list.open();
        push = list.add("cam", END.minusSeconds(300), END);
        list.clock.advance(Duration.ofSeconds(601));
        told = END.plusSeconds(off);
    }

    private Instant told;

    @ParameterizedTest
    @ValueSource(longs = {-2, -1, 0, 1, 2})
    void theCallbackFirst(long off) throws Exception {
        happens(off);
        assertThat(callback("ended")).isEqualTo(Offer.TAKEN);
        take();
        poll();
        assertThat(callback("ended")).isEqualTo(Offer.DONE);
        assertThat(delivered).containsExactly("ended push", "started poll");
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, -1, 0, 1, 2})
    void thePollFirst(long off) throws Exception {
        happens(off);
        poll();
        assertThat(callback("ended")).isEqualTo(Offer.DONE);
        take();
        poll();
        assertThat(delivered).containsExactly("started poll", "ended poll");
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, 0, 2})
    void thePollFirstAndTheCallbackHoursLaterInAnotherProcess(long off) throws Exception {
        happens(off);
        poll();
        list.clock.advance(Duration.ofHours(5));
        poll();
        feed = list.open();
        assertThat(callback("ended")).isEqualTo(Offer.DONE);
        assertThat(callback("started")).isEqualTo(Offer.DONE);
        assertThat(delivered).containsExactly("started poll", "ended poll");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void bothAtOnce(long off) throws Exception {
        happens(off);
        assertThat(callback("ended")).isEqualTo(Offer.TAKEN);
        List<FeedItem> pushed = feed.takeOffered(9);
        feed.beginPoll();
        feed.read();
        List<FeedItem> polled = feed.take(9);
        assertThat(polled).extracting(FeedItem::event).containsExactly("started");
        pushed.forEach(this::complete);
        polled.forEach(this::complete);
        feed.endPoll();
        poll();
        assertThat(delivered).containsExactly("ended push", "started poll");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void theCallbackWhileTheListedOneIsInFlight(long off) throws Exception {
        happens(off);
        feed.beginPoll();
        feed.read();
        List<FeedItem> polled = feed.take(9);
        assertThat(callback("ended")).isNotEqualTo(Offer.TAKEN);
        polled.forEach(this::complete);
        feed.endPoll();
        assertThat(callback("ended")).isEqualTo(Offer.DONE);
        poll();
        assertThat(delivered).containsExactly("started poll", "ended poll");
    }

    @Test
    void aCallbackBeforeTheWindowOfAnyPoll() throws Exception {
        feed = list.open();
        push = list.add("cam", END.minusSeconds(300), END);
        list.clock.advance(Duration.ofSeconds(301));
        told = push.start();
        assertThat(callback("started")).isEqualTo(Offer.TAKEN);
        take();
        poll();
        list.clock.advance(Duration.ofHours(3));
        poll();
        assertThat(delivered).containsExactly("started push", "ended poll");
    }

    @Test
    void twoPushesOfOneOriginAreNeverOne() throws Exception {
        happens(0);
        Push next = list.add("cam", END.plusSeconds(1), END.plusSeconds(2));
        assertThat(callback("ended")).isEqualTo(Offer.TAKEN);
        assertThat(feed.offer(list.callback("ended", next, next.end()))).isEqualTo(Offer.TAKEN);
        take();
        list.clock.advance(Duration.ofSeconds(5));
        poll();
        assertThat(delivered).containsExactlyInAnyOrder("ended push", "ended push", "started poll", "started poll");
    }

    @Test
    void whatWasBeforeTheFeedBeganIsNotWanted() throws Exception {
        feed = list.open();
        push = list.add("cam", PushList.START.minusSeconds(300), END);
        list.clock.advance(Duration.ofSeconds(601));
        told = push.start();
        assertThat(callback("started")).isEqualTo(Offer.DONE);
        poll();
        assertThat(delivered).containsExactly("ended poll");
    }

    @Test
    void aCallbackInFlightForLongThatIsDatedLaterThanTheListIsReadAgainAfterACrash() throws Exception {
        feed = list.open();
        // between both dates the feed rounds what it reads again
        Instant end = PushList.START.plusSeconds(1_727);
        push = list.add("cam", end.minusSeconds(300), end);
        list.clock.advance(Duration.ofSeconds(1_730));
        assertThat(feed.offer(list.callback("ended", push, end.plusSeconds(1)))).isEqualTo(Offer.TAKEN);
        feed.takeOffered(9);
        poll();
        list.clock.advance(Duration.ofHours(2));
        list.add("later", end.plusSeconds(7_000), end.plusSeconds(7_100));
        poll();
        delivered.clear();
        feed = list.open();
        poll();
        assertThat(delivered).containsExactly("ended poll");
    }

    private Offer callback(String event) {
        Instant at = event.equals("ended") ? told : told.minusSeconds(300);
        return feed.offer(list.callback(event, push, push.start().equals(told) ? told : at));
    }

    private void take() {
        feed.takeOffered(9).forEach(this::complete);
    }

    private void poll() throws InterruptedException {
        feed.beginPoll();
        do {
            feed.read();
            feed.take(9).forEach(this::complete);
        } while (feed.hasMore());
        feed.endPoll();
    }

    private void complete(FeedItem item) {
        feed.completed(item);
        delivered.add(item.event() + " " + item.origin().text());
    }
}

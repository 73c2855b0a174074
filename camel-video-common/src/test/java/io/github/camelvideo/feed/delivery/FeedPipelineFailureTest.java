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

import static io.github.camelvideo.feed.FeedFixture.START;
import static io.github.camelvideo.feed.FeedFixture.drain;
import static io.github.camelvideo.feed.FeedFixture.keys;
import static io.github.camelvideo.feed.FeedFixture.next;
import static io.github.camelvideo.feed.FeedFixture.poll;
import static io.github.camelvideo.feed.FeedFixture.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.ItemId;
import io.github.camelvideo.feed.Offer;
import io.github.camelvideo.feed.Origin;
import io.github.camelvideo.feed.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

class FeedPipelineFailureTest {

    private final FeedFixture fixture = new FeedFixture();

    @Test
    void aFailedItemComesAgainAndThoseBehindItAreNotHeldUp() throws Exception {
        Feed feed = fiveItems();
        completeAllBut(feed, "2");

        for (int redelivery = 1; redelivery <= 3; redelivery++) {
            fixture.vendor.add(10 + redelivery, START.plusSeconds(10 * redelivery + 5));
            fixture.clock.advance(Duration.ofSeconds(10));
            List<FeedItem> items = poll(feed, 10);
            assertThat(keys(items)).containsExactly("2", "1" + redelivery);
            assertThat(items.get(0).redelivery()).isEqualTo(redelivery);
            assertThat(fixture.stored().watermark()).isEqualTo(START.plusSeconds(2));
            if (redelivery < 3) {
                feed.failed(items.get(0));
            } else {
                feed.completed(items.get(0));
            }
            feed.completed(items.get(1));
        }

        assertThat(feed.status().watermark()).isEqualTo(feed.status().readUpTo());
        assertThat(drain(fixture.open())).isEmpty();
    }

    @Test
    void afterARestartOnlyTheFailedItemComesAgain() throws Exception {
        completeAllBut(fiveItems(), "2");

        assertThat(drain(fixture.open())).containsExactly("2");
    }

    @Test
    void aFailedItemIsHandedOverOnceAPollHoweverLongThatIs() throws Exception {
        Feed feed = fiveItems();
        feed.beginPoll();
        next(feed, 5).forEach(feed::failed);

        assertThat(next(feed, 5)).isEmpty();
        assertThat(keys(poll(feed, 5))).hasSize(5);
    }

    @Test
    void aFailedItemAloneIsNoReasonToAskAgainAtOnce() throws Exception {
        Feed feed = fiveItems();
        completeAllBut(feed, "2");

        assertThat(feed.hasMore()).isFalse();
    }

    @Test
    void aSkippedItemCountsAsDone() throws Exception {
        Feed feed = fiveItems();

        for (FeedItem item : poll(feed, 100)) {
            if (item.key().equals("2")) {
                feed.skipped(item);
            } else {
                feed.completed(item);
            }
        }

        assertThat(feed.status().counts().skipped()).isEqualTo(1);
        assertThat(feed.status().counts().delivered()).isEqualTo(4);
        assertThat(drain(feed)).isEmpty();
        assertThat(drain(fixture.open())).isEmpty();
    }

    @Test
    void returnedItemsAreHandedOverAgainUncounted() throws Exception {
        Feed feed = fiveItems();

        poll(feed, 5).forEach(feed::returned);

        assertThat(feed.hasMore()).isTrue();
        assertThat(poll(feed, 5))
                .extracting(FeedItem::redelivery)
                .containsOnly(0)
                .hasSize(5);
    }

    @Test
    void nothingMoreIsReadWhileTooMuchIsUnfinished() throws Exception {
        fixture.maxWindowItems = 5;
        Feed feed = fiveItems();
        List<FeedItem> items = poll(feed, 5);
        fixture.vendor.add(6, START.plusSeconds(11));
        fixture.clock.advance(Duration.ofSeconds(10));
        int calls = fixture.vendor.calls.size();

        assertThat(poll(feed, 5)).isEmpty();
        assertThat(feed.hasMore()).isFalse();
        assertThat(fixture.vendor.calls).hasSize(calls);

        feed.completed(items.get(4));
        assertThat(drain(feed)).containsExactly("6");
    }

    @Test
    void aPositionThatCannotBeStoredIsToldAndStoredWithTheNextItem() throws Exception {
        BreakableRepository repository = new BreakableRepository();
        fixture.repository = repository;
        Feed feed = fiveItems();
        List<FeedItem> items = poll(feed, 5);

        repository.broken = true;
        feed.completed(items.get(0));
        assertThat(feed.status().notStored()).isEqualTo("disk full");
        repository.broken = false;
        feed.completed(items.get(1));

        assertThat(feed.status().notStored()).isNull();
        assertThat(fixture.stored().delivered().values()).hasSize(2);
        assertThat(feed.status().counts().delivered()).isEqualTo(2);
        assertThat(drain(fixture.open())).isEqualTo(range(3, 5));
    }

    @Test
    void aFeedThatCannotStoreItsStartDoesNotStart() {
        BreakableRepository repository = new BreakableRepository();
        fixture.repository = repository;
        repository.broken = true;

        assertThatThrownBy(fixture::open).hasMessageContaining("disk full");
    }

    @Test
    void anItemThatWaitsForItsAcknowledgementIsOnlyAcknowledgedAfterARestart() throws Exception {
        Feed feed = fiveItems();
        List<FeedItem> items = poll(feed, 5);
        feed.delivered(items.get(0));
        feed.delivered(items.get(1));
        feed.completed(items.get(1));

        Feed after = fixture.open();
        List<FeedItem> again = poll(after, 10);

        assertThat(keys(again)).containsExactly("3", "4", "5");
        List<FeedItem> unacknowledged = after.takeUnacknowledged();
        assertThat(keys(unacknowledged)).containsExactly("1");
        unacknowledged.forEach(after::completed);
        again.forEach(after::completed);
        assertThat(drain(fixture.open())).isEmpty();
        assertThat(fixture.open().takeUnacknowledged()).isEmpty();
    }

    @Test
    void aPushedItemIsDeliveredOnceWhicheverWayItComes() throws Exception {
        Feed feed = fixture.open();
        Instant time = START.plusSeconds(5);
        FeedItem pushed =
                FeedItem.offered(new ItemId(Partition.NONE, "7", ""), time, NullNode.getInstance(), Origin.PUSH, null);
        assertThat(feed.offer(pushed)).isEqualTo(Offer.TAKEN);
        assertThat(feed.offer(pushed)).isEqualTo(Offer.UNDER_WAY);
        List<FeedItem> items = feed.takeOffered(5);
        assertThat(items).extracting(FeedItem::origin).containsExactly(Origin.PUSH);
        feed.completed(items.get(0));

        fixture.vendor.add(7, time);
        fixture.vendor.add(8, time);
        fixture.clock.advance(Duration.ofSeconds(10));

        assertThat(drain(feed)).containsExactly("8");
        assertThat(feed.offer(pushed)).isEqualTo(Offer.DONE);
        assertThat(drain(fixture.open())).isEmpty();
    }

    private Feed fiveItems() {
        Feed feed = fixture.open();
        fixture.addRows(5, START, Duration.ofSeconds(1));
        fixture.clock.advance(Duration.ofSeconds(10));
        return feed;
    }

    private static void completeAllBut(Feed feed, String failing) throws InterruptedException {
        for (FeedItem item : poll(feed, 100)) {
            if (item.key().equals(failing)) {
                feed.failed(item);
            } else {
                feed.completed(item);
            }
        }
    }

    private static final class BreakableRepository extends MemoryStateRepository {

        private boolean broken;

        @Override
        public void setState(String key, String value) {
            if (broken) {
                throw new IllegalStateException("disk full");
            }
            super.setState(key, value);
        }
    }
}

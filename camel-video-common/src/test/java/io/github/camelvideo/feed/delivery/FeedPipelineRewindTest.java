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

import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.Rewound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

/** Items 1 to 20 happen a minute apart from 00:01; the lookback is 10 minutes. */
class FeedPipelineRewindTest {

    private static final Instant END = minute(30);

    private final FeedFixture fixture = new FeedFixture();

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    /** A feed that has delivered items 1 to 20 and was read up to 00:30. */
    private Feed drained() throws InterruptedException {
        Feed feed = fixture.open();
        fixture.addRows(20, START, Duration.ofMinutes(1));
        fixture.clock.advance(Duration.ofMinutes(30));
        assertThat(drain(feed)).isEqualTo(range(1, 20));
        return feed;
    }

    @Test
    void deliversAgainWhatHappenedFromTheMomentOn() throws Exception {
        Feed feed = drained();

        assertThat(feed.rewind(null, minute(5))).containsExactly(new Rewound("", END, minute(5)));

        assertThat(drain(feed)).isEqualTo(range(5, 20));
        assertThat(drain(feed)).isEmpty();
        assertThat(feed.status().watermark()).isEqualTo(END);
    }

    @Test
    void insideTheLookbackOnlyTheItemsFromTheMomentOnAreForgotten() throws Exception {
        fixture.lookback = Duration.ofMinutes(20);
        Feed feed = drained();

        feed.rewind("", minute(18));

        assertThat(drain(feed)).isEqualTo(range(18, 20));
    }

    @Test
    void theNewPositionIsStoredAtOnceAndARestartContinuesThere() throws Exception {
        fixture.lookback = Duration.ofMinutes(20);
        Feed feed = drained();

        feed.rewind(null, minute(15));

        assertThat(fixture.stored().watermark()).isEqualTo(minute(15));
        assertThat(fixture.stored().delivered().keySet())
                .containsExactly(minute(10), minute(11), minute(12), minute(13), minute(14));
        assertThat(drain(fixture.open())).isEqualTo(range(15, 20));
        assertThat(drain(fixture.open())).isEmpty();
    }

    @Test
    void aMomentLaterThanWhatWasReadIsRefused() throws Exception {
        Feed feed = drained();

        assertThatThrownBy(() -> feed.rewind(null, END.plusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "ListAlarms: 2021-05-25T00:30:01Z is later than the position, 2021-05-25T00:30:00Z. Items in between would be"
                                + " skipped. Give an earlier time.");
        assertThat(drain(feed)).isEmpty();
    }

    @Test
    void aPartitionIsRefusedWithoutForEach() throws Exception {
        Feed feed = drained();

        assertThatThrownBy(() -> feed.rewind("d1", minute(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("partition 'd1' does not exist");
    }

    @Test
    void aFeedThatHasStoppedIsRefused() throws Exception {
        Feed feed = drained();
        feed.close();

        assertThatThrownBy(() -> feed.rewind(null, minute(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has stopped");
    }

    @Test
    void itemsInFlightEndNormallyAndAreNotDeliveredTwice() throws Exception {
        Feed feed = fixture.open();
        fixture.addRows(20, START, Duration.ofMinutes(1));
        fixture.clock.advance(Duration.ofMinutes(30));
        List<FeedItem> inFlight = poll(feed, 12);
        List<FeedItem> done = inFlight.subList(0, 10); // 11 and 12 stay in flight, 13 to 20 wait
        done.forEach(feed::completed);

        feed.rewind(null, minute(3));
        feed.completed(inFlight.get(10));
        List<String> again = new ArrayList<>(drain(feed));
        again.addAll(drain(feed));
        feed.completed(inFlight.get(11));

        assertThat(again).containsExactlyInAnyOrderElementsOf(concat(range(3, 10), range(13, 20)));
        assertThat(drain(feed)).isEmpty();
        assertThat(feed.status().watermark()).isEqualTo(END);
        assertThat(drain(fixture.open())).isEmpty();
    }

    private static List<String> concat(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** The item holds the watermark, but what was read behind it can be repeated. */
    @Test
    void aFailedItemBeforeTheMomentIsNotSkipped() throws Exception {
        Feed feed = fixture.open();
        fixture.addRows(20, START, Duration.ofMinutes(1));
        fixture.clock.advance(Duration.ofMinutes(30));
        List<FeedItem> items = poll(feed, 100);
        feed.failed(items.get(1));
        items.stream().filter(item -> !item.key().equals("2")).forEach(feed::completed);

        feed.rewind(null, minute(18));

        assertThat(fixture.stored().watermark()).isEqualTo(minute(2));
        assertThat(drain(feed)).containsExactlyInAnyOrder("2", "18", "19", "20");
        assertThat(drain(fixture.open())).isEmpty();
    }

    @Test
    void movedBackWhileTheVendorIsReadTheNextReadingBeginsThere() throws Exception {
        Feed feed = drained();
        fixture.vendor.add(21, minute(31));
        fixture.clock.advance(Duration.ofMinutes(10));
        int reading = fixture.vendor.calls.size() + 1;
        fixture.vendor.beforeCall = call -> {
            if (call == reading) {
                feed.rewind(null, minute(8));
            }
        };
        feed.beginPoll();
        List<FeedItem> first = next(feed, 100);
        first.forEach(feed::completed);
        List<String> all = new ArrayList<>(keys(first));
        all.addAll(drain(feed));

        assertThat(all).containsExactlyInAnyOrderElementsOf(range(8, 21));
        assertThat(drain(feed)).isEmpty();
        assertThat(feed.status().readUpTo()).isEqualTo(minute(40));
    }

    @Test
    void aPositionThatCannotBeStoredIsReportedAndTheFeedReadsAgainAllTheSame() throws Exception {
        boolean[] broken = new boolean[1];
        fixture.repository = new MemoryStateRepository() {
            @Override
            public void setState(String key, String value) {
                if (broken[0]) {
                    throw new IllegalStateException("disk full");
                }
                super.setState(key, value);
            }
        };
        Feed feed = drained();
        broken[0] = true;

        assertThatThrownBy(() -> feed.rewind(null, minute(19)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "ListAlarms: the feed reads again from 2021-05-25T00:19:00Z, but the new position cannot be stored yet: disk"
                                + " full");
        broken[0] = false;
        assertThat(drain(feed)).isEqualTo(range(19, 20));
        assertThat(drain(fixture.open())).isEmpty();
    }
}

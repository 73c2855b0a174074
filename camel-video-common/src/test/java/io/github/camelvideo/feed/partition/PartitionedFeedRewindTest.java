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
package io.github.camelvideo.feed.partition;

import static io.github.camelvideo.feed.FeedFixture.START;
import static io.github.camelvideo.feed.FeedFixture.drain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedStatus;
import io.github.camelvideo.feed.PartitionStatus;
import io.github.camelvideo.feed.Rewound;
import io.github.camelvideo.protocol.TransportException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PartitionedFeedRewindTest {

    private static final Instant BACK = START.minus(Duration.ofMinutes(30));

    private final DeviceFixture devices = new DeviceFixture();

    @Test
    void onePartitionIsMovedBackByItsId() throws Exception {
        devices.with("a", "b");
        String early = devices.happens("a", BACK.minusSeconds(5));
        String late = devices.happens("a", BACK.plusSeconds(5));
        String other = devices.happens("b", BACK.plusSeconds(5));
        Feed feed = devices.open();
        assertThat(drain(feed)).containsExactlyInAnyOrder(early, late, other);

        assertThat(feed.rewind("a", BACK)).containsExactly(new Rewound("a", START, BACK));

        assertThat(drain(feed)).containsExactly(late);
        assertThat(drain(devices.open())).isEmpty();
    }

    @Test
    void allAreMovedBackButThoseThatHaveNotComeThatFar() throws Exception {
        devices.with("a", "b");
        String a = devices.happens("a", START.minusSeconds(60));
        devices.happens("b", START.minusSeconds(60));
        Feed feed = devices.open();
        drain(feed);
        devices.broken.put("b", new TransportException("api/ListAlarms", "no answer", 0, false, null));
        devices.clock.advance(Duration.ofMinutes(10));
        assertThat(drain(feed)).isEmpty();
        String second = devices.happens("a", START.plusSeconds(60));
        assertThat(feed.partitions())
                .extracting(partition -> partition.partition().id(), PartitionStatus::isFailing)
                .contains(tuple("b", true), tuple("a", false));

        assertThat(feed.rewind(null, START.plusSeconds(30)))
                .containsExactly(new Rewound("a", START.plus(Duration.ofMinutes(10)), START.plusSeconds(30)));
        assertThat(drain(feed)).containsExactly(second);

        assertThat(feed.rewind(null, START.minusSeconds(60)))
                .extracting(Rewound::partition)
                .containsExactlyInAnyOrder("a", "b");
        assertThat(drain(feed)).containsExactlyInAnyOrder(a, second);
    }

    @Test
    void aPartitionThatIsNotListedIsRefused() throws Exception {
        devices.with("a");
        Feed feed = devices.open();
        drain(feed);

        assertThatThrownBy(() -> feed.rewind("z", BACK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ListAlarms: partition 'z' is not in the list of partitions.");
    }

    @Test
    void beforeTheFirstPollThereIsNothingToMove() {
        devices.with("a");
        Feed feed = devices.open();

        assertThatThrownBy(() -> feed.rewind(null, BACK)).isInstanceOf(IllegalStateException.class);
    }

    /** A feed with thousands of partitions takes a while to read all of them for the first time. */
    @Test
    void aPartitionThatIsNotReadYetIsMovedBackWhenItIs() throws Exception {
        devices.with("a");
        String item = devices.happens("a", BACK.plusSeconds(5));
        assertThat(drain(devices.open())).containsExactly(item);
        Feed feed = devices.open();
        feed.beginPoll(); // the list is read, but no partition
        assertThat(feed.partitions()).extracting(PartitionStatus::status).containsExactly(FeedStatus.NOT_STARTED);

        assertThat(feed.rewind(null, BACK)).isEmpty();

        assertThat(drain(feed)).containsExactly(item);
    }
}

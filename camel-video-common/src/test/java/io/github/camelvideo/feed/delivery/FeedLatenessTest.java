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
import static io.github.camelvideo.feed.FeedFixture.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.Lateness;
import io.github.camelvideo.feed.StartFrom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a feed tells of how late its vendor lists items. */
class FeedLatenessTest {

    private final FeedFixture fixture = new FeedFixture();

    @Test
    void tellsHowLongAfterItsTimeEachItemWasSeenFirst() throws Exception {
        fixture.vendor.present = fixture.clock::instant;
        Feed feed = fixture.open();
        drain(feed);
        for (int id = 1; id <= 100; id++) {
            // each second; the last ten are listed 20 s late
            fixture.vendor.add(id, START.plusSeconds(id), START.plusSeconds(id > 90 ? id + 20 : id));
        }
        for (int second = 1; second <= 160; second++) {
            fixture.clock.advance(Duration.ofSeconds(1));
            drain(feed);
        }

        Lateness lateness = feed.status().lateness();
        assertThat(lateness.items()).isEqualTo(100);
        assertThat(lateness.quantile(0.5)).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(lateness.quantile(0.9)).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(lateness.quantile(0.99)).isEqualTo(Duration.ofSeconds(20));
        assertThat(lateness.max()).isEqualTo(Duration.ofSeconds(20));
        assertThat(lateness.covered()).isEqualTo(1);
    }

    @Test
    void aBacklogSaysNothingAboutTheVendor() throws Exception {
        fixture.startFrom = StartFrom.back(Duration.ofDays(1));
        fixture.addRows(50, START.minus(Duration.ofHours(20)), Duration.ofMinutes(1));
        Feed feed = fixture.open();

        assertThat(drain(feed)).isEqualTo(range(1, 50));
        assertThat(feed.status().lateness().items()).isZero();

        // and neither does an outage of two hours
        fixture.vendor.add(51, START.plusSeconds(60));
        fixture.clock.advance(Duration.ofHours(2));
        assertThat(drain(feed)).containsExactly("51");
        assertThat(feed.status().lateness().items()).isZero();

        fixture.vendor.add(52, fixture.clock.instant().minusSeconds(7));
        assertThat(drain(feed)).containsExactly("52");
        assertThat(feed.status().lateness().max()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void anItemWithoutATimeIsNotCounted() throws Exception {
        Feed feed = fixture.open();
        drain(feed);
        fixture.vendor.timeText = time -> "yesterday";
        fixture.vendor.add(1, START);
        fixture.clock.advance(Duration.ofSeconds(10));

        assertThat(drain(feed)).containsExactly("1");
        assertThat(feed.status().lateness().items()).isZero();
    }
}

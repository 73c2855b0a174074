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

import io.github.camelvideo.feed.FakeVendor;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.LogLines;
import io.github.camelvideo.feed.StartFrom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the vendor no longer keeps is a gap; a list that never stands still is none. */
class FeedGapTest {

    private static final long PUSHING = 9_999;

    private final FeedFixture fixture = new FeedFixture();
    private final FakeVendor vendor = fixture.vendor;

    @Test
    void whatTheVendorNoLongerKeepsIsAGapAndReadingGoesOn() throws Exception {
        fixture.retention = Duration.ofDays(30);
        drain(fixture.open());
        fixture.clock.advance(Duration.ofDays(40));
        Instant kept = START.plus(Duration.ofDays(10));
        vendor.add(1, START.plus(Duration.ofDays(5)));
        vendor.add(2, kept.plus(Duration.ofHours(1)));
        Feed feed = fixture.open();

        assertThat(drain(feed)).containsExactly("2");
        assertThat(feed.status().gap().from()).isEqualTo(START);
        assertThat(feed.status().gap().to()).isEqualTo(kept.plus(Duration.ofMinutes(1)));
        assertThat(vendor.calls.get(vendor.calls.size() - 1).get("DateBegin").asText())
                .isEqualTo("2021-06-04 08:01:00");
    }

    @Test
    void aLookbackBeyondWhatIsKeptIsNoGap() throws Exception {
        fixture.retention = Duration.ofHours(1);
        fixture.lookback = Duration.ofHours(2);
        Feed feed = fixture.open();
        fixture.clock.advance(Duration.ofMinutes(50));
        drain(feed);
        fixture.clock.advance(Duration.ofMinutes(50));
        drain(feed);

        assertThat(feed.status().gap()).isNull();
    }

    @Test
    void aListThatNeverStandsStillIsDeliveredButReadAgainFromThere() throws Exception {
        Feed feed = fixture.open();
        fixture.addRows(25, START, Duration.ofSeconds(1));
        fixture.clock.advance(Duration.ofMinutes(1));
        vendor.answer = page -> page.put("Total", 25 + vendor.calls.size());
        vendor.beforeCall = number -> vendor.add(100 + number, START.plusMillis(number));

        List<String> first = drain(feed);
        assertThat(first).containsAll(range(1, 25));
        assertThat(fixture.stored().from()).as("a restart reads it again").isEqualTo(START);
        assertThat(feed.hasMore()).isFalse();

        vendor.answer = page -> page;
        vendor.beforeCall = number -> {};
        assertThat(drain(feed)).doesNotContainAnyElementsOf(first);
        assertThat(feed.status().watermark()).isEqualTo(START.plusSeconds(60));
    }

    /** Kept shorter than a list is given time to stand still, and longer. */
    @ParameterizedTest
    @CsvSource({"PT30M, 0", "PT3H, 1"})
    void aListThatNeverStandsStillFromTheEarliestMomentOnIsNoGap(Duration retention, int incomplete) throws Exception {
        fixture.retention = retention;
        fixture.startFrom = StartFrom.EARLIEST;
        fixture.addRows(
                500,
                START.minus(retention).plusSeconds(120),
                retention.minusSeconds(180).dividedBy(500));
        // a row at the begin of whatever list is read comes and goes, and pushes all others over the page borders
        vendor.beforeCall = number -> {
            vendor.remove(PUSHING);
            if (number % 3 == 0) {
                String begin = vendor.calls.get(number - 1).get("DateBegin").asText();
                vendor.add(
                        PUSHING,
                        LocalDateTime.parse(begin, FakeVendor.LOCAL)
                                .atZone(FakeVendor.ZONE)
                                .toInstant());
            }
        };
        List<String> delivered = new ArrayList<>();
        try (LogLines log = new LogLines()) {
            Feed feed = fixture.open();
            int live = 1_000;
            List<String> expected = range(1, 500);
            for (int minute = 0; minute < 240; minute++) {
                vendor.add(++live, fixture.clock.instant().plusSeconds(30));
                expected.add(Integer.toString(live));
                fixture.clock.advance(Duration.ofMinutes(1));
                delivered.addAll(drain(feed));
            }

            delivered.removeIf(Long.toString(PUSHING)::equals);
            assertThat(delivered).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(feed.status().gap()).isNull();
            assertThat(log.warnings("may be lost")).isEmpty();
            assertThat(log.warnings("could not be read completely")).hasSize(incomplete);
            assertThat(feed.status().watermark())
                    .isAfter(fixture.clock.instant().minus(Duration.ofHours(2)));
        }
    }
}

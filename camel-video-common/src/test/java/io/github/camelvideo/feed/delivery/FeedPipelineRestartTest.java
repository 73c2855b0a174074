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
import static io.github.camelvideo.feed.FeedFixture.next;
import static io.github.camelvideo.feed.FeedFixture.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeedPipelineRestartTest {

    private static final int ITEMS = 30;

    private final FeedFixture fixture = new FeedFixture();

    @ParameterizedTest
    @MethodSource("steps")
    void aRestartAtAnyStepRepeatsOnlyWhatWasNotCompleted(int completions) throws Exception {
        fixture.maxWindowItems = 8; // several windows
        Feed feed = fixture.open();
        for (int i = 1; i <= ITEMS; i++) {
            fixture.vendor.add(i, START.plusSeconds(i / 3)); // three in a second
        }
        fixture.clock.advance(Duration.ofMinutes(1));
        List<String> delivered = new ArrayList<>();

        Random random = new Random(completions);
        while (delivered.size() < completions) {
            List<FeedItem> items = new ArrayList<>(next(feed, 5));
            Collections.shuffle(items, random);
            for (FeedItem item : items.subList(0, Math.min(items.size(), completions - delivered.size()))) {
                feed.completed(item);
                delivered.add(item.key());
            }
        }
        delivered.addAll(drain(fixture.open()));

        assertThat(delivered).containsExactlyInAnyOrderElementsOf(range(1, ITEMS));
        assertThat(drain(fixture.open())).isEmpty();
    }

    static List<Integer> steps() {
        return range(0, ITEMS).stream().map(Integer::valueOf).toList();
    }

    @Test
    void aLongerLookbackAfterARestartRepeatsNothing() throws Exception {
        fixture.lookback = Duration.ofMinutes(1);
        Feed feed = fixture.open();
        fixture.addRows(20, START, Duration.ofMinutes(1));
        fixture.clock.advance(Duration.ofMinutes(30));
        drain(feed);

        fixture.lookback = Duration.ofHours(1);

        assertThat(drain(fixture.open())).isEmpty();
    }

    @Test
    void theStoredPositionIsOneShortLineThatForgetsOldKeys() throws Exception {
        Feed feed = fixture.open();
        fixture.addRows(200, START, Duration.ofMinutes(1));
        fixture.clock.advance(Duration.ofMinutes(200));
        drain(feed);

        assertThat(fixture.repository.getState("alarms"))
                .doesNotContain("\n")
                .startsWith("{\"v\":2,")
                .hasSizeLessThan(700);
        assertThat(fixture.stored().delivered()).hasSize(11);
    }

    @Test
    void aPositionOfANewerReleaseIsRefused() {
        fixture.repository.setState("alarms", "{\"v\":3}");

        assertThatThrownBy(fixture::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 3")
                .hasMessageContaining("alarms");
    }

    @Test
    void aDamagedPositionIsRefused() {
        for (String damaged :
                List.of("{\"v\":1,\"waterm", "1234", "{}", "{\"v\":1,\"watermark\":\"x\",\"from\":\"y\"}", "[]")) {
            fixture.repository.setState("alarms", damaged);

            assertThatThrownBy(fixture::open)
                    .as(damaged)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("'alarms'");
        }
        assertThat(fixture.vendor.calls).isEmpty();
    }
}

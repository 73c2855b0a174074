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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.feed.delivery.KnownItems.Known;
import io.github.camelvideo.feed.position.PositionEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OlderItemsTest {

    private static final Instant T0 = Instant.parse("2026-06-01T00:00:00Z");

    private final OlderItems older = empty();

    private static OlderItems empty() {
        return new OlderItems(Duration.ofDays(1), time -> time, T0);
    }

    private static Map<String, Known> items(int count, Instant at) {
        Map<String, Known> items = new HashMap<>();
        for (int i = 0; i < count; i++) {
            items.put("item " + i, new Known(at, ""));
        }
        return items;
    }

    @Test
    void remembersEachItemInElevenCharactersOfItsPosition() {
        int count = 2 * OlderItems.MAX_DIGESTS + 1;
        older.add(items(count, T0.plusSeconds(60)));

        List<PositionEntry> stored = older.takeUnstored();
        assertThat(stored).hasSize(3);
        assertThat(stored.stream().mapToInt(entry -> entry.state().length()).sum())
                .isLessThan(11 * count);
        OlderItems restored = empty();
        stored.forEach(restored::restore);
        for (int i = 0; i < count; i++) {
            assertThat(restored.contains("item " + i, T0.plusSeconds(60))).isTrue();
        }
        // one whose time is read otherwise now
        assertThat(restored.contains("item 7", T0.plus(Duration.ofHours(9)))).isTrue();
        assertThat(restored.contains("another", T0.plusSeconds(60))).isFalse();
        assertThat(older.takeUnstored()).isEmpty();
    }

    @Test
    void whatCouldNotBeStoredIsStoredLaterUnlessItIsForgotten() {
        older.add(items(1, T0.plusSeconds(60)));
        older.putStraggler("late", new Known(T0.plusSeconds(90), "=s"));
        List<PositionEntry> entries = older.takeUnstored();
        entries.forEach(older::giveBack);
        assertThat(older.takeUnstored()).containsExactlyInAnyOrderElementsOf(entries);

        older.forgetOld(T0.plus(Duration.ofDays(2)));
        entries.forEach(older::giveBack);

        assertThat(older.takeUnstored()).isEmpty();
        assertThat(older.takeRemoved())
                .containsExactlyInAnyOrderElementsOf(
                        entries.stream().map(PositionEntry::key).toList());
        assertThat(older.completeFrom()).isEqualTo(T0.plus(Duration.ofDays(1)));
        assertThat(older.contains("item 0", T0.plusSeconds(60))).isFalse();
    }

    @Test
    void aStragglerIsRestoredWithItsState() {
        older.putStraggler("older:late", new Known(T0.plusSeconds(90), "!0.ab c"));
        OlderItems restored = empty();
        older.entries().forEach(restored::restore);

        assertThat(restored.straggler("older:late")).isEqualTo(new Known(T0.plusSeconds(90), "!0.ab c"));
    }

    @Test
    void aDamagedEntryIsRefused() {
        for (String state : List.of("", "#QUJD", "#*", "@soon =", "x")) {
            PositionEntry entry = new PositionEntry("older:" + T0 + "/" + T0 + "/0", null, state);
            assertThatThrownBy(() -> older.restore(entry))
                    .as(state)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("entry 'older:");
        }
    }
}

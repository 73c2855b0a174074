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
package io.github.camelvideo.feed.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryPositionsTest {

    private static final Instant BOUND = Instant.parse("2026-01-31T08:00:00Z");

    @Test
    void anEntryPutAfterTheBoundMovedBackIsRemembered() {
        PositionStore store = new MemoryPositions().open("feed");
        save(store, BOUND, entry("old", BOUND.minusSeconds(5)), entry("new", BOUND.plusSeconds(5)));
        save(store, BOUND.plusSeconds(1));

        save(store, BOUND.minusSeconds(60), entry("again", BOUND.minusSeconds(10)));

        assertThat(store.load("").entries()).extracting(PositionEntry::key).containsExactlyInAnyOrder("new", "again");
    }

    private static PositionEntry entry(String key, Instant time) {
        return new PositionEntry(key, time, "");
    }

    private static void save(PositionStore store, Instant bound, PositionEntry... put) {
        store.save("", new PositionChange("{}", List.of(put), Set.of(), bound, () -> null));
    }
}

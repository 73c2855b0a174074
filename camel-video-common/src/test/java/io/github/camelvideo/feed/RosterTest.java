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
package io.github.camelvideo.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final Instant NOW = Instant.parse("2021-05-25T00:00:00Z");
    private static final Duration KEEP = Duration.ofDays(7);

    private final Roster roster = new Roster();

    @Test
    void noticesThatTheListIsAnother() {
        assertThat(roster.update(Set.of("a"), NOW)).isTrue();
        assertThat(roster.update(Set.of("a"), NOW)).isFalse();
        assertThat(roster.update(Set.of(), NOW)).isTrue();
    }

    @Test
    void forgetsAValueThatHasBeenGoneForThatLong() {
        roster.update(Set.of("a", "b"), NOW);
        roster.update(Set.of("b"), NOW.plusSeconds(60));

        assertThat(expire(NOW.plus(KEEP))).isEmpty();
        assertThat(expire(NOW.plus(KEEP).plusSeconds(60))).containsExactly("a");
        assertThat(expire(NOW.plus(KEEP).plusSeconds(60))).isEmpty();
    }

    @Test
    void countsAnewForAValueThatWasBack() {
        roster.update(Set.of("a"), NOW);
        roster.update(Set.of(), NOW);
        roster.update(Set.of("a"), NOW.plusSeconds(10));
        roster.update(Set.of(), NOW.plusSeconds(20));

        assertThat(expire(NOW.plus(KEEP).plusSeconds(19))).isEmpty();
        assertThat(expire(NOW.plus(KEEP).plusSeconds(20))).containsExactly("a");
    }

    @Test
    void neverForgetsAListedValueHoweverLongNobodyLooked() {
        roster.update(Set.of("a"), NOW);

        assertThat(expire(NOW.plus(KEEP.multipliedBy(100)))).isEmpty();
        assertThat(roster.update(Set.of("a"), NOW.plus(KEEP.multipliedBy(100)))).isFalse();
    }

    @Test
    void keepsOneInUseALittleLonger() {
        roster.update(Set.of("a"), NOW);
        roster.update(Set.of(), NOW);

        assertThat(roster.expired(NOW.plus(KEEP), KEEP, "a"::equals)).isEmpty();
        assertThat(roster.expired(NOW.plus(KEEP), KEEP, value -> false)).containsExactly("a");
    }

    @Test
    void isTheSameAfterARestart() {
        ValuePositions positions = new ValuePositions(new MemoryStateRepository(), "events#DeviceId");
        roster.update(Set.of("a", "b"), NOW);
        roster.update(Set.of("b"), NOW);
        positions.save(roster);

        Roster restored = positions.loadRoster();

        assertThat(restored.listed()).containsExactly("b");
        assertThat(restored.gone()).containsExactly(Map.entry("a", NOW));
    }

    @Test
    void refusesWhatItCannotRead() {
        MemoryStateRepository repository = new MemoryStateRepository();
        repository.setState("events", "{\"v\":2,\"listed\":[]}");

        assertThatThrownBy(() -> new ValuePositions(repository, "events").loadRoster())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("events", "version 1", "offsetKey");
    }

    private List<String> expire(Instant now) {
        List<String> expired = roster.expired(now, KEEP, value -> false);
        expired.forEach(roster::forget);
        return expired;
    }
}

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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.StateRepositoryPositions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

class PartitionRegistryTest {

    private static final Instant NOW = Instant.parse("2021-05-25T00:00:00Z");
    private static final Duration KEEP = Duration.ofDays(7);

    private final PartitionRegistry registry = new PartitionRegistry();

    @Test
    void noticesThatTheListIsAnother() {
        assertThat(registry.update(Set.of("a"), NOW)).isTrue();
        assertThat(registry.update(Set.of("a"), NOW)).isFalse();
        assertThat(registry.update(Set.of(), NOW)).isTrue();
    }

    @Test
    void forgetsAValueThatHasBeenGoneForThatLong() {
        registry.update(Set.of("a", "b"), NOW);
        registry.update(Set.of("b"), NOW.plusSeconds(60));

        assertThat(expire(NOW.plus(KEEP))).isEmpty();
        assertThat(expire(NOW.plus(KEEP).plusSeconds(60))).containsExactly("a");
        assertThat(expire(NOW.plus(KEEP).plusSeconds(60))).isEmpty();
    }

    @Test
    void countsAnewForAValueThatWasBack() {
        registry.update(Set.of("a"), NOW);
        registry.update(Set.of(), NOW);
        registry.update(Set.of("a"), NOW.plusSeconds(10));
        registry.update(Set.of(), NOW.plusSeconds(20));

        assertThat(expire(NOW.plus(KEEP).plusSeconds(19))).isEmpty();
        assertThat(expire(NOW.plus(KEEP).plusSeconds(20))).containsExactly("a");
    }

    @Test
    void neverForgetsAListedValueHoweverLongNobodyLooked() {
        registry.update(Set.of("a"), NOW);

        assertThat(expire(NOW.plus(KEEP.multipliedBy(100)))).isEmpty();
        assertThat(registry.update(Set.of("a"), NOW.plus(KEEP.multipliedBy(100))))
                .isFalse();
    }

    @Test
    void keepsOneInUseALittleLonger() {
        registry.update(Set.of("a"), NOW);
        registry.update(Set.of(), NOW);

        assertThat(registry.expired(NOW.plus(KEEP), KEEP, "a"::equals)).isEmpty();
        assertThat(registry.expired(NOW.plus(KEEP), KEEP, value -> false)).containsExactly("a");
    }

    @Test
    void isTheSameAfterARestart() {
        PositionStore store = new StateRepositoryPositions(new MemoryStateRepository()).open("events#DeviceId");
        registry.update(Set.of("a", "b"), NOW);
        registry.store(store);
        registry.update(Set.of("b"), NOW);
        registry.store(store);

        PartitionRegistry restored = PartitionRegistry.load("events", store);

        assertThat(restored.listed()).containsExactly("b");
        assertThat(restored.gone()).containsExactly(Map.entry("a", NOW));
    }

    @Test
    void readsTheListOfVersion1() {
        MemoryStateRepository repository = new MemoryStateRepository();
        repository.setState(
                "events#DeviceId", "{\"v\":1,\"listed\":[\"b\"],\"gone\":{\"a\":\"2021-05-25T00:00:00Z\"}}");

        PartitionRegistry restored =
                PartitionRegistry.load("events", new StateRepositoryPositions(repository).open("events#DeviceId"));

        assertThat(restored.listed()).containsExactly("b");
        assertThat(restored.gone()).containsExactly(Map.entry("a", NOW));
    }

    @Test
    void refusesThePositionOfAFeedWithoutPartitions() {
        MemoryStateRepository repository = new MemoryStateRepository();
        repository.setState(
                "events",
                "{\"v\":1,\"watermark\":\"2021-05-25T00:00:00Z\",\"from\":\"2021-05-25T00:00:00Z\",\"delivered\":{}}");

        assertThatThrownBy(
                        () -> PartitionRegistry.load("events", new StateRepositoryPositions(repository).open("events")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("events", "not a list of partitions", "offsetKey");
    }

    private List<String> expire(Instant now) {
        List<String> expired = registry.expired(now, KEEP, value -> false);
        expired.forEach(registry::forget);
        return expired;
    }
}

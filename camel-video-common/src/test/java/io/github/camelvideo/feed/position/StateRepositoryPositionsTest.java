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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

class StateRepositoryPositionsTest extends PositionRepositoryContract {

    private final MemoryStateRepository states = new MemoryStateRepository();

    @Override
    PositionRepository repository() {
        return new StateRepositoryPositions(states);
    }

    @Override
    StateRepository<String, String> version1() {
        return states;
    }

    @Test
    void writesOneTextPerPartitionUnderTheKeysOfVersion1() {
        StoredPosition whole =
                new StoredPosition("{\"v\":2,\"kind\":\"log\"}", List.of(new PositionEntry("k", null, "s")));
        try (PositionStore store = repository().open("feed")) {
            store.save("", new PositionChange(whole.head(), List.of(), java.util.Set.of(), null, () -> whole));
            store.delete("cam 1");
        }

        assertThat(states.getState("feed"))
                .isEqualTo("{\"v\":2,\"head\":{\"v\":2,\"kind\":\"log\"},\"entries\":{\"\":{\"k\":\"s\"}}}");
        assertThat(states.getState(StateKey.of("feed", "cam 1"))).isEqualTo("{\"v\":2,\"deleted\":true}");
        assertThat(StateKey.of("feed", "cam 1")).startsWith("feed/~sha256-");
    }

    @Test
    void refusesAFeedThatIsOpenInThisProcess() {
        PositionStore first = repository().open("feed");
        assertThatThrownBy(() -> repository().open("feed"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Set another offsetKey");
        new StateRepositoryPositions(new MemoryStateRepository()).open("feed").close();
        first.close();

        PositionStore second = repository().open("feed");
        first.close();
        assertThatThrownBy(() -> repository().open("feed")).isInstanceOf(IllegalStateException.class);
        second.close();
    }

    @Test
    void saysThatItCannotListPositions() {
        assertThatThrownBy(repository()::feeds)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("MemoryStateRepository cannot list its positions");
        assertThatThrownBy(() -> repository().partitions("feed")).isInstanceOf(UnsupportedOperationException.class);
    }
}

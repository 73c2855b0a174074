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

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

class ValuePositionsTest {

    private static final Position POSITION = Position.startingAt(FeedFixture.START);

    private final MemoryStateRepository repository = new MemoryStateRepository();
    private final ValuePositions positions = new ValuePositions(repository, "events#DeviceId");

    @Test
    void namesAPositionAfterItsValue() {
        assertThat(positions.of("34020000-1").key()).isEqualTo("events#DeviceId/34020000-1");
    }

    @Test
    void namesAnyValueSoThatEveryRepositoryTakesItAndNoTwoShareAName() {
        List<String> values = List.of("a=b", "a/b", "a b", "a\nb", "a_b", "摄像头", "x".repeat(300), "x".repeat(301));
        Set<String> keys = new HashSet<>();

        for (String value : values) {
            String key = positions.of(value).key();
            keys.add(key);
            assertThat(key).matches("[A-Za-z0-9._:@#/~-]{1,255}");
        }

        assertThat(keys).hasSize(values.size());
    }

    @Test
    void forgetsOnePositionAndNoOther() {
        positions.of("a").save(POSITION);
        positions.of("b").save(POSITION);

        positions.forget("a");

        assertThat(positions.of("a").load()).isEmpty();
        assertThat(positions.of("b").load()).isPresent();
    }
}

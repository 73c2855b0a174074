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
package io.github.camelvideo.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnguessablePathTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void aPathEndsWithWhatNobodyCanGuess() {
        assertThat(UnguessablePath.of("/live/events", random)).matches("/live/events/[0-9a-f]{32}");
        assertThat(UnguessablePath.of("/live/", random)).matches("/live/[0-9a-f]{32}");
        assertThat(UnguessablePath.of("", random)).matches("/[0-9a-f]{32}");
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> UnguessablePath.of("", random)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "/a b", "/a?b", "/a//b", "/{{x}}", "/a#b", "http://a/b"})
    void aPrefixThatIsNoPathIsRefused(String prefix) {
        assertThatThrownBy(() -> UnguessablePath.of(prefix, random))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be a path such as /live/events");
    }
}

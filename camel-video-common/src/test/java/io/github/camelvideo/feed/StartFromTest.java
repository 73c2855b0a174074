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

import static io.github.camelvideo.feed.FakeVendor.utc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartFromTest {

    private static final Instant NOW = utc("2021-05-25T12:00:00");
    private static final Instant OLDEST = utc("2021-04-25T12:00:00");

    @ParameterizedTest
    @CsvSource({
        "now, 2021-05-25T12:00:00Z",
        "Earliest, 2021-04-25T12:00:00Z",
        "2021-05-01T00:00:00Z, 2021-05-01T00:00:00Z",
        "2021-05-01T08:00:00+08:00, 2021-05-01T00:00:00Z",
        "P10D, 2021-05-15T12:00:00Z",
        "pt2h, 2021-05-25T10:00:00Z",
        "PT0S, 2021-05-25T12:00:00Z"
    })
    void readsEachNotation(String text, Instant expected) {
        assertThat(StartFrom.parse(text).resolve(NOW, OLDEST)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "P1M", "2021-05-01", "2021-05-01T00:00:00", "10d"})
    void namesWhatIsValid(String text) {
        assertThatThrownBy(() -> StartFrom.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot read '" + text + "'")
                .hasMessageContaining("now, earliest, a moment");
    }

    @Test
    void refusesTheFutureAsDuration() {
        assertThatThrownBy(() -> StartFrom.parse("-PT2H")).hasMessageContaining("points to the future");
    }

    @Test
    void earliestNeedsAKnownRetention() {
        assertThatThrownBy(() -> StartFrom.EARLIEST.resolve(NOW, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("startFrom=earliest");
    }
}

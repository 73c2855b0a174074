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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ColumnTextTest {

    @Test
    void keepsAnyText() {
        for (String text :
                List.of("", "a", "\"", "\"a\"", "通道", "\0", "a\nb", "\ud83d\ude00", "\ud83d", "~x", "{\"v\":2}")) {
            String column = ColumnText.write(text);
            assertThat(column).doesNotContain("\0", "\n", "\ud83d");
            assertThat(ColumnText.read(column)).isEqualTo(text);
        }
        assertThat(ColumnText.write("{\"v\":2,\"name\":\"通道\"}")).isEqualTo("{\"v\":2,\"name\":\"通道\"}");
        assertThat(ColumnText.read(null)).isEmpty();
    }

    @Test
    void keysAreShortAndToldApart() {
        Set<String> columns = new HashSet<>();
        List<String> keys = List.of(
                "a",
                "A",
                "a ",
                " a",
                "~a",
                "x".repeat(120),
                "x".repeat(121),
                "x".repeat(500),
                "通道",
                "\ud83d",
                "\ud83e");
        for (String key : keys) {
            assertThat(ColumnText.key(key)).matches("[!-~]{1,120}");
            columns.add(ColumnText.key(key));
        }
        assertThat(columns).hasSameSizeAs(keys);
        assertThat(ColumnText.id("a", "b"))
                .hasSize(43)
                .isNotEqualTo(ColumnText.id("a1:b"))
                .isNotEqualTo(ColumnText.id("ab", ""));
    }

    @Test
    void keepsAnyTimeToTheNanosecond() {
        for (Instant time : List.of(
                Instant.EPOCH,
                Instant.parse("2026-01-31T08:00:00.123456789Z"),
                Instant.parse("1969-12-31T23:59:59.999999999Z"),
                Instant.MIN,
                Instant.MAX)) {
            assertThat(ColumnText.time(ColumnText.number(time))).isEqualTo(time);
            assertThat(ColumnText.number(time).precision()).isLessThanOrEqualTo(28);
        }
        assertThat(ColumnText.number(null)).isNull();
        assertThat(ColumnText.time(null)).isNull();
    }
}

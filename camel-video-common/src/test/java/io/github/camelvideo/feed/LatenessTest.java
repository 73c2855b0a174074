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

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenessTest {

    private final Lateness.Counter counter = new Lateness.Counter();

    @Test
    void whereNothingIsCountedNothingIsTold() {
        Lateness none = counter.lateness();

        assertThat(none.items()).isZero();
        assertThat(none.quantile(0.5)).isNull();
        assertThat(none.max()).isNull();
        assertThat(none.covered()).isNull();
    }

    @Test
    void quantilesAreTooHighByAQuarterAtMostAndNeverTooLow() {
        Random random = new Random(7);
        // from a second to 100 days
        long[] millis = LongStream.generate(() -> (long) Math.exp(6.9 + random.nextDouble() * 16))
                .limit(5_000)
                .sorted()
                .toArray();
        for (long one : millis) {
            counter.count(Duration.ofMillis(one), true);
        }

        Lateness lateness = counter.lateness();
        for (double share : new double[] {0.001, 0.1, 0.5, 0.9, 0.99, 1}) {
            long exact = millis[(int) Math.ceil(share * millis.length) - 1];
            assertThat(lateness.quantile(share).toMillis())
                    .as("quantile " + share)
                    .isBetween(exact, Math.max(1_000, exact + exact / 4 + 1));
        }
        assertThat(lateness.max()).isEqualTo(Duration.ofMillis(millis[millis.length - 1]));
    }

    @Test
    void whatIsShorterThanASecondOrNegativeCountsAsLessThanASecond() {
        counter.count(Duration.ofMillis(-3_000), true);
        counter.count(Duration.ofMillis(999), true);
        counter.count(Duration.ofDays(3_000), false);

        assertThat(counter.lateness().quantile(0.5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(counter.lateness().quantile(1)).isEqualTo(Duration.ofDays(3_000));
        assertThat(counter.lateness().covered()).isEqualTo(2.0 / 3);
    }

    @Test
    void countsOfPartitionsAddUp() {
        counter.count(Duration.ofSeconds(4), true);
        Lateness.Counter other = new Lateness.Counter();
        other.count(Duration.ofMinutes(2), false);
        other.count(Duration.ofSeconds(4), true);

        for (Lateness sum : new Lateness[] {
            counter.lateness().plus(other.lateness()), other.lateness().plus(counter.lateness())
        }) {
            assertThat(sum.items()).isEqualTo(3);
            assertThat(sum.quantile(0.5)).isEqualTo(Duration.ofSeconds(5));
            assertThat(sum.max()).isEqualTo(Duration.ofMinutes(2));
            assertThat(sum.covered()).isEqualTo(2.0 / 3);
        }
        assertThat(counter.lateness().plus(Lateness.NONE).items()).isEqualTo(1);
    }
}

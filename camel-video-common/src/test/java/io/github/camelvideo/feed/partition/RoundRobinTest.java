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

import io.github.camelvideo.feed.Partition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundRobinTest {

    private final RoundRobin roundRobin = new RoundRobin();

    @Test
    void givesEachValueOneTurnAPoll() {
        begin("a", "b", "c");

        assertThat(take(9, false)).containsExactly("a", "b", "c");
        assertThat(roundRobin.isAnyWaiting()).isFalse();
    }

    @Test
    void letsOneThatHasMoreWaitBehindAllOthers() {
        begin("a", "b", "c");
        roundRobin.ended(roundRobin.next(), true);

        assertThat(take(9, false)).containsExactly("b", "c", "a");
    }

    @Test
    void beginsTheNextPollWithThoseThatHadNoTurn() {
        begin("a", "b", "c", "d");
        take(2, true);

        begin("a", "b", "c", "d");

        assertThat(take(4, false)).containsExactly("c", "d", "a", "b");
    }

    @Test
    void putsNewValuesBehindAndForgetsThoseThatAreGone() {
        begin("a", "b", "c");
        take(1, false);

        begin("new", "a", "c");

        assertThat(take(9, false)).containsExactly("c", "a", "new");
    }

    @Test
    void valuesThatComeWhileAPollLastsHaveTheirTurnInItAndThoseGoneHaveNone() {
        begin("a", "b", "c");
        Partition first = roundRobin.next();

        roundRobin.change(List.of(of("a"), of("c"), of("new")), busy -> false);
        roundRobin.ended(first, false);

        assertThat(take(9, false)).containsExactly("c", "new");
        begin("a", "c", "new");
        assertThat(take(9, false)).containsExactly("a", "c", "new");
    }

    @Test
    void passesOverOneWhoseTurnIsNotOver() {
        begin("a", "b");
        Partition underWay = roundRobin.next();

        roundRobin.begin(List.of(of("a"), of("b")), underWay::equals);

        assertThat(take(9, false)).containsExactly("b");
        roundRobin.ended(underWay, true);
        assertThat(roundRobin.next()).isEqualTo(of("a"));
    }

    @Test
    void ignoresTheEndOfATurnOfOneThatIsGone() {
        begin("a");
        roundRobin.next();
        begin("b");

        roundRobin.ended(of("a"), true);

        assertThat(take(9, false)).containsExactly("b");
    }

    /** Whatever the polls are cut to, nobody has two roundRobin more than another. */
    @Test
    void starvesNobody() {
        List<String> all = List.of("a", "b", "c", "d", "e", "f", "g");
        Map<String, Integer> had = new HashMap<>();
        for (int poll = 0; poll < 200; poll++) {
            begin(all.toArray(String[]::new));
            take(1 + poll % 5, true).forEach(value -> had.merge(value, 1, Integer::sum));

            int most = had.values().stream().mapToInt(n -> n).max().orElseThrow();
            int least = all.stream()
                    .mapToInt(value -> had.getOrDefault(value, 0))
                    .min()
                    .orElseThrow();
            assertThat(most - least).isLessThanOrEqualTo(1);
        }
    }

    private void begin(String... values) {
        roundRobin.begin(Stream.of(values).map(RoundRobinTest::of).toList(), value -> false);
    }

    private List<String> take(int most, boolean more) {
        List<String> taken = new ArrayList<>();
        while (taken.size() < most && roundRobin.isAnyWaiting()) {
            Partition value = roundRobin.next();
            taken.add(value.id());
            roundRobin.ended(value, more);
        }
        return taken;
    }

    private static Partition of(String value) {
        return Partition.of("DeviceId", value);
    }
}

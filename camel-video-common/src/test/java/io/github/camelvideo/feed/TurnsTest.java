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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns();

    @Test
    void givesEachValueOneTurnAPoll() {
        begin("a", "b", "c");

        assertThat(take(9, false)).containsExactly("a", "b", "c");
        assertThat(turns.isAnyoneWaiting()).isFalse();
    }

    @Test
    void letsOneThatHasMoreWaitBehindAllOthers() {
        begin("a", "b", "c");
        turns.ended(turns.next(), true);

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
    void passesOverOneWhoseTurnIsNotOver() {
        begin("a", "b");
        String underWay = turns.next();

        turns.begin(List.of("a", "b"), underWay::equals);

        assertThat(take(9, false)).containsExactly("b");
        turns.ended(underWay, true);
        assertThat(turns.next()).isEqualTo("a");
    }

    @Test
    void ignoresTheEndOfATurnOfOneThatIsGone() {
        begin("a");
        turns.next();
        begin("b");

        turns.ended("a", true);

        assertThat(take(9, false)).containsExactly("b");
    }

    /** Whatever the polls are cut to, nobody has two turns more than another. */
    @Test
    void starvesNobody() {
        List<String> all = List.of("a", "b", "c", "d", "e", "f", "g");
        Map<String, Integer> had = new HashMap<>();
        for (int poll = 0; poll < 200; poll++) {
            turns.begin(all, value -> false);
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
        turns.begin(List.of(values), value -> false);
    }

    private List<String> take(int most, boolean more) {
        List<String> taken = new ArrayList<>();
        while (taken.size() < most && turns.isAnyoneWaiting()) {
            String value = turns.next();
            taken.add(value);
            turns.ended(value, more);
        }
        return taken;
    }
}

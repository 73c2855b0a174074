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
package io.github.camelvideo.lint.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.catalog.LogSpec;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.feed.FeedScenario;
import io.github.camelvideo.simulator.feed.FeedScenario.Expected;
import io.github.camelvideo.simulator.feed.ScriptedFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** One feed on its way through time: what the vendor lists, when the route polls, and what it must have delivered. By one thread. */
final class FeedWalk {

    /** Midnight in China, a whole hour elsewhere. */
    private static final Instant START = Instant.parse("2026-06-01T16:00:00Z");

    private static final String ADDED = "added";

    private final WalkedFeed feed;
    private final FeedScenario scenario;
    private final ScriptedFeed script;
    private final WalkedRoute route;
    private final SimulatorClock clock;

    FeedWalk(WalkedFeed feed, ScriptedFeed script, WalkedRoute route, SimulatorClock clock) {
        this.feed = feed;
        this.scenario = feed.scenario();
        this.script = script;
        this.route = route;
        this.clock = clock;
    }

    FeedScenario scenario() {
        return scenario;
    }

    ScriptedFeed script() {
        return script;
    }

    WalkedRoute route() {
        return route;
    }

    /** Begin of a time slot; the walk starts at that of slot 0. */
    Instant slot(int number) {
        return slot(scenario, number);
    }

    static Instant slot(FeedScenario scenario, int number) {
        return scenario.firstSlot(START).plus(scenario.step().multipliedBy(number));
    }

    /** From now on, the vendor lists these items. */
    List<Expected> list(List<Expected> items) {
        items.forEach(expected -> script.add(expected.item()));
        return items;
    }

    /** Reads when a slot is complete. */
    void pollAtBeginOf(int slot) {
        clockBehind(slot(slot));
        route.poll();
    }

    /** Reads when an item of a moment is no longer held back. */
    void pollBehind(Instant moment) {
        clockBehind(moment);
        route.poll();
    }

    void clockBehind(Instant moment) {
        clock.set(moment.plus(scenario.gracePeriod()).plusSeconds(1));
    }

    /** Reads when all of the lookback must be read again. */
    void pollAfterLookback() {
        clock.advance(lookback().plus(scenario.step()));
        route.poll();
    }

    /** An item that appears so long after its time is not too late. */
    Duration halfOfLookback() {
        return scenario.truncated(lookback().dividedBy(2));
    }

    private Duration lookback() {
        return feed.spec() instanceof LogSpec log && log.lookback() != null ? log.lookback() : Duration.ZERO;
    }

    /** What the route must deliver when items appear. */
    static List<Delivery> added(Collection<Expected> items) {
        return items.stream().map(item -> Delivery.of(item, ADDED)).toList();
    }

    /** That the route delivered this, in any order, nothing else and nothing twice, and that no poll failed. */
    void requireDelivered(Collection<Delivery> expected) {
        List<Delivery> delivered = route.delivered().stream()
                .map(delivery -> delivery.like(expected))
                .toList();
        assertThat(delivered).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(route.delivered()).doesNotHaveDuplicates();
        assertThat(route.failures()).isEmpty();
    }

    /** That the times of each partition rise. */
    void requireOldestFirst() {
        route.delivered().stream()
                .collect(Collectors.groupingBy(
                        Delivery::partition, Collectors.mapping(Delivery::time, Collectors.toList())))
                .values()
                .forEach(times -> assertThat(times).isSorted());
    }

    /** That nothing was delivered and no poll failed. */
    void requireNothing() {
        assertThat(route.delivered()).isEmpty();
        assertThat(route.failures()).isEmpty();
    }
}

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
package io.github.camelvideo.tools.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.SnapshotSpec;
import io.github.camelvideo.feed.delivery.FeedFactory;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.feed.FeedScenario;
import io.github.camelvideo.simulator.feed.FeedScenario.Expected;
import io.github.camelvideo.simulator.feed.ScriptedFeed;
import io.github.camelvideo.tools.docs.CallExample;
import io.github.camelvideo.tools.docs.PageSettings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Items that a simulator lists for a feed, by the rules of its description. The time of the simulator begins so far in the past that it
 * is about the present when all items are complete.
 */
final class InventedItems {

    private static final int PER_SLOT = 2;

    private final Target target;
    private final FeedScenario scenario;
    private final boolean isState;

    /** Slot of the first items: a feed begins before them, unless an answer as a whole is the item. */
    private final int first;

    private final int slots;
    private final Instant begin;

    InventedItems(Target target, int wanted, Instant now) {
        this.target = target;
        scenario = FeedScenario.of(target.api(), target.action());
        boolean isWholeAnswer = target.action().feed().list().isWholeAnswer();
        isState = isWholeAnswer && target.action().feed() instanceof SnapshotSpec;
        first = isWholeAnswer ? 0 : 1;
        slots = scenario.isOfPresent()
                ? 1
                : slots(wanted, PER_SLOT * scenario.partitions().size());
        begin = scenario.firstSlot(
                now.minus(scenario.step().multipliedBy(first + slots + 1L)).minus(scenario.gracePeriod()));
    }

    /** So few that items of each partition are among those that are wanted. */
    private static int slots(int wanted, int perSlot) {
        return (wanted + perSlot - 1) / perSlot;
    }

    SimulatorClock clock() {
        return new SimulatorClock(begin);
    }

    /** What a URI needs for the feed to run; the user's own options are over them. */
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        Set<String> supplied = FeedFactory.suppliedParameters(target.action());
        List<String> partition = scenario.partitionParameters();
        boolean isPartitioned = !partition.isEmpty() && !names(partition);
        CallExample.of(
                        target.api(),
                        target.action(),
                        PageSettings.alone(target.component().path(target.api().id())),
                        supplied)
                .keys()
                .forEach((name, value) -> options.put(name, text(value)));
        if (target.action().feed() instanceof SnapshotSpec) {
            options.put("initial", "announce");
        }
        partition.forEach(options::remove);
        if (isPartitioned) {
            options.put("forEach", String.join(",", partition));
            options.put(
                    "forEachIn",
                    String.join(
                            partition.size() == 1 ? "," : ";",
                            scenario.partitions().stream()
                                    .map(values -> String.join(",", values.values()))
                                    .toList()));
        }
        return options;
    }

    private static String text(JsonNode value) {
        return value.isArray() ? value.get(0).asText() : value.asText();
    }

    /** Whether the user says which partitions there are. */
    private boolean names(List<String> partition) {
        return target.query().containsKey("forEach")
                || target.query().keySet().stream().anyMatch(partition::contains);
    }

    /**
     * Lets time pass, lists the items, and polls.
     *
     * @param poll one poll, to its end
     */
    void play(ScriptedFeed script, SimulatorClock clock, Runnable poll) {
        if (!isState) {
            poll.run();
        }
        if (first > 0) {
            clock.set(after(first));
            poll.run();
        }
        for (Expected item : scenario.items(slot(first), slots, PER_SLOT, 1)) {
            boolean isForAll = names(scenario.partitionParameters());
            script.add(isForAll ? item.item().in(Map.of()) : item.item());
        }
        clock.set(after(first + slots));
        poll.run();
    }

    private Instant slot(int number) {
        return begin.plus(scenario.step().multipliedBy(number));
    }

    private Instant after(int slot) {
        return slot(slot).plus(scenario.gracePeriod()).plusSeconds(1);
    }
}

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

import io.github.camelvideo.feed.Partition;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which partition is read next. In each poll every partition is read once, and again, behind all others, while it has more. A poll
 * that ends before all were read is continued by the next: it begins with the one that has waited longest.
 *
 * <p>Pure, by values only. Run by the polling thread.
 */
final class RoundRobin {

    /** The one whose last reading is the longest time ago comes first. */
    private final Set<Partition> order = new LinkedHashSet<>();

    private final Queue<Partition> waiting = new ArrayDeque<>();

    /**
     * A poll begins.
     *
     * @param partitions those that take part; new ones come last
     * @param busy those that are still being read since an earlier poll
     */
    void begin(Collection<Partition> partitions, Predicate<Partition> busy) {
        order.retainAll(Set.copyOf(partitions));
        order.addAll(partitions);
        waiting.clear();
        order.stream().filter(busy.negate()).forEach(waiting::add);
    }

    /** The partitions that take part change while a poll lasts: new ones are read in it. */
    void change(Collection<Partition> partitions, Predicate<Partition> busy) {
        Set<Partition> present = Set.copyOf(partitions);
        order.retainAll(present);
        waiting.removeIf(partition -> !present.contains(partition));
        for (Partition partition : partitions) {
            if (order.add(partition) && !busy.test(partition)) {
                waiting.add(partition);
            }
        }
    }

    /** The partition to read now, or null when none waits. */
    Partition next() {
        return waiting.poll();
    }

    /**
     * A partition was read.
     *
     * @param more whether to read it again in this poll
     */
    void ended(Partition partition, boolean more) {
        if (order.remove(partition)) {
            order.add(partition);
            if (more) {
                waiting.add(partition);
            }
        }
    }

    boolean isAnyWaiting() {
        return !waiting.isEmpty();
    }
}

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

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whose turn it is. In each poll every value has one, and further ones, behind all others, while it has more. A poll that ends before
 * all had theirs is continued by the next: it begins with the one that has waited longest.
 *
 * <p>Pure, by values only. Run by the polling thread.
 */
final class Turns {

    /** The one whose last turn is the longest time ago comes first. */
    private final Set<String> order = new LinkedHashSet<>();

    private final Queue<String> waiting = new ArrayDeque<>();

    /**
     * A poll begins.
     *
     * @param values those that take part; new ones come last
     * @param busy those whose turn from an earlier poll has not ended, and who wait for no other
     */
    void begin(Collection<String> values, Predicate<String> busy) {
        order.retainAll(Set.copyOf(values));
        order.addAll(values);
        waiting.clear();
        order.stream().filter(busy.negate()).forEach(waiting::add);
    }

    /** Begins the next turn, or null when nobody waits for one. */
    String next() {
        return waiting.poll();
    }

    /**
     * A turn has ended.
     *
     * @param more whether to have another one in this poll
     */
    void ended(String value, boolean more) {
        if (order.remove(value)) {
            order.add(value);
            if (more) {
                waiting.add(value);
            }
        }
    }

    boolean isAnyoneWaiting() {
        return !waiting.isEmpty();
    }
}

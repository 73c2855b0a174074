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
package io.github.camelvideo.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The requests the simulator received, in order. The newest ten thousand are kept; the counts include all of them.
 * Safe for use by many threads.
 */
public final class RecordedRequests {

    private static final int KEPT = 10_000;

    // all guarded by this
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int count;

    synchronized void add(RecordedRequest request) {
        if (requests.size() == KEPT) {
            requests.removeFirst();
        }
        requests.addLast(request);
        counts.merge(request.action() == null ? "" : request.action(), 1, Integer::sum);
        count++;
    }

    /** All requests kept, oldest first. */
    public synchronized List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    /** The requests kept for one action, oldest first. */
    public List<RecordedRequest> of(String action) {
        return all().stream().filter(request -> action.equals(request.action())).toList();
    }

    /** The newest request, or null. */
    public synchronized RecordedRequest last() {
        return requests.peekLast();
    }

    /** How many came. */
    public synchronized int count() {
        return count;
    }

    /** How many came for one action. */
    public synchronized int count(String action) {
        return counts.getOrDefault(action, 0);
    }

    /** Forgets all of them and begins to count at 0. */
    public synchronized void clear() {
        requests.clear();
        counts.clear();
        count = 0;
    }
}

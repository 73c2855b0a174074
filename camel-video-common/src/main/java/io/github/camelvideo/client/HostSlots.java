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
package io.github.camelvideo.client;

import java.util.ArrayDeque;
import java.util.Queue;

/** How many requests one host has been given at the same time. Guarded by the lock of the {@link CallDispatcher}. */
final class HostSlots {

    /** Queues of calls that wait for a slot, each once. */
    final Queue<CallDispatcher.Lane> waiting = new ArrayDeque<>();

    private final int max;
    private int used;

    HostSlots(int max) {
        this.max = max;
    }

    boolean isFree() {
        return used < max;
    }

    void take() {
        used++;
    }

    void release() {
        used--;
    }
}

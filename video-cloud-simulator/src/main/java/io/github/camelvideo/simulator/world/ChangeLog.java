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
package io.github.camelvideo.simulator.world;

import java.util.List;
import java.util.function.Supplier;

/**
 * Writes changes to the journal and then makes them visible, one writer at a time.
 *
 * <p>The lock is held while the journal writes: it is what keeps the lines of the file in the order of the changes.
 * Readers of the state never take it.
 */
final class ChangeLog implements AutoCloseable {

    private final WorldState state;
    private final Journal journal;

    ChangeLog(WorldState state, Journal journal) {
        this.state = state;
        this.journal = journal;
    }

    WorldState state() {
        return state;
    }

    /** Runs something that decides and writes, while nobody else writes. May be nested. */
    synchronized <T> T exclusively(Supplier<T> work) {
        return work.get();
    }

    synchronized void write(List<Change> changes) {
        journal.append(changes);
        changes.forEach(state::apply);
    }

    void write(Change change) {
        write(List.of(change));
    }

    @Override
    public synchronized void close() {
        journal.close();
    }
}

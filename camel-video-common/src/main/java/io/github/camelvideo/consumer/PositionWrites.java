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
package io.github.camelvideo.consumer;

import io.github.camelvideo.feed.position.PositionChange;
import io.github.camelvideo.feed.position.PositionEntry;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.StoredPosition;
import io.github.camelvideo.feed.position.TransactedSave;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what a feed stores of its position since its consumer was made. Counted is what has changed; a repository that writes positions as
 * a whole writes more. For any thread.
 */
public final class PositionWrites {

    private final LongAdder count = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    /** How often something was stored. */
    public long count() {
        return count.sum();
    }

    /** Characters of what was stored, which are bytes in all but rare keys. */
    public long bytes() {
        return bytes.sum();
    }

    /** The same store, counted. */
    PositionStore counting(PositionStore store) {
        return new PositionStore() {

            @Override
            public StoredPosition load(String partition) {
                return store.load(partition);
            }

            @Override
            public void save(String partition, PositionChange change) {
                store.save(partition, change);
                count(change);
            }

            @Override
            public TransactedSave saveInTransaction(String partition, PositionChange change) {
                TransactedSave save = store.saveInTransaction(partition, change);
                return new TransactedSave() {

                    @Override
                    public void committed() {
                        save.committed();
                        count(change);
                    }

                    @Override
                    public boolean isStored() {
                        return save.isStored();
                    }
                };
            }

            @Override
            public void delete(String partition) {
                store.delete(partition);
            }

            @Override
            public PositionStore forPartition(String partition) {
                return counting(store.forPartition(partition));
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }

    private void count(PositionChange change) {
        count.increment();
        bytes.add(size(change));
    }

    private static long size(PositionChange change) {
        long size = change.head().length();
        for (PositionEntry entry : change.put()) {
            size += entry.key().length()
                    + (entry.state() == null ? 0 : entry.state().length());
        }
        for (String key : change.removed()) {
            size += key.length();
        }
        return size;
    }
}

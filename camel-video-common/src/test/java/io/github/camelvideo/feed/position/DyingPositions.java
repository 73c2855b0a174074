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
package io.github.camelvideo.feed.position;

import java.util.List;

/** Positions of a process that dies: nothing is stored after a number of saves. */
public final class DyingPositions implements PositionRepository {

    private final PositionRepository kept;
    private int saves;

    /** @param saves that succeed before the process dies */
    public DyingPositions(PositionRepository kept, int saves) {
        this.kept = kept;
        this.saves = saves;
    }

    @Override
    public PositionStore open(String feed) {
        PositionStore store = kept.open(feed);
        return new PositionStore() {

            @Override
            public StoredPosition load(String partition) {
                return store.load(partition);
            }

            @Override
            public void save(String partition, PositionChange change) {
                if (saves-- <= 0) {
                    throw new IllegalStateException("the process is dead");
                }
                store.save(partition, change);
            }

            @Override
            public void delete(String partition) {
                store.delete(partition);
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }

    @Override
    public List<String> feeds() {
        return kept.feeds();
    }

    @Override
    public List<String> partitions(String feed) {
        return kept.partitions(feed);
    }
}

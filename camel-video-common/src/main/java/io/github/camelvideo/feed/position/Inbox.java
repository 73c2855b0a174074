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

import java.util.Collection;
import java.util.List;

/**
 * Items that were received and are not done yet: what was answered as good survives a crash here. The key of an entry is that of the item,
 * its state what was received. For any thread.
 */
public interface Inbox extends AutoCloseable {

    /**
     * Stores an entry, in the place of one of the same key. When this returns, it survives a crash as positions do.
     *
     * @throws RuntimeException when it could not be stored
     */
    void put(PositionEntry entry);

    /** Entries are no longer needed. They may come back after a crash: their items are known to be done. */
    void remove(Collection<String> keys);

    /** Stores what was {@linkplain #remove removed}, which otherwise waits for the next entry. */
    void flush();

    /** All entries, in no particular order; those of other processes, too, where they may put some. */
    List<PositionEntry> load();

    /** Whether other processes may put entries. */
    boolean isShared();

    /** Stores what was removed and gives the inbox up. */
    @Override
    void close();
}

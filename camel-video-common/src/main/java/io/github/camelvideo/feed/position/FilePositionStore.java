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

import io.github.camelvideo.feed.position.JournalIndex.Presence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The positions of one feed in its journal. Where the journal knows nothing of a partition, the file of version 1 counts.
 *
 * <p>The first change of a partition is written as the whole position, because it may refer to one of version 1.
 */
final class FilePositionStore implements PositionStore {

    private final JournalDirectory directory;
    private final String feed;
    private final Journal journal;
    private final FeedLock lock;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Runnable onClose;

    FilePositionStore(JournalDirectory directory, String feed, Journal journal, FeedLock lock, Runnable onClose) {
        this.directory = directory;
        this.feed = feed;
        this.journal = journal;
        this.lock = lock;
        this.onClose = onClose;
    }

    @Override
    public StoredPosition load(String partition) {
        try {
            return switch (journal.presence(partition)) {
                case STORED -> journal.read(partition);
                case DELETED -> null;
                case ABSENT -> directory.version1(feed, partition);
            };
        } catch (IOException e) {
            throw directory.failure("read", feed, e);
        }
    }

    @Override
    public void save(String partition, PositionChange change) {
        boolean stored = journal.presence(partition) == Presence.STORED;
        commit(
                stored
                        ? JournalRecord.of(partition, change)
                        : JournalRecord.of(partition, change.whole().get()));
    }

    @Override
    public void delete(String partition) {
        commit(JournalRecord.deletion(partition));
    }

    private void commit(JournalRecord record) {
        try {
            journal.commit(record);
        } catch (IOException e) {
            throw directory.failure("write", feed, e);
        }
    }

    /** Bytes of the journal. */
    long length() {
        return journal.length();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            try {
                journal.close();
            } finally {
                lock.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Positions of feed '" + feed + "': the journal could not be closed: " + e, e);
        } finally {
            onClose.run();
        }
    }
}

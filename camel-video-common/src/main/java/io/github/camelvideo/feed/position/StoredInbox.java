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

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * An inbox in the form of a position, for stores that have one owner. One thread stores for all that wait: many callbacks at once cost one
 * write. {@code saving} is held during a write, {@code lock} for short steps only.
 */
final class StoredInbox implements Inbox {

    private static final String HEAD = "{\"v\":1,\"kind\":\"inbox\"}";
    private static final String PARTITION = "";

    private final PositionStore store;
    private final Object saving = new Object();
    private final Object lock = new Object();

    // guarded by the lock
    private final Map<String, PositionEntry> entries = new HashMap<>();
    private List<Waiting> waiting = new ArrayList<>();
    private Set<String> removed = new HashSet<>();

    private record Waiting(PositionEntry entry, CompletableFuture<Void> stored) {}

    /** @param store closed with the inbox */
    StoredInbox(PositionStore store) {
        this.store = store;
        StoredPosition stored = store.load(PARTITION);
        if (stored != null) {
            stored.entries().forEach(entry -> entries.put(entry.key(), entry));
        }
    }

    @Override
    public void put(PositionEntry entry) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        synchronized (lock) {
            waiting.add(new Waiting(entry, stored));
        }
        synchronized (saving) {
            if (!stored.isDone()) {
                save();
            }
        }
        try {
            stored.join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    /** Stores all that waits; called by one thread at a time. */
    private void save() {
        List<Waiting> batch;
        Set<String> gone;
        synchronized (lock) {
            batch = waiting;
            waiting = new ArrayList<>();
            batch.forEach(put -> {
                entries.put(put.entry().key(), put.entry());
                removed.remove(put.entry().key());
            });
            gone = removed;
            removed = new HashSet<>();
        }
        List<PositionEntry> put = batch.stream().map(Waiting::entry).toList();
        try {
            store.save(PARTITION, new PositionChange(HEAD, put, gone, null, this::whole));
        } catch (RuntimeException e) {
            synchronized (lock) {
                put.forEach(entry -> entries.remove(entry.key(), entry));
                removed.addAll(gone);
            }
            batch.forEach(one -> one.stored().completeExceptionally(e));
            return;
        }
        batch.forEach(one -> one.stored().complete(null));
    }

    private StoredPosition whole() {
        return new StoredPosition(HEAD, load());
    }

    @Override
    public void remove(Collection<String> keys) {
        synchronized (lock) {
            for (String key : keys) {
                if (entries.remove(key) != null) {
                    removed.add(key);
                }
            }
        }
    }

    @Override
    public void flush() {
        synchronized (saving) {
            boolean isNeeded;
            synchronized (lock) {
                isNeeded = !removed.isEmpty();
            }
            if (isNeeded) {
                save();
            }
        }
    }

    @Override
    public List<PositionEntry> load() {
        synchronized (lock) {
            return List.copyOf(entries.values());
        }
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void close() {
        flush();
        store.close();
    }
}

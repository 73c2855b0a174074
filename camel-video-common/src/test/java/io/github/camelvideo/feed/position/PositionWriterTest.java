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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.feed.CommitPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PositionWriterTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();
    /** Parts of a change before its last one. */
    private final AtomicLong parts = new AtomicLong();

    private final List<PositionChange> givenBack = Collections.synchronizedList(new ArrayList<>());
    private final Store store = new Store();

    @AfterEach
    void stop() {
        store.open.countDown();
        threads.shutdownNow();
    }

    @Test
    void callsDuringASaveShareTheNextOneAndSeeTheirChangeStored() throws Exception {
        PositionWriter writer = writer(CommitPolicy.ITEM);
        Future<?> first = finishItem(writer);
        await().until(() -> store.saved.size() == 1);
        List<Future<?>> later = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            later.add(finishItem(writer));
        }
        await().until(() -> changes.get() == 11);
        assertThat(later).noneMatch(Future::isDone);

        store.open.countDown();
        first.get(5, TimeUnit.SECONDS);
        for (Future<?> call : later) {
            call.get(5, TimeUnit.SECONDS);
        }

        assertThat(store.saved.size()).isBetween(2, 11);
        assertThat(store.saved.get(store.saved.size() - 1)).isEqualTo("11");
    }

    @Test
    void aFailureGivesTheChangeBackAndTheNextCommitStoresIt() {
        store.open.countDown();
        PositionWriter writer = writer(CommitPolicy.POLL);
        store.failure = new IllegalStateException("no room");

        writer.commit();
        assertThat(givenBack).hasSize(1);
        assertThat(writer.failure()).isEqualTo("no room");
        assertThatThrownBy(writer::commitOrFail).hasMessageContaining("no room");

        store.failure = null;
        writer.itemFinished();
        assertThat(writer.failure()).isNull();
        assertThat(store.saved).hasSize(3);
    }

    @Test
    void aChangeInPartsIsStoredAsAWhole() {
        store.open.countDown();
        parts.set(2);

        writer(CommitPolicy.ITEM).commit();

        assertThat(store.saved).hasSize(3);
    }

    @Test
    void aFeedTakenOverStoresNothingMore() {
        store.open.countDown();
        PositionWriter writer = writer(CommitPolicy.ITEM);
        store.failure = new PositionFencedException("node b has it");

        assertThatThrownBy(writer::itemFinished).isSameAs(store.failure);
        assertThatThrownBy(writer::commit).isSameAs(writer.fenced());
        assertThat(store.saved).hasSize(1);
    }

    @Test
    void thePolicySaysWhenToCommit() {
        store.open.countDown();
        PositionWriter poll = writer(CommitPolicy.POLL);
        poll.itemFinished();
        poll.pollEnded(false);
        assertThat(store.saved).isEmpty();
        poll.pollEnded(true);
        assertThat(store.saved).hasSize(1);

        PositionWriter interval = writer(CommitPolicy.every(Duration.ofSeconds(5)));
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        interval.itemFinished();
        interval.pollEnded(true);
        assertThat(store.saved).hasSize(1);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        interval.itemFinished();
        assertThat(store.saved).hasSize(2);
        interval.itemFinished();
        assertThat(store.saved).hasSize(2);
    }

    private PositionWriter writer(CommitPolicy policy) {
        return new PositionWriter(
                "ListAlarms",
                store,
                "",
                policy,
                nanos::get,
                () -> new PositionChange(
                        Long.toString(changes.get()), List.of(), Set.of(), null, null, parts.getAndDecrement() > 0),
                givenBack::add);
    }

    private Future<?> finishItem(PositionWriter writer) {
        return threads.submit(() -> {
            changes.incrementAndGet();
            writer.itemFinished();
        });
    }

    private static final class Store implements PositionStore {

        private final CountDownLatch open = new CountDownLatch(1);
        private final List<String> saved = Collections.synchronizedList(new ArrayList<>());
        private volatile RuntimeException failure;

        @Override
        public void save(String partition, PositionChange change) {
            saved.add(change.head());
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public StoredPosition load(String partition) {
            return null;
        }

        @Override
        public void delete(String partition) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }
}

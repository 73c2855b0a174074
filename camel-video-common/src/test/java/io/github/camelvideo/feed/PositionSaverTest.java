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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PositionSaverTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SlowRepository repository = new SlowRepository();
    private final AtomicLong now = new AtomicLong();
    private final PositionSaver saver = new PositionSaver(
            new PositionStore(repository, "k"), () -> Position.startingAt(Instant.ofEpochSecond(now.get())));

    @AfterEach
    void stop() {
        repository.open.countDown();
        threads.shutdownNow();
    }

    @Test
    void callsDuringASaveShareTheNextOneAndSeeTheirChangeStored() throws Exception {
        Future<?> first = save();
        await().until(() -> repository.saves.size() == 1);
        List<Future<?>> later = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            later.add(save());
        }
        await().until(() -> now.get() == 11);
        assertThat(later).noneMatch(Future::isDone);

        repository.open.countDown();
        first.get(5, TimeUnit.SECONDS);
        for (Future<?> call : later) {
            call.get(5, TimeUnit.SECONDS);
        }

        assertThat(repository.saves.size()).isBetween(2, 11);
        assertThat(repository.getState("k")).contains("1970-01-01T00:00:11Z");
    }

    @Test
    void aFailureReachesTheCallerAndTheNextSaveWorks() throws Exception {
        repository.open.countDown();
        repository.failure = new IllegalStateException("no room");

        assertThatThrownBy(() -> save().get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("no room");
        repository.failure = null;
        save().get(5, TimeUnit.SECONDS);

        assertThat(repository.getState("k")).contains("1970-01-01T00:00:02Z");
    }

    private Future<?> save() {
        return threads.submit(() -> {
            now.incrementAndGet();
            saver.save();
        });
    }

    private static final class SlowRepository extends MemoryStateRepository {

        private final CountDownLatch open = new CountDownLatch(1);
        private final List<String> saves = java.util.Collections.synchronizedList(new ArrayList<>());
        private volatile RuntimeException failure;

        @Override
        public void setState(String key, String value) {
            saves.add(value);
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (failure != null) {
                throw failure;
            }
            super.setState(key, value);
        }
    }
}

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

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Runs what it is given at once and turns its own time forward instead; except call timeouts, which it keeps until told. */
final class RecordingScheduler extends ScheduledThreadPoolExecutor {

    static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);

    final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final List<Runnable> timeouts = new CopyOnWriteArrayList<>();
    private final Set<Runnable> queuedTimeouts = ConcurrentHashMap.newKeySet();
    private final AtomicLong nanos = new AtomicLong();
    private volatile boolean holding;

    RecordingScheduler() {
        super(1);
        setRemoveOnCancelPolicy(true);
    }

    /** From now on waits last. */
    void hold() {
        holding = true;
    }

    /** Lets the time of all calls so far run out. */
    void expireCalls() {
        nanos.addAndGet(CALL_TIMEOUT.toNanos());
        timeouts.forEach(Runnable::run);
    }

    /** Timers that were set for calls' timeouts. */
    int timeouts() {
        return timeouts.size();
    }

    /** Whether something is to be run later, timeouts aside. */
    boolean isWaiting() {
        return !queuedTimeouts.containsAll(getQueue());
    }

    long nanos() {
        return nanos.get();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        Duration wait = Duration.of(delay, unit.toChronoUnit());
        if (wait.equals(CALL_TIMEOUT)) {
            timeouts.add(task);
            ScheduledFuture<?> queued = super.schedule(task, delay, unit);
            queuedTimeouts.add((Runnable) queued);
            return queued;
        }
        waits.add(wait);
        nanos.addAndGet(wait.toNanos());
        return super.schedule(task, holding ? Long.MAX_VALUE / 4 : 0, TimeUnit.NANOSECONDS);
    }
}

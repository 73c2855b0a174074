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

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The calls that have not ended, and one timer for all their timeouts: it stands at the earliest one, or at one of a call that has ended
 * since. A timer for each call would wake the scheduler's thread with each.
 *
 * <p>Used by any thread. The lock is held while the timer is set; the scheduler's thread looks through the calls.
 */
final class CallTimeouts {

    private final Set<RunningCall> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService scheduler;
    private final LongSupplier ticker;

    private final Object lock = new Object();
    private volatile Timer timer;

    /** @param at moment of the ticker */
    private record Timer(long at, ScheduledFuture<?> future) {}

    CallTimeouts(ScheduledExecutorService scheduler, LongSupplier ticker) {
        this.scheduler = scheduler;
        this.ticker = ticker;
    }

    /**
     * A call begins.
     *
     * @throws java.util.concurrent.RejectedExecutionException when the component has stopped
     */
    void begun(RunningCall call) {
        running.add(call);
        wakeAt(call.deadline());
    }

    void ended(RunningCall call) {
        running.remove(call);
    }

    /** Those that have not ended. */
    Set<RunningCall> running() {
        return running;
    }

    private void wakeAt(long deadline) {
        if (isEarlyEnough(timer, deadline)) {
            return;
        }
        synchronized (lock) {
            if (isEarlyEnough(timer, deadline)) {
                return;
            }
            if (timer != null) {
                timer.future.cancel(false);
            }
            long wait = Math.max(0, deadline - ticker.getAsLong());
            timer = new Timer(deadline, scheduler.schedule(this::expire, wait, TimeUnit.NANOSECONDS));
        }
    }

    private static boolean isEarlyEnough(Timer timer, long deadline) {
        return timer != null && timer.at - deadline <= 0;
    }

    private void expire() {
        synchronized (lock) {
            // a call that begins from now on sets its own
            timer = null;
        }
        RunningCall next = null;
        for (RunningCall call : running) {
            if (call.remaining() <= 0) {
                call.expire();
            } else if (next == null || call.deadline() - next.deadline() < 0) {
                next = call;
            }
        }
        if (next != null) {
            wakeAt(next.deadline());
        }
    }
}

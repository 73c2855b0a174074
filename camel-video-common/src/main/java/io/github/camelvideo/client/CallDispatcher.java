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

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Decides when a call leaves: while its host has a free slot, and within the rate of its action. Calls of the same server, account, region
 * and action form a lane and leave in order; lanes take turns, so that neither a slow host nor a slow rate holds up other calls.
 *
 * <p>Any number of calls may wait; they hold no thread and share one timer a lane. Used by any thread: one lock, held for short steps. A
 * call leaves on the thread that brings it, or, when it had to wait, on one of the executor.
 */
final class CallDispatcher {

    /** When to look again while all permits are with calls that are not written yet. */
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(50);

    private final RateLimiters limiters;
    private final RateShare share;
    private final ScheduledExecutorService scheduler;
    private final Executor executor;
    private final Object lock = new Object();
    private final Map<LaneKey, Lane> lanes = new HashMap<>();
    private final Queue<Lane> ready = new ArrayDeque<>();

    /** @param rate null for calls without a limit */
    private record LaneKey(RateLimiters.Key rate, HostSlots slots) {}

    /** Calls that leave one after the other. It is ready, waits for a slot, or waits for its timer. */
    static final class Lane {

        private final LaneKey key;
        private final Set<Departure> waiting = new LinkedHashSet<>();

        private Lane(LaneKey key) {
            this.key = key;
        }
    }

    private enum State {
        NEW,
        WAITING,
        LEFT,
        WRITTEN,
        ENDED
    }

    CallDispatcher(RateLimiters limiters, RateShare share, ScheduledExecutorService scheduler, Executor executor) {
        this.limiters = limiters;
        this.share = share;
        this.scheduler = scheduler;
        this.executor = executor;
    }

    /**
     * A call that wants to leave.
     *
     * @param rate what limits it, or null
     * @param slots those of its host
     * @param leave called once when it leaves, unless it has ended before
     */
    Departure departure(RateLimiters.Key rate, HostSlots slots, Consumer<Departure> leave) {
        return new Departure(new LaneKey(rate, slots), leave);
    }

    /** One call's way out. */
    final class Departure {

        private final LaneKey key;
        private final Consumer<Departure> leave;
        private State state = State.NEW;

        private Departure(LaneKey key, Consumer<Departure> leave) {
            this.key = key;
            this.leave = leave;
        }

        /**
         * Leaves now or later.
         *
         * @param maxWait longest wait for a permit that is of use, in nanoseconds
         * @return false when it would be longer: then it does not leave
         */
        boolean request(long maxWait) {
            boolean leaves = false;
            synchronized (lock) {
                if (state != State.NEW) {
                    return true;
                }
                Lane lane = lanes.get(key);
                if (lane == null && leavesAtOnce()) {
                    leaves = true;
                    state = State.LEFT;
                } else {
                    int others = lane == null ? 0 : lane.waiting.size();
                    if (key.rate != null && limiters.waitBehind(key.rate, others) > maxWait) {
                        return false;
                    }
                    if (lane == null) {
                        lane = new Lane(key);
                        lanes.put(key, lane);
                        ready.add(lane);
                    }
                    lane.waiting.add(this);
                    state = State.WAITING;
                }
            }
            if (leaves) {
                leave.accept(this);
            } else {
                run();
            }
            return true;
        }

        /** Where nobody waits there is no need for a lane. */
        private boolean leavesAtOnce() {
            boolean isFirst = ready.isEmpty() && key.slots.waiting.isEmpty() && key.slots.isFree();
            if (!isFirst || key.rate != null && limiters.take(key.rate, share.divisor()) > 0) {
                return false;
            }
            key.slots.take();
            return true;
        }

        /** The first byte goes out now. */
        void written() {
            synchronized (lock) {
                if (state == State.LEFT) {
                    state = State.WRITTEN;
                    if (key.rate != null) {
                        limiters.use(key.rate);
                    }
                }
            }
        }

        /** It needs its slot no longer, or does not want to leave any more. */
        void end() {
            boolean isNext;
            synchronized (lock) {
                switch (state) {
                    case WAITING -> lanes.get(key).waiting.remove(this);
                    case LEFT, WRITTEN -> {
                        if (state == State.LEFT && key.rate != null) {
                            limiters.giveBack(key.rate);
                        }
                        key.slots.release();
                        wakeNext(key.slots);
                    }
                    case NEW, ENDED -> {}
                }
                state = State.ENDED;
                isNext = !ready.isEmpty();
            }
            if (isNext) {
                execute();
            }
        }
    }

    private void run() {
        for (Departure next = next(); next != null; next = next()) {
            next.leave.accept(next);
        }
    }

    private Departure next() {
        synchronized (lock) {
            for (Lane lane = ready.poll(); lane != null; lane = ready.poll()) {
                HostSlots slots = lane.key.slots;
                if (lane.waiting.isEmpty()) {
                    lanes.remove(lane.key);
                    wakeNext(slots);
                    continue;
                }
                if (!slots.isFree()) {
                    slots.waiting.add(lane);
                    continue;
                }
                long wait = lane.key.rate == null ? 0 : limiters.take(lane.key.rate, share.divisor());
                if (wait > 0) {
                    wakeAfter(lane, wait == Long.MAX_VALUE ? LOOK_AGAIN : wait);
                    wakeNext(slots);
                    continue;
                }
                Iterator<Departure> first = lane.waiting.iterator();
                Departure next = first.next();
                first.remove();
                next.state = State.LEFT;
                slots.take();
                ready.add(lane);
                return next;
            }
            return null;
        }
    }

    /** A lane that gave its turn back must not leave a slot unused that another one waits for. */
    private void wakeNext(HostSlots slots) {
        if (slots.isFree() && !slots.waiting.isEmpty()) {
            ready.add(slots.waiting.remove());
        }
    }

    private void wakeAfter(Lane lane, long nanos) {
        try {
            scheduler.schedule(
                    () -> {
                        synchronized (lock) {
                            ready.add(lane);
                        }
                        execute();
                    },
                    nanos,
                    TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the component has stopped, which ends all calls
            ready.clear();
        }
    }

    private void execute() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            // the component has stopped, which ends all calls
            synchronized (lock) {
                ready.clear();
            }
        }
    }
}

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
package io.github.camelvideo.simulator.callback;

import io.github.camelvideo.simulator.callback.Callback.Attempt;
import io.github.camelvideo.simulator.callback.Callback.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends callbacks when the simulator's clock says so, and keeps what became of them.
 *
 * <p>Threads: {@code video-cloud-simulator-callbacks} looks at the clock every 20 ms, since a clock that is moved tells nobody; it lets the world
 * catch up and starts what is due. {@code video-cloud-simulator-callback-N} send, as many at once as
 * {@link #concurrency} allows, and end when they are idle for a minute. {@link #close()} stops all of them. The lock is never held during
 * I/O, nor while the world is asked.
 */
final class CallbackQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackQueue.class);

    private static final long LOOK_EVERY_MILLIS = 20;

    private static final int KEPT = 100_000;

    private final Clock clock;
    private final Runnable world;
    private final CallbackSender sender;
    private final ExecutorService senders;
    private final Thread looker = new Thread(this::look, "video-cloud-simulator-callbacks");

    // all guarded by this
    private final Deque<OutgoingCallback> kept = new ArrayDeque<>();
    private final Map<State, Integer> counts = new EnumMap<>(State.class);
    private final PriorityQueue<OutgoingCallback> waiting = new PriorityQueue<>(OutgoingCallback.BY_DUE);
    private final Set<OutgoingCallback> sending = new HashSet<>();
    private int concurrency = 1;
    private boolean renewsExpiry = true;
    private Duration answerWithin;
    private long places;
    private boolean started;
    private boolean closed;

    /**
     * @param world lets the world do what is due
     */
    CallbackQueue(Clock clock, Runnable world) {
        this.clock = clock;
        this.world = world;
        this.sender = new CallbackSender(clock);
        AtomicInteger number = new AtomicInteger();
        this.senders = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "video-cloud-simulator-callback-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        looker.setDaemon(true);
    }

    synchronized void start() {
        if (!started && !closed) {
            started = true;
            looker.start();
        }
    }

    synchronized void concurrency(int most) {
        concurrency = most;
    }

    synchronized void renewsExpiry(boolean renews) {
        renewsExpiry = renews;
    }

    synchronized void answerWithin(Duration time) {
        answerWithin = time;
    }

    synchronized void add(OutgoingCallback callback, Instant due) {
        if (closed) {
            return;
        }
        keep(callback);
        if (callback.state() == State.WAITING) {
            callback.dueAt(due, places++);
            waiting.add(callback);
            start();
            startDue();
        }
    }

    private void keep(OutgoingCallback callback) {
        if (kept.size() >= KEPT && kept.peekFirst().state() != State.WAITING) {
            kept.removeFirst();
        }
        kept.addLast(callback);
        counts.merge(callback.state(), 1, Integer::sum);
    }

    /** Puts a callback that waits for its first request behind those that are queued now. */
    synchronized void hurry(OutgoingCallback callback) {
        if (waiting.remove(callback)) {
            callback.dueAt(clock.instant(), places++);
            waiting.add(callback);
            startDue();
        }
    }

    synchronized List<Callback> all() {
        return kept.stream().map(OutgoingCallback::shown).toList();
    }

    synchronized int count(State state) {
        return counts.getOrDefault(state, 0);
    }

    /** Sends what is due and waits until it is answered. */
    void deliverDue() throws InterruptedException {
        world.run();
        synchronized (this) {
            startDue();
            while (!closed && (!sending.isEmpty() || isDue())) {
                wait(LOOK_EVERY_MILLIS);
                startDue();
            }
        }
    }

    private boolean isDue() {
        return !waiting.isEmpty() && !waiting.peek().due().isAfter(clock.instant());
    }

    private void startDue() {
        while (!closed && sending.size() < concurrency && isDue()) {
            OutgoingCallback callback = waiting.remove();
            sending.add(callback);
            senders.execute(() -> send(callback));
        }
    }

    private void send(OutgoingCallback callback) {
        String body;
        Duration within;
        synchronized (this) {
            if (!sending.contains(callback)) {
                return;
            }
            body = callback.body(clock.instant(), renewsExpiry);
            within = answerWithin == null ? callback.answerWithin() : answerWithin;
        }
        Attempt attempt = sender.post(callback.url(), body, within);
        synchronized (this) {
            // not so when everything was cleared meanwhile
            if (sending.remove(callback)) {
                answered(callback, attempt);
            }
            startDue();
            notifyAll();
        }
    }

    private void answered(OutgoingCallback callback, Attempt attempt) {
        Instant again = callback.answered(attempt);
        if (again != null) {
            callback.dueAt(again, places++);
            waiting.add(callback);
            return;
        }
        counts.merge(State.WAITING, -1, Integer::sum);
        counts.merge(callback.state(), 1, Integer::sum);
        if (callback.state() == State.GIVEN_UP) {
            LOG.warn("Gave up callback {}", callback.shown());
        }
    }

    private void look() {
        try {
            while (true) {
                catchUp();
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    startDue();
                    wait(LOOK_EVERY_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            // nobody who knows this thread does that
            Thread.currentThread().interrupt();
        }
    }

    private void catchUp() {
        try {
            world.run();
        } catch (RuntimeException e) {
            LOG.error("The world could not catch up with its clock, so that callbacks may be missing", e);
        }
    }

    /** Forgets everything and cuts the requests that run. */
    void clear() {
        synchronized (this) {
            kept.clear();
            counts.clear();
            waiting.clear();
            sending.clear();
            concurrency = 1;
            renewsExpiry = true;
            answerWithin = null;
            notifyAll();
        }
        sender.cancel();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
            notifyAll();
        }
        senders.shutdownNow();
        sender.cancel();
        try {
            // it is not interrupted: it may be writing the world's file, which the caller closes next
            looker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

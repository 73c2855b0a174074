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

import io.github.camelvideo.credentials.AsyncCredentials;
import io.github.camelvideo.credentials.CachedCredentials;
import io.github.camelvideo.credentials.CredentialsProvider;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * What all calls of a component share: threads, time, chance, permits, the measured clock skews, and the calls that have not ended. Owns
 * none of the threads.
 */
public final class ClientResources implements AutoCloseable {

    private final ConcurrentHashMap<BaseUrl, ClockSkew> skews = new ConcurrentHashMap<>();
    private final ScheduledExecutorService scheduler;
    private final Executor executor;
    private final Clock clock;
    private final LongSupplier ticker;
    private final DoubleSupplier random;
    private final CallDispatcher dispatcher;
    private final CallTimeouts timeouts;
    private final CallListener listener;
    private final RateShare rateShare = new RateShare();
    private volatile boolean closed;

    /**
     * @param scheduler wakes waiting calls; gets short tasks only, one thread is enough
     * @param executor runs what follows a call, the caller's continuation included, and credentials providers; must not be
     *     bounded, since a continuation may block
     * @param clock this machine's clock
     * @param ticker present moment in nanoseconds, of any origin
     * @param random numbers of [0, 1) for the jitter
     * @param limiters the permits
     * @param listener hears of each call
     */
    public ClientResources(
            ScheduledExecutorService scheduler,
            Executor executor,
            Clock clock,
            LongSupplier ticker,
            DoubleSupplier random,
            RateLimiters limiters,
            CallListener listener) {
        this.scheduler = scheduler;
        this.executor = executor;
        this.clock = clock;
        this.ticker = ticker;
        this.random = random;
        this.dispatcher = new CallDispatcher(limiters, rateShare, scheduler, executor);
        this.timeouts = new CallTimeouts(scheduler, ticker);
        this.listener = listener;
    }

    /** The time of a target's server, as far as it is known. */
    public VendorClock vendorClock(BaseUrl target) {
        return skew(target);
    }

    /** The part of the rates that the calls of this component may use. */
    public RateShare rateShare() {
        return rateShare;
    }

    /** Credentials kept from a provider, refreshed on these threads. */
    public AsyncCredentials cached(CredentialsProvider provider) {
        return new CachedCredentials(provider, executor, clock);
    }

    ClockSkew skew(BaseUrl target) {
        return skews.computeIfAbsent(target, t -> new ClockSkew(t, clock));
    }

    Clock clock() {
        return clock;
    }

    ScheduledExecutorService scheduler() {
        return scheduler;
    }

    Executor executor() {
        return executor;
    }

    LongSupplier ticker() {
        return ticker;
    }

    DoubleSupplier random() {
        return random;
    }

    CallDispatcher dispatcher() {
        return dispatcher;
    }

    /**
     * A call begins; one that comes too late is ended at once.
     *
     * @throws java.util.concurrent.RejectedExecutionException when the component has stopped
     */
    void begun(RunningCall call) {
        listener.begun(call.call());
        timeouts.begun(call);
        if (closed) {
            call.stop();
        }
    }

    /** Whether the component has stopped. */
    boolean isClosed() {
        return closed;
    }

    void ended(RunningCall call, EndedCall outcome) {
        timeouts.ended(call);
        listener.ended(outcome);
    }

    /** Ends all calls, whatever they wait for. To be called while the executor still works. */
    @Override
    public void close() {
        closed = true;
        timeouts.running().forEach(RunningCall::stop);
    }
}

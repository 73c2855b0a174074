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

import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.credentials.CredentialsUnavailableException;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.FileBody;
import io.github.camelvideo.protocol.ThrottledException;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.request.InvalidRequestException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call with all its attempts: asynchronous to the wire, signed anew for each attempt, within the rate limit, retried where that is
 * safe. Thread-safe. The order of an attempt is the order of the methods:
 *
 * <ol>
 *   <li>{@link #obtainCredentials}: those that are valid now
 *   <li>{@link #depart}: wait for the rate limit and for a slot of the host, without a thread
 *   <li>{@link #send}: encode and sign with the vendor's time, hand to the transport
 *   <li>{@link #received} or {@link #failed}: decode
 *   <li>{@link #decide}: done, or another attempt from the top
 * </ol>
 *
 * <p>The steps run one after the other, on whatever thread brings the news, and none of them waits. Cancelling and the call
 * timeout come from the side, at any moment: they complete the future, which cuts what is under way and ends the steps.
 */
public final class RunningCall {

    private static final Logger LOG = LoggerFactory.getLogger(RunningCall.class);

    private static final Runnable NO_OP = () -> {};

    private final ApiCall call;
    private final CallOptions options;
    private final HttpTransport transport;
    private final ClientResources resources;
    private final Supplier<String> objection;
    private final ClockSkew skew;
    private final RetryPolicy policy;
    private final long begun;
    private final long deadline;

    private final CompletableFuture<ApiResponse> future = new CompletableFuture<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Queue<ApiException> failures = new ConcurrentLinkedQueue<>();

    // read from the side
    private volatile int attempts;
    private volatile int throttled;
    private volatile long waited;
    private volatile String requestId;
    private volatile OutgoingRequest request;
    private volatile WireLog unanswered;
    private volatile Runnable underWay = NO_OP;

    // of the steps alone
    private int retries;
    private boolean clockCorrected;
    private boolean credentialsRenewed;

    private RunningCall(
            ApiCall call,
            CallOptions options,
            HttpTransport transport,
            ClientResources resources,
            Supplier<String> objection) {
        this.call = call;
        this.options = options;
        this.transport = transport;
        this.resources = resources;
        this.objection = objection;
        this.skew = resources.skew(options.target());
        this.policy = new RetryPolicy(options.maxRetries(), resources.random());
        this.begun = resources.ticker().getAsLong();
        this.deadline = begun + options.callTimeout().toNanos();
    }

    /**
     * Begins a call and returns at once. The first attempt is encoded and signed by the calling thread, which waits for nothing.
     *
     * <p>The future completes on a thread of the resources' executor: with the answer, or with an {@link ApiException} after the last
     * attempt, or with an {@link InvalidRequestException} when the call cannot be sent as it is. Cancelling it (this one, not one
     * derived from it) cancels what is under way, be it a request or a wait.
     *
     * @param call what to call
     * @param options how
     * @param transport connections; closed by whoever made it
     * @param resources what all calls of a component share
     * @param objection asked before each attempt is sent, when it has waited for its turn: why it must not be, or null; returns at once
     */
    public static CompletableFuture<ApiResponse> start(
            ApiCall call,
            CallOptions options,
            HttpTransport transport,
            ClientResources resources,
            Supplier<String> objection) {
        return new RunningCall(call, options, transport, resources, objection).run();
    }

    private CompletableFuture<ApiResponse> run() {
        step(() -> {
            resources.begun(this);
            obtainCredentials();
        });
        future.whenComplete((answer, failure) -> {
            try {
                end(failure);
            } finally {
                underWay.run();
            }
        });
        return future;
    }

    /** Tells once that the call is over, before the caller goes on: who asks then finds the call counted. */
    private void end(Throwable failure) {
        if (ended.compareAndSet(false, true)) {
            resources.ended(this, outcome(failure));
        }
    }

    private EndedCall outcome(Throwable failure) {
        return new EndedCall(
                call,
                resources.clock().instant(),
                EndedCall.Outcome.of(failure),
                failure,
                requestId,
                attempts,
                throttled,
                Duration.ofNanos(waited),
                Duration.ofNanos(resources.ticker().getAsLong() - begun));
    }

    /** What is called. */
    ApiCall call() {
        return call;
    }

    private void obtainCredentials() {
        options.credentials()
                .current()
                .whenComplete((credentials, problem) -> step(() -> {
                    if (problem != null) {
                        fail(withoutCredentials(problem));
                        return;
                    }
                    depart(credentials);
                }));
    }

    private void depart(Credentials credentials) {
        int rate = options.rate(call.action());
        RateLimiters.Key limit = rate == 0
                ? null
                : new RateLimiters.Key(options.target(), credentials.id(), call.name(), call.region(), rate);
        long asked = resources.ticker().getAsLong();
        CallDispatcher.Departure departure = resources
                .dispatcher()
                .departure(limit, transport.slots(options.target()), leaving -> {
                    waited += resources.ticker().getAsLong() - asked;
                    if (!step(() -> send(credentials, leaving))) {
                        leaving.end();
                    }
                });
        cancelWith(departure::end);
        // a permit that comes too late is left to others
        if (!departure.request(remaining())) {
            fail(withoutPermit(rate));
        }
    }

    private void send(Credentials credentials, CallDispatcher.Departure departure) {
        String refused = objection.get();
        if (refused != null) {
            departure.end();
            fail(new TransportException(call.name(), refused, 0, false, null));
            return;
        }
        Duration offset = skew.offset();
        WireRequest wire;
        OutgoingRequest prepared;
        try {
            wire = encode(credentials, offset);
            prepared = transport.prepare(call, options.target(), wire, options.maxAnswerSize(), departure::written);
        } catch (Throwable e) {
            departure.end();
            if (resources.isClosed()) {
                // a slot of a call that was stopped is no use any more
                stop();
                return;
            }
            throw e;
        }
        String signature = wire.signature();
        attempts++;
        WireLog log = options.wireLog() ? new WireLog(call, attempts, credentials, signature) : null;
        if (log != null) {
            log.sending(options.target(), wire);
            unanswered = log;
        }
        // before sending: the answer may be here sooner than the next line
        request = prepared;
        cancelWith(prepared::cancel);
        transport.send(prepared, new HttpTransport.Receiver() {
            @Override
            public void answered(HttpResponse answer) {
                departure.end();
                if (!step(() -> received(answer, credentials, signature, offset, log))) {
                    answer.discard();
                }
            }

            @Override
            public void failed(TransportException failure) {
                departure.end();
                step(() -> RunningCall.this.failed(failure, log));
            }
        });
    }

    private WireRequest encode(Credentials credentials, Duration offset) {
        WireRequest wire = options.protocol()
                .encode(
                        call,
                        options.target().hostHeader(),
                        credentials,
                        resources.clock().instant().plus(offset));
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}: attempt {}, {} at {}", call.name(), attempts + 1, wire, options.target());
        }
        return wire;
    }

    private void received(HttpResponse answer, Credentials used, String signature, Duration offset, WireLog log) {
        cancelWith(NO_OP);
        unanswered = null;
        skew.observe(answer.date());
        try {
            ApiResponse content = options.protocol().decode(call, answer.wire()).at(answer.date());
            requestId = content.requestId();
            if (log != null) {
                log.answered(answer, content);
            }
            succeed(content);
        } catch (ApiException refusal) {
            answer.discard();
            refusal.redact(Redaction.of(call, used, signature)::apply);
            if (log != null) {
                log.refused(answer, refusal);
            }
            failures.add(refusal);
            requestId = refusal.getRequestId();
            if (refusal instanceof ThrottledException) {
                throttled++;
            }
            refused(refusal, answer, used, offset);
        }
    }

    private void refused(ApiException refusal, HttpResponse answer, Credentials used, Duration offset) {
        if (!call.isRepeatable()) {
            fail(refusal);
            return;
        }
        boolean wrongTime = refusal.getKind() == ErrorCode.Kind.CLOCK;
        if (wrongTime && !clockCorrected && answer.date() != null && skew.learn(answer.date(), offset)) {
            clockCorrected = true;
            retry(refusal, 0, "with the server's time");
            return;
        }
        if (refusal.getKind() == ErrorCode.Kind.CREDENTIALS && !credentialsRenewed) {
            credentialsRenewed = true;
            renewCredentials(refusal, answer, used);
            return;
        }
        decide(refusal, retryAfter(refusal, answer));
    }

    /** A vendor's own word on the wait counts before that of HTTP, which something in between may have written. */
    private static Duration retryAfter(ApiException refusal, HttpResponse answer) {
        return refusal instanceof ThrottledException throttled && throttled.getRetryAfter() != null
                ? throttled.getRetryAfter()
                : answer.retryAfter();
    }

    private void renewCredentials(ApiException refusal, HttpResponse answer, Credentials used) {
        options.credentials()
                .renew(used)
                .whenComplete((fresh, problem) -> step(() -> {
                    if (problem != null) {
                        refusal.addSuppressed(unwrap(problem));
                    }
                    if (problem != null || fresh.signsLike(used)) {
                        decide(refusal, answer.retryAfter());
                        return;
                    }
                    retry(refusal, 0, "with fresh credentials");
                }));
    }

    private void failed(TransportException failure, WireLog log) {
        cancelWith(NO_OP);
        unanswered = null;
        if (log != null) {
            log.failed(failure);
        }
        if (failure.getCause() instanceof ClosedConnectionException && call.isRepeatable()) {
            // each one is out of the pool now, so this ends
            retry(failure, 0, "on another connection");
            return;
        }
        failures.add(failure);
        decide(failure, null);
    }

    private void decide(ApiException failure, Duration retryAfter) {
        RetryPolicy.Decision decision =
                policy.decide(failure, call.action().mutates(), retries, retryAfter, Duration.ofNanos(remaining()));
        if (!decision.retry() || !call.isRepeatable()) {
            LOG.debug("{}: no further attempt after {}: {}", call.name(), attempts, decision.reason());
            fail(failure);
            return;
        }
        retries++;
        retry(failure, decision.delay().toNanos(), decision.reason());
    }

    private void retry(ApiException failure, long wait, String reason) {
        LOG.debug(
                "{}: attempt {} failed, another one in {} ms, {}: {}",
                call.name(),
                attempts,
                wait / 1_000_000,
                reason,
                failure.getMessage());
        if (failure.isNotExecuted()) {
            request = null;
        }
        if (wait == 0) {
            obtainCredentials();
            return;
        }
        schedule(wait, this::obtainCredentials);
    }

    /**
     * The end of a call that succeeded, on the thread that received the answer: its slot is free already. Keeps nothing of what came over
     * the wire: it may be large, and routes take their time.
     */
    private void succeed(ApiResponse answer) {
        if (!future.isDone()) {
            end(null);
        }
        if (!future.complete(answer)) {
            FileBody.discard(answer.file());
        }
    }

    /** The end of a call that did not. */
    private void fail(Throwable problem) {
        if (problem instanceof ApiException failure) {
            failure.setAttempts(attempts);
            failures.stream().filter(earlier -> earlier != failure).forEach(earlier -> {
                withoutStackTrace(earlier);
                failure.addSuppressed(earlier);
            });
        }
        dispatch(() -> {
            try {
                end(problem);
            } finally {
                future.completeExceptionally(problem);
            }
        });
    }

    /** What an earlier attempt failed with is said in its message: where in the client it did would fill the log of each failed poll. */
    private static void withoutStackTrace(Throwable earlier) {
        for (Throwable cause = earlier; cause != null; cause = cause.getCause()) {
            cause.setStackTrace(new StackTraceElement[0]);
        }
    }

    /** The moment of {@code callTimeout}, by the ticker. */
    long deadline() {
        return deadline;
    }

    /** The call's time is over. Returns at once. */
    void expire() {
        dispatch(this::timeOut);
    }

    private void timeOut() {
        cutShort("no success within callTimeout=" + options.callTimeout() + " at " + options.target());
    }

    /** The component stops; whatever the call waits for does not come any more. */
    void stop() {
        cutShort("the component stopped before the call ended");
    }

    private void cutShort(String problem) {
        if (future.isDone()) {
            return;
        }
        OutgoingRequest last = request;
        boolean sent = last != null && last.mayHaveArrived();
        TransportException failure = new TransportException(call.name(), problem, 0, sent, null);
        WireLog log = unanswered;
        if (log != null) {
            log.failed(failure);
        }
        fail(failure);
    }

    private RuntimeException withoutCredentials(Throwable problem) {
        Throwable cause = unwrap(problem);
        if (cause instanceof InvalidRequestException) {
            return new InvalidRequestException(
                    call.name() + ": no credentials, nothing was sent: " + cause.getMessage(), cause);
        }
        if (cause instanceof CredentialsUnavailableException) {
            return new ApiException(call.name(), "no credentials, nothing was sent: " + cause.getMessage(), 0, cause);
        }
        // class only: we cannot know what a provider writes into its messages
        return new ApiException(
                call.name(),
                "no credentials, nothing was sent: the provider failed with "
                        + cause.getClass().getName(),
                0,
                cause);
    }

    private TransportException withoutPermit(int rate) {
        String problem = "too many calls are waiting: rateLimit=" + rate + "/s leaves no permit within callTimeout="
                + options.callTimeout() + ". Call less often, or raise callTimeout";
        return new TransportException(call.name(), problem, 0, false, null);
    }

    /**
     * Runs one step, unless the call is over. Whatever goes wrong in it ends the call: nobody waits for ever.
     *
     * @return whether it ran
     */
    private boolean step(Runnable step) {
        if (future.isDone()) {
            return false;
        }
        try {
            step.run();
        } catch (RejectedExecutionException e) {
            stop();
        } catch (Throwable e) {
            fail(e);
        }
        return true;
    }

    /** Goes on after a wait that holds no thread. */
    private void schedule(long nanos, Runnable next) {
        CompletableFuture<Void> wait = new CompletableFuture<>();
        cancelWith(() -> wait.cancel(false));
        Future<?> timer =
                resources.scheduler().schedule(() -> dispatch(() -> wait.complete(null)), nanos, TimeUnit.NANOSECONDS);
        wait.whenComplete((none, cancelled) -> {
            timer.cancel(false);
            if (cancelled == null) {
                step(next);
            }
        });
    }

    private void dispatch(Runnable task) {
        try {
            resources.executor().execute(task);
        } catch (RejectedExecutionException e) {
            // shut down: the caller still has to hear of it
            task.run();
        }
    }

    /** Says how to stop what is under way, and stops it if the call ended in between. */
    private void cancelWith(Runnable cancel) {
        underWay = cancel;
        if (future.isDone()) {
            cancel.run();
        }
    }

    /** Nanoseconds until {@link #deadline}; negative after it. */
    long remaining() {
        return deadline - resources.ticker().getAsLong();
    }

    private static Throwable unwrap(Throwable problem) {
        return problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
    }
}

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

import io.github.camelvideo.protocol.ApiException;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Decides after a failed attempt whether there is another one, and when.
 *
 * <p>Back-off is exponential with full jitter: a random part of 200 ms, 400 ms, 800 ms and so on up to 10 s, so that clients refused
 * together do not come back together.
 *
 * @param maxRetries attempts after the first one
 * @param random numbers of [0, 1)
 */
record RetryPolicy(int maxRetries, DoubleSupplier random) {

    private static final Duration BASE = Duration.ofMillis(200);
    private static final Duration CAP = Duration.ofSeconds(10);

    /** A server that asks for more patience than this is asked again after this. */
    private static final Duration RETRY_AFTER_CAP = Duration.ofSeconds(30);

    /**
     * @param failure how the attempt failed
     * @param mutates whether the action changes something
     * @param retries attempts after the first one so far
     * @param retryAfter how long the server asked to wait, or null
     * @param remaining time left of the call timeout
     */
    Decision decide(ApiException failure, boolean mutates, int retries, Duration retryAfter, Duration remaining) {
        if (!failure.isRetryable()) {
            return Decision.stop("sending it again will not help");
        }
        if (mutates && !failure.isNotExecuted()) {
            return Decision.stop("the action changes something and may have been executed");
        }
        if (retries >= maxRetries) {
            return Decision.stop("no attempts left, maxRetries=" + maxRetries);
        }
        Duration delay = delay(retries, retryAfter);
        // better to fail now than to wait for a time-out that is certain
        if (delay.compareTo(remaining) >= 0) {
            return Decision.stop("the wait of " + delay.toMillis() + " ms would exceed callTimeout");
        }
        return new Decision(true, delay, retryAfter == null ? "back-off" : "as long as the server asked");
    }

    private Duration delay(int retries, Duration retryAfter) {
        // the shift is bounded so that it cannot overflow
        long ceiling = Math.min(CAP.toNanos(), BASE.toNanos() << Math.min(retries, 20));
        Duration backOff = Duration.ofNanos((long) (ceiling * random.getAsDouble()));
        if (retryAfter == null) {
            return backOff;
        }
        Duration asked = retryAfter.compareTo(RETRY_AFTER_CAP) > 0 ? RETRY_AFTER_CAP : retryAfter;
        return asked.compareTo(backOff) > 0 ? asked : backOff;
    }

    /**
     * @param retry whether there is another attempt
     * @param delay how long to wait before
     * @param reason why, for the log
     */
    record Decision(boolean retry, Duration delay, String reason) {

        static Decision stop(String reason) {
            return new Decision(false, Duration.ZERO, reason);
        }
    }
}

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
package io.github.camelvideo.simulator;

import java.time.Duration;
import java.util.Objects;

/**
 * When a fault strikes: {@code FaultPlan.of(Fault.HTTP_500).on("DescribeWarnings").after(2).times(3)} breaks the third,
 * fourth and fifth request for that action.
 *
 * @param action the only action it strikes, or null for any
 * @param skipped matching requests that pass before
 * @param count how many are struck
 * @param pause between the ten pieces of {@link Fault#SLOW_BODY}
 * @param retryAfter delay announced by {@link Fault#HTTP_503_RETRY_AFTER}
 */
public record FaultPlan(Fault fault, String action, int skipped, int count, Duration pause, Duration retryAfter) {

    public FaultPlan {
        Objects.requireNonNull(fault, "fault");
        if (skipped < 0 || count < 1) {
            throw new IllegalArgumentException(
                    "after must be at least 0 and times at least 1, not " + skipped + " and " + count);
        }
    }

    /** The next request for any action; pauses of 100 ms, {@code Retry-After: 1}. */
    public static FaultPlan of(Fault fault) {
        return new FaultPlan(fault, null, 0, 1, Duration.ofMillis(100), Duration.ofSeconds(1));
    }

    /** The same for one action only. */
    public FaultPlan on(String newAction) {
        return new FaultPlan(fault, newAction, skipped, count, pause, retryAfter);
    }

    /** The same after so many further matching requests. */
    public FaultPlan after(int requests) {
        return new FaultPlan(fault, action, requests, count, pause, retryAfter);
    }

    /** The same so many times in a row. */
    public FaultPlan times(int requests) {
        return new FaultPlan(fault, action, skipped, requests, pause, retryAfter);
    }

    /** The same with other pauses between pieces of a body. */
    public FaultPlan pause(Duration newPause) {
        return new FaultPlan(fault, action, skipped, count, newPause, retryAfter);
    }

    /** The same with another {@code Retry-After}, in whole seconds. */
    public FaultPlan retryAfter(Duration newRetryAfter) {
        return new FaultPlan(fault, action, skipped, count, pause, newRetryAfter);
    }
}

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

import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Which callbacks a fault strikes: {@code CallbackFaultPlan.of(CallbackFault.DROP).every(5)} drops each fifth from now on. Immutable.
 *
 * @param fault what goes wrong
 * @param when callbacks that count; the others pass
 * @param nth of those that count, each nth is struck
 * @param share of those, this share is struck, from 0 to 1; the simulator's seed decides
 * @param count how many are struck at most
 * @param least least delay
 * @param most greatest delay; between both, the seed decides
 */
public record CallbackFaultPlan(
        CallbackFault fault,
        Predicate<Callback> when,
        int nth,
        double share,
        int count,
        Duration least,
        Duration most) {

    public CallbackFaultPlan {
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(when, "when");
        if (nth < 1 || count < 1) {
            throw new IllegalArgumentException("every=" + nth + ", times=" + count + ": must be at least 1.");
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share=" + share + ": must be from 0 to 1.");
        }
        if (least.isNegative() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException("by=" + least + " to " + most + ": must be 0 or more, the least first.");
        }
    }

    /** Every callback from now on; {@link CallbackFault#DELAY} and {@link CallbackFault#REORDER} by a minute. */
    public static CallbackFaultPlan of(CallbackFault fault) {
        boolean isAtOnce = fault == CallbackFault.DUPLICATE;
        Duration by = isAtOnce ? Duration.ZERO : Duration.ofMinutes(1);
        return new CallbackFaultPlan(fault, callback -> true, 1, 1, Integer.MAX_VALUE, by, by);
    }

    /** The same for each nth callback: with 5, the fifth, the tenth, and so on. */
    public CallbackFaultPlan every(int newNth) {
        return new CallbackFaultPlan(fault, when, newNth, share, count, least, most);
    }

    /** The same for a random share of the callbacks. */
    public CallbackFaultPlan share(double newShare) {
        return new CallbackFaultPlan(fault, when, nth, newShare, count, least, most);
    }

    /** The same for callbacks that fulfil a condition. It must be quick and must not use the simulator. */
    public CallbackFaultPlan when(Predicate<Callback> condition) {
        return new CallbackFaultPlan(fault, condition, nth, share, count, least, most);
    }

    /** The same for so many callbacks at most. */
    public CallbackFaultPlan times(int callbacks) {
        return new CallbackFaultPlan(fault, when, nth, share, callbacks, least, most);
    }

    /** The same with another delay. */
    public CallbackFaultPlan by(Duration delay) {
        return between(delay, delay);
    }

    /** The same with a random delay. */
    public CallbackFaultPlan between(Duration newLeast, Duration newMost) {
        return new CallbackFaultPlan(fault, when, nth, share, count, newLeast, newMost);
    }
}

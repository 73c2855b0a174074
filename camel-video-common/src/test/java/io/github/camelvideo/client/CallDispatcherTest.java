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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallDispatcherTest {

    private static final long FOREVER = Long.MAX_VALUE;

    private long now;
    private final List<Runnable> timers = new ArrayList<>();
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1) {
        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            timers.add(task);
            return new Never();
        }
    };
    private final CallDispatcher dispatcher =
            new CallDispatcher(new RateLimiters(() -> now), new RateShare(), scheduler, Runnable::run);
    private final HostSlots slots = new HostSlots(2);
    private final List<String> left = new ArrayList<>();

    @AfterEach
    void shutDown() {
        scheduler.shutdownNow();
    }

    @Test
    void callsLeaveWhileThereAreSlotsAndTheOthersWhenOneIsFreeInOrder() {
        CallDispatcher.Departure first = unlimited("1");
        unlimited("2");
        CallDispatcher.Departure third = unlimited("3");
        unlimited("4");
        assertThat(left).containsExactly("1", "2");

        first.end();
        assertThat(left).containsExactly("1", "2", "3");
        third.end();
        third.end();
        assertThat(left).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aCallThatEndsWhileItWaitsDoesNotLeaveAndHoldsUpNobody() {
        CallDispatcher.Departure first = unlimited("1");
        unlimited("2");
        CallDispatcher.Departure given = unlimited("given up");
        unlimited("4");

        given.end();
        first.end();

        assertThat(left).containsExactly("1", "2", "4");
    }

    @Test
    void lanesTakeTurnsAndOneWithoutPermitsLeavesItsTurnToOthers() {
        CallDispatcher.Departure one = limited("a1", "A", 1);
        CallDispatcher.Departure two = unlimited("u1");
        limited("a2", "A", 1);
        limited("b1", "B", 1);
        limited("b2", "B", 1);
        unlimited("u2");
        one.written();

        one.end();
        two.end();

        assertThat(left).containsExactly("a1", "u1", "b1", "u2");
    }

    @Test
    void callsWithoutAPermitShareOneTimerALaneAndLeaveWhenItComes() {
        HostSlots many = new HostSlots(1_000);
        for (int i = 0; i < 100; i++) {
            CallDispatcher.Departure call = departure("a" + i, "A", 10, many);
            call.request(FOREVER);
            call.written();
        }
        assertThat(left).hasSize(10);
        assertThat(timers).hasSize(1);

        now += SlidingWindowLimiter.PERIOD;
        timers.remove(0).run();

        assertThat(left).hasSize(20);
        assertThat(timers).hasSize(1);
    }

    @Test
    void aCallThatWasNotWrittenGivesItsPermitBack() {
        CallDispatcher.Departure first = limited("1", "A", 1);
        limited("2", "A", 1);

        first.end();
        timers.remove(0).run();

        assertThat(left).containsExactly("1", "2");
    }

    @Test
    void aCallDoesNotWaitForAPermitThatComesTooLate() {
        limited("1", "A", 1).written();

        assertThat(departure("2", "A", 1, slots).request(SlidingWindowLimiter.PERIOD - 1))
                .isFalse();
        assertThat(departure("3", "A", 1, slots).request(SlidingWindowLimiter.PERIOD))
                .isTrue();
    }

    private CallDispatcher.Departure unlimited(String name) {
        CallDispatcher.Departure call = dispatcher.departure(null, slots, leaving -> left.add(name));
        call.request(FOREVER);
        return call;
    }

    private CallDispatcher.Departure limited(String name, String action, int rate) {
        CallDispatcher.Departure call = departure(name, action, rate, slots);
        call.request(FOREVER);
        return call;
    }

    private CallDispatcher.Departure departure(String name, String action, int rate, HostSlots host) {
        RateLimiters.Key key =
                new RateLimiters.Key(BaseUrl.of("https://a.example.com", false), "account", action, null, rate);
        return dispatcher.departure(key, host, leaving -> left.add(name));
    }

    /** A timer that the test fires itself. */
    private static final class Never extends java.util.concurrent.CompletableFuture<Object>
            implements ScheduledFuture<Object> {

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }
    }
}

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
package io.github.camelvideo.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.ManualClock;
import io.github.camelvideo.protocol.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class CachedCredentialsTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private int fetches;
    private RuntimeException outage;
    private Duration life = Duration.ofHours(1);

    private final CachedCredentials source = new CachedCredentials(this::fetch, tasks::add, clock);

    private Credentials fetch() {
        fetches++;
        if (outage != null) {
            throw outage;
        }
        return new Credentials(
                "key-" + fetches, "secret", "token", clock.instant().plus(life));
    }

    @Test
    void asksTheProviderOnceForAllThatWait() {
        CompletableFuture<Credentials> one = source.current();
        CompletableFuture<Credentials> two = source.current();
        assertThat(one).isNotDone();
        assertThat(tasks).hasSize(1);

        work();

        assertThat(one.join().id()).isEqualTo("key-1");
        assertThat(two.join().id()).isEqualTo("key-1");
        assertThat(fetches).isEqualTo(1);
    }

    @Test
    void oneThatNoLongerWaitsDoesNotDisturbTheOthers() {
        CompletableFuture<Credentials> impatient = source.current();
        CompletableFuture<Credentials> patient = source.current();

        impatient.cancel(false);
        work();

        assertThat(patient.join().id()).isEqualTo("key-1");
    }

    @Test
    void keepsWhatItHasUntilFiveMinutesBeforeItsEnd() {
        fill();

        clock.advance(Duration.ofMinutes(55).minusMillis(1));

        assertThat(source.current().join().id()).isEqualTo("key-1");
        assertThat(tasks).isEmpty();
    }

    @Test
    void refreshesAheadWithoutLettingCallsWait() {
        fill();
        clock.advance(Duration.ofMinutes(55));

        assertThat(source.current().join().id()).isEqualTo("key-1");
        assertThat(source.current().join().id()).isEqualTo("key-1");
        assertThat(tasks).hasSize(1);
        work();

        assertThat(source.current().join().id()).isEqualTo("key-2");
    }

    @Test
    void letsCallsWaitOnceTheyAreExpired() {
        fill();
        clock.advance(Duration.ofHours(1));

        CompletableFuture<Credentials> waiting = source.current();
        assertThat(waiting).isNotDone();
        work();

        assertThat(waiting.join().id()).isEqualTo("key-2");
    }

    @Test
    void credentialsWithoutAnEndAreKept() {
        CachedCredentials longTerm =
                new CachedCredentials(() -> new Credentials("long-" + ++fetches, "secret"), Runnable::run, clock);
        longTerm.current().join();

        clock.advance(Duration.ofDays(9999));

        assertThat(longTerm.current().join().id()).isEqualTo("long-1");
    }

    @Test
    void aFailedRefreshKeepsTheOldOnesAndPauses() {
        fill();
        clock.advance(Duration.ofMinutes(56));
        outage = new IllegalStateException("down");
        source.current();
        work();

        assertThat(source.current().join().id()).isEqualTo("key-1");
        assertThat(tasks).isEmpty();

        // tried again after the pause
        outage = null;
        clock.advance(Duration.ofSeconds(10));
        source.current();
        work();
        assertThat(source.current().join().id()).isEqualTo("key-3");
    }

    @Test
    void aFailureWithoutAnyCredentialsReachesAllThatWaitAndIsNotKept() {
        outage = new IllegalStateException("down");
        CompletableFuture<Credentials> one = source.current();
        CompletableFuture<Credentials> two = source.current();
        work();

        assertThatThrownBy(one::join).isInstanceOf(CompletionException.class).hasCause(outage);
        assertThatThrownBy(two::join).hasCause(outage);

        outage = null;
        CompletableFuture<Credentials> next = source.current();
        work();
        assertThat(next.join().id()).isEqualTo("key-2");
    }

    @Test
    void aProviderThatGivesNothingFails() {
        CachedCredentials nothing = new CachedCredentials(() -> null, Runnable::run, clock);

        assertThatThrownBy(() -> nothing.current().join()).hasMessageContaining("returned null");
    }

    @Test
    void aShutDownExecutorFailsTheCall() {
        CachedCredentials late = new CachedCredentials(
                this::fetch,
                task -> {
                    throw new RejectedExecutionException("shut down");
                },
                clock);

        assertThatThrownBy(() -> late.current().join()).hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void credentialsShorterThanTheHeadStartAreNotFetchedAtEachCall() {
        life = Duration.ofMinutes(1);
        fill();

        source.current();
        source.current();

        assertThat(tasks).isEmpty();
    }

    @Test
    void refusedOnesAreReplaced() {
        Credentials refused = fill();
        clock.advance(Duration.ofSeconds(10));

        CompletableFuture<Credentials> fresh = source.renew(refused);
        work();

        assertThat(fresh.join().id()).isEqualTo("key-2");
        assertThat(source.current().join().id()).isEqualTo("key-2");
    }

    @Test
    void refusedOnesThatWereReplacedMeanwhileAreNotFetchedAgain() {
        Credentials refused = fill();
        clock.advance(Duration.ofSeconds(10));
        source.renew(refused);
        work();

        assertThat(source.renew(refused).join().id()).isEqualTo("key-2");
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void onesThatAreRevokedAtOnceAreReplacedAtOnce() {
        Credentials revoked = fill();

        CompletableFuture<Credentials> fresh = source.renew(revoked);
        work();

        assertThat(fresh.join().id()).isEqualTo("key-2");
    }

    @Test
    void freshOnesThatAreRefusedTooDoNotCauseAFetchPerCall() {
        Credentials revoked = fill();
        CompletableFuture<Credentials> fresh = source.renew(revoked);
        work();

        assertThat(source.renew(fresh.join()).join()).isEqualTo(fresh.join());
        assertThat(fetches).isEqualTo(2);
        clock.advance(Duration.ofSeconds(10));
        source.renew(fresh.join());
        work();
        assertThat(fetches).isEqualTo(3);
    }

    private Credentials fill() {
        CompletableFuture<Credentials> first = source.current();
        work();
        return first.join();
    }

    private void work() {
        while (!tasks.isEmpty()) {
            tasks.poll().run();
        }
    }
}

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

import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.request.InvalidRequestException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a {@link CredentialsProvider} gives and asks again shortly before it expires, or when it was refused.
 *
 * <p>The provider is asked by one thread of the executor at a time, however many calls want credentials. Calls wait only while
 * there are none that are still valid; otherwise they go on with those while fresh ones are fetched. A failed refresh keeps them too.
 * All methods are short; the lock is never held while the provider works.
 */
public final class CachedCredentials implements AsyncCredentials {

    private static final Logger LOG = LoggerFactory.getLogger(CachedCredentials.class);

    /** How long before their end credentials are replaced. */
    private static final Duration REFRESH_BEFORE_EXPIRY = Duration.ofMinutes(5);

    /**
     * Time between two fetches while the present credentials are usable: neither a failing provider, nor one that gives
     * short-lived credentials, nor a missing permission may turn every call into a fetch.
     */
    private static final Duration MIN_REFRESH_INTERVAL = Duration.ofSeconds(10);

    private final CredentialsProvider provider;
    private final Executor executor;
    private final Clock clock;

    private final Object lock = new Object();
    private Credentials credentials;
    private Instant fetched = Instant.MIN;
    private Instant renewed = Instant.MIN;
    private CompletableFuture<Credentials> fetching;

    public CachedCredentials(CredentialsProvider provider, Executor executor, Clock clock) {
        this.provider = provider;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Credentials> current() {
        Instant now = clock.instant();
        CompletableFuture<Credentials> answer;
        CompletableFuture<Credentials> begun = null;
        synchronized (lock) {
            boolean valid = credentials != null && !isPast(credentials.expires(), now);
            boolean due = !valid
                    || isPast(credentials.expires(), now.plus(REFRESH_BEFORE_EXPIRY)) && isIntervalOver(fetched, now);
            if (due && fetching == null) {
                begun = begin(now);
            }
            answer = valid ? CompletableFuture.completedFuture(credentials) : fetching.copy();
        }
        run(begun);
        return answer;
    }

    @Override
    public CompletableFuture<Credentials> renew(Credentials refused) {
        Instant now = clock.instant();
        CompletableFuture<Credentials> answer;
        CompletableFuture<Credentials> begun = null;
        synchronized (lock) {
            // another call was refused before and has brought fresh ones
            boolean replaced = credentials != null && !credentials.signsLike(refused);
            // a key may be revoked at once after its fetch, so renewals are counted apart
            if (fetching == null && (replaced || !isIntervalOver(renewed, now))) {
                return CompletableFuture.completedFuture(replaced ? credentials : refused);
            }
            if (fetching == null) {
                renewed = now;
                begun = begin(now);
            }
            answer = fetching.copy();
        }
        run(begun);
        return answer;
    }

    private static boolean isPast(Instant end, Instant now) {
        return end != null && !now.isBefore(end);
    }

    private static boolean isIntervalOver(Instant since, Instant now) {
        return since.equals(Instant.MIN) || !now.isBefore(since.plus(MIN_REFRESH_INTERVAL));
    }

    private CompletableFuture<Credentials> begin(Instant now) {
        fetched = now;
        fetching = new CompletableFuture<>();
        return fetching;
    }

    private void run(CompletableFuture<Credentials> begun) {
        if (begun == null) {
            return;
        }
        try {
            executor.execute(() -> fetch(begun));
        } catch (RejectedExecutionException e) {
            failed(begun, e);
        }
    }

    private void fetch(CompletableFuture<Credentials> begun) {
        try {
            Credentials fresh = provider.credentials();
            if (fresh == null) {
                throw new IllegalStateException(
                        "The credentials provider returned null. It must return credentials or throw an exception.");
            }
            synchronized (lock) {
                credentials = fresh;
                fetching = null;
            }
            LOG.debug("Took over {}", fresh);
            begun.complete(fresh);
        } catch (Throwable e) {
            // whatever it is: calls are waiting
            failed(begun, e);
        }
    }

    private void failed(CompletableFuture<Credentials> begun, Throwable problem) {
        Credentials kept;
        synchronized (lock) {
            fetching = null;
            kept = credentials != null && !isPast(credentials.expires(), clock.instant()) ? credentials : null;
        }
        if (kept == null) {
            begun.completeExceptionally(problem);
            return;
        }
        LOG.warn(
                "Credentials cannot be renewed: {}. Calls continue with {}. The next attempt is in {} s at the earliest.",
                description(problem),
                kept,
                MIN_REFRESH_INTERVAL.toSeconds());
        begun.complete(kept);
    }

    /** Messages are shown of exceptions that promise to name no secret; of others we cannot know what they quote. */
    private static String description(Throwable problem) {
        boolean shown =
                problem instanceof InvalidRequestException || problem instanceof CredentialsUnavailableException;
        return problem.getClass().getName() + (shown ? " (" + problem.getMessage() + ")" : "");
    }
}

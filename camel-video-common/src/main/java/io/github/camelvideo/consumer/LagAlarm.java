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
package io.github.camelvideo.consumer;

import io.github.camelvideo.binding.EndpointBinding;
import io.github.camelvideo.feed.position.PositionRepository;
import io.github.camelvideo.request.InvalidRequestException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The option {@code lagAlarm} of an endpoint: checked when the endpoint starts, and judged by {@link LagCheck} while a route consumes the
 * endpoint, whether this process polls or another one. Immutable but for its checks, for any thread.
 */
public final class LagAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(LagAlarm.class);

    /** What is stored may be older by a third of the alarm, what is read of it by a tenth, and a poll may take its time. */
    private static final int TIMES_NORMAL = 2;

    private final Endpoint endpoint;
    private final EndpointBinding binding;
    private final Duration limit;
    private final Clock clock;
    private final StoredLag stored;
    private final Instant since;
    private final Map<String, LagCheck> checks = new ConcurrentHashMap<>();

    private LagAlarm(Endpoint endpoint, EndpointBinding binding, Duration limit, Clock clock, StoredLag stored) {
        this.endpoint = endpoint;
        this.binding = binding;
        this.limit = limit;
        this.clock = clock;
        this.stored = stored;
        this.since = clock.instant();
    }

    /**
     * The alarm of an endpoint that starts. Starts the repository of its position, which only a consumer would do otherwise.
     *
     * @param delay time between two polls; zero where it is not known
     * @param clock this machine's clock
     * @throws IllegalArgumentException when the option does not fit the feed, naming the remedy
     */
    public static LagAlarm of(
            Endpoint endpoint, EndpointBinding binding, ConsumerOptions options, Duration delay, Clock clock) {
        Duration limit = options.feed().lagAlarm();
        String option = binding.name() + ": lagAlarm=" + limit;
        if (options.callbacks() != null && !options.callbacks().delivers()) {
            throw new InvalidRequestException(option
                    + ": this endpoint has storeOnly=true and delivers nothing. Set lagAlarm where the feed runs.");
        }
        FeedOpener opener = new FeedOpener(binding, options, clock, task -> {
            throw new RejectedExecutionException(binding.name() + ": a health check reads no lists");
        });
        requireSensible(option, limit, opener.normalLag(), delay);
        return new LagAlarm(endpoint, binding, limit, clock, stored(endpoint, option, options, opener, clock));
    }

    private static void requireSensible(String option, Duration limit, Duration normalLag, Duration delay) {
        Duration least = normalLag.plus(delay).plus(delay).multipliedBy(TIMES_NORMAL);
        if (limit.isNegative() || limit.isZero() || limit.compareTo(least) < 0) {
            Duration rounded = least.getNano() == 0 && !least.isZero()
                    ? least
                    : least.minusNanos(least.getNano()).plusSeconds(1);
            throw new InvalidRequestException(option + ": must be at least " + rounded
                    + ", or a feed that works would be reported. The feed is up to " + normalLag
                    + " behind after a poll (its gracePeriod and, for series, one bucket), and delay=" + delay + ".");
        }
    }

    /** Null where a process sees only positions of its own. */
    private static StoredLag stored(
            Endpoint endpoint, String option, ConsumerOptions options, FeedOpener opener, Clock clock) {
        StateRepository<String, String> repository = options.offsetRepository();
        if (repository == null || isOfThisProcess(repository)) {
            LOG.info(
                    "{}: the lag is judged only while this process polls, because {}. To be told when no process polls, set offsetRepository"
                            + " to one that all nodes share, such as JdbcOffsetRepository or FileOffsetRepository.",
                    option,
                    repository == null
                            ? "no offsetRepository is set"
                            : repository.getClass().getSimpleName() + " does not show what other processes store");
            return null;
        }
        try {
            if (!ServiceHelper.isStarted(repository)) {
                endpoint.getCamelContext().addService(repository, true, true);
            }
        } catch (Exception e) {
            throw new InvalidRequestException(
                    option + ": the offsetRepository cannot be started: " + e.getMessage(), e);
        }
        StoredLag lag = new StoredLag(
                options.positions(), opener.positionName(), options.feed().lagAlarm(), clock);
        lag.requireReadable(option);
        return lag;
    }

    /** Camel's own repositories keep what they have read, or written, in memory. */
    private static boolean isOfThisProcess(StateRepository<String, String> repository) {
        boolean isLocal = repository instanceof MemoryStateRepository || repository instanceof FileStateRepository;
        return isLocal && !(repository instanceof PositionRepository);
    }

    /** The check for a route; the same each time. */
    HealthCheck check(Route route) {
        return checks.computeIfAbsent(route.getRouteId(), id -> new LagCheck(this, route));
    }

    Endpoint endpoint() {
        return endpoint;
    }

    EndpointBinding binding() {
        return binding;
    }

    Duration limit() {
        return limit;
    }

    Clock clock() {
        return clock;
    }

    /** When the endpoint was started first, by this machine's clock. */
    Instant since() {
        return since;
    }

    /** What is stored of the position; null where a process sees only positions of its own. */
    StoredLag stored() {
        return stored;
    }
}

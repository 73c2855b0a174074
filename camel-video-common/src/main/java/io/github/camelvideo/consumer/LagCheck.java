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

import io.github.camelvideo.feed.FeedStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Route;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * Is DOWN while a feed is further behind the vendor's present than {@code lagAlarm} allows, whoever polls it: this process, another one,
 * or nobody. While this process polls, the running feed tells the lag, otherwise what is stored of its position; a feed that nobody has ever
 * read lags since this process started. Of many partitions, the one furthest behind counts, apart from those of which the vendor says that nothing
 * can be read.
 *
 * <p>Part of the health as a whole, and neither of readiness nor of liveness: to restart a process does not bring back a leader that is
 * elsewhere, and no pod could become the leader if none were ready. Called by whoever asks for health.
 */
final class LagCheck implements HealthCheck {

    private final LagAlarm alarm;
    private final Route route;
    private volatile boolean enabled = true;

    LagCheck(LagAlarm alarm, Route route) {
        this.alarm = alarm;
        this.route = route;
    }

    @Override
    public String getId() {
        return "feed:" + route.getRouteId();
    }

    @Override
    public String getGroup() {
        return "camel-video";
    }

    /** Not: a cluster service may elect leaders among pods that are ready, and there would be none any more. */
    @Override
    public boolean isReadiness() {
        return false;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public Result call(Map<String, Object> options) {
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this).up();
        if (!enabled) {
            return result.unknown()
                    .message("Disabled")
                    .detail(CHECK_ENABLED, false)
                    .build();
        }
        result.detail("route.id", route.getRouteId());
        result.detail("feed.lagAlarm", alarm.limit().toString());
        FeedConsumer running = RunningFeeds.of(route.getCamelContext()).of(alarm.endpoint());
        result.detail("feed.polledHere", running != null);
        if (running != null) {
            judgeRunning(result, running, options);
        } else if (alarm.stored() == null) {
            result.message("This process does not poll the feed, and the position is not shared with others.");
        } else {
            judgeStored(result, alarm.stored().current());
        }
        return result.build();
    }

    private void judgeRunning(HealthCheckResultBuilder result, FeedConsumer running, Map<String, Object> options) {
        if (route.getConsumer() != running && running.getHealthCheck() != null) {
            // behind master: Camel does not see the consumer and its check
            Result own = running.getHealthCheck().call(options);
            result.state(own.getState())
                    .message(own.getMessage().orElse(null))
                    .error(own.getError().orElse(null))
                    .details(own.getDetails());
        }
        FeedStatus status = running.status();
        Duration lag = lag(result, status.readUpTo());
        if (result.state() != State.DOWN && isTooLong(lag)) {
            String behind = status.partitions() == null || status.partitions().oldest() == null
                    ? ""
                    : " The partition furthest behind is " + status.partitions().oldest() + ".";
            result.down()
                    .message(wasRead(status.readUpTo(), lag) + behind
                            + " This process polls it. Check whether polls fail, or wait for exchanges of the route.");
        }
    }

    private void judgeStored(HealthCheckResultBuilder result, StoredLag.Reading stored) {
        Duration lag = lag(result, stored.readUpTo());
        result.detail("feed.position", alarm.stored().feed());
        if (stored.holder() != null) {
            result.detail("feed.holder", stored.holder());
        }
        if (isTooLong(lag)) {
            result.down().message(wasRead(stored.readUpTo(), lag) + " " + whoPolls(stored));
        } else if (stored.problem() != null) {
            result.unknown()
                    .message("This process does not poll " + alarm.binding().name()
                            + ", and the position that tells whether another one does cannot be read: "
                            + stored.problem().getMessage());
        }
        result.error(stored.problem());
    }

    private Duration lag(HealthCheckResultBuilder result, Instant readUpTo) {
        // a time of the vendor's, or none: then both are of this machine
        Duration lag = readUpTo == null
                ? Duration.between(alarm.since(), alarm.clock().instant())
                : Duration.between(readUpTo, alarm.binding().client().clock().now());
        if (readUpTo != null) {
            result.detail("feed.readUpTo", readUpTo.toString());
            result.detail("feed.lag", lag.toString());
        }
        return lag;
    }

    private boolean isTooLong(Duration lag) {
        return lag.compareTo(alarm.limit()) > 0;
    }

    private String wasRead(Instant readUpTo, Duration lag) {
        String feed = alarm.binding().name();
        return readUpTo == null
                ? feed + " has not been read since this process started, " + lag + " ago; lagAlarm=" + alarm.limit()
                        + "."
                : feed + " was read up to " + readUpTo + " only, " + lag + " ago; lagAlarm=" + alarm.limit() + ".";
    }

    private String whoPolls(StoredLag.Reading stored) {
        String position = "'" + alarm.stored().feed() + "'";
        String cluster =
                " With master:, check who holds the lock or lease of the cluster, and delete it if the holder is gone.";
        if (stored.problem() != null) {
            return "This process does not poll it, and the position " + position + " cannot be read any more: "
                    + stored.problem().getMessage();
        }
        return stored.holder() == null
                ? "This process does not poll it, and no process is known to have the position " + position
                        + " open. Start its route on one node." + cluster
                : "This process does not poll it; " + stored.holder() + " has the position " + position
                        + " open. Check whether that process is alive and its polls succeed." + cluster;
    }
}

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
package io.github.camelvideo.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feeds of the values listed, and of those gone whose items are still on their way. See {@link Roster} for what becomes of the
 * positions of the others.
 *
 * <p>Renewed by the polling thread; asked by any.
 */
final class ListedValues {

    private static final Logger LOG = LoggerFactory.getLogger(ListedValues.class);

    private final String name;
    private final ForEach forEach;
    private final LogFeeds feeds;
    private final ValuePositions positions;
    private final Clock clock;
    private final Map<String, ValueFeed> values = new ConcurrentHashMap<>();
    private Roster roster;
    private boolean rosterChanged;

    /** Counts of the feeds that were dropped. */
    private volatile FeedStatus dropped = new StatusSum().status(0);

    ListedValues(String name, ForEach forEach, LogFeeds feeds, ValuePositions positions, Clock clock) {
        this.name = name;
        this.forEach = forEach;
        this.feeds = feeds;
        this.positions = positions;
        this.clock = clock;
    }

    /** @throws IllegalStateException when what is stored cannot be read */
    void start() {
        roster = positions.loadRoster();
    }

    /** How many were listed last. */
    int count() {
        if (roster == null) {
            throw new IllegalStateException(name + ": the feed is not started. Call start() first.");
        }
        return roster.listed().size();
    }

    /** Reads the list again, and begins and ends feeds accordingly. */
    Set<String> renew() {
        Set<String> listed = forEach.values().read();
        Instant now = clock.instant();
        forgetExpired(now);
        if (roster.update(listed, now)) {
            rosterChanged = true;
            LOG.info("{}: runs for {} values of {}", name, listed.size(), forEach.parameter());
        }
        if (rosterChanged) {
            // where this fails, the poll does, and the next one stores it
            positions.save(roster);
            rosterChanged = false;
        }
        listed.forEach(value -> take(value, now));
        values.values().forEach(feed -> leave(feed, listed));
        return listed;
    }

    private void forgetExpired(Instant now) {
        List<String> expired = roster.expired(now, forEach.keep(), values::containsKey);
        for (String value : expired) {
            positions.forget(value);
            roster.forget(value);
            rosterChanged = true;
        }
        if (!expired.isEmpty()) {
            LOG.info("{}: the positions of {} values gone for {} are forgotten", name, expired.size(), forEach.keep());
        }
    }

    private void take(String value, Instant now) {
        ValueFeed known = values.get(value);
        if (known != null) {
            known.setGone(false);
            return;
        }
        String called = name + " for " + forEach.parameter() + "=" + value;
        values.put(
                value,
                new ValueFeed(
                        value,
                        () -> feeds.open(
                                called, value, now, forEach.parameters().apply(value), positions.of(value))));
    }

    private void leave(ValueFeed feed, Set<String> listed) {
        if (!listed.contains(feed.value())) {
            feed.setGone(true);
            if (!feed.isInUse()) {
                values.remove(feed.value());
                FeedStatus last = feed.status();
                if (last != null) {
                    dropped = new StatusSum()
                            .addCounts(dropped)
                            .addCounts(StatusSum.ended(last))
                            .status(0);
                }
            }
        }
    }

    /** The feed of a value that is listed, or of an item in flight: a value is not dropped before all of them have ended. */
    ValueFeed get(String value) {
        return values.get(value);
    }

    Collection<ValueFeed> all() {
        return values.values();
    }

    FeedStatus status(int failing) {
        StatusSum sum = new StatusSum().addCounts(dropped);
        for (ValueFeed feed : values.values()) {
            if (feed.isGone()) {
                sum.addCounts(feed.status());
            } else {
                sum.add(feed.value(), feed.status());
            }
        }
        return sum.status(failing);
    }
}

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
package io.github.camelvideo.feed.delivery;

import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.Origin;
import io.github.camelvideo.feed.read.EventKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds the twin of an event where the list and a callback date it a little differently. An event of one origin is the twin of one event of
 * the other at most: two events of the same origin are never taken for one, however close they are.
 *
 * <p>Which events have no twin yet is remembered beside them, by a mark of their origin and key. Not thread-safe.
 */
final class TwinPairs {

    private static final String POLLED = "polled:";
    private static final String OFFERED = "offered:";

    private final Duration within;

    /** The twins of events that are not done, by the keys of these. */
    private final Map<String, String> underWay = new HashMap<>();

    TwinPairs(Duration within) {
        this.within = within;
    }

    /** What remembers that an event of an origin is done and has no twin. */
    String mark(FeedItem item) {
        return mark(item.origin() == Origin.POLL, item.key());
    }

    private static String mark(boolean isPolled, String key) {
        return (isPolled ? POLLED : OFFERED) + key;
    }

    /** What may remember an event of the same time that came on the other way. */
    String markOfOther(FeedItem item) {
        return mark(item.origin() != Origin.POLL, item.key());
    }

    /**
     * The mark of the nearest event of the other origin that is done and has no twin, or null.
     *
     * @param isKnown whether a mark is remembered
     */
    String markOfTwin(FeedItem item, Predicate<String> isKnown) {
        for (String key : EventKey.near(item.key(), within)) {
            String mark = mark(item.origin() != Origin.POLL, key);
            if (isKnown.test(mark)) {
                return mark;
            }
        }
        return null;
    }

    /**
     * Whether the event is the twin of one that is not done, and stays so when it comes again.
     *
     * @param unfinished events that are not done, by key
     */
    boolean isTwinUnderWay(FeedItem item, Map<String, ? extends Object> unfinished, Predicate<String> isOffered) {
        for (String key : EventKey.near(item.key(), within)) {
            if (!unfinished.containsKey(key) || isOffered.test(key) == (item.origin() != Origin.POLL)) {
                continue;
            }
            String twin = underWay.putIfAbsent(key, item.key());
            if (twin == null || twin.equals(item.key())) {
                return true;
            }
        }
        return false;
    }

    /** The event of the same key came on the other way, too, before it was done. */
    void met(String key) {
        underWay.putIfAbsent(key, key);
    }

    /** An event is done: the key of its twin, or null where it has none yet. */
    String finished(String key) {
        return underWay.remove(key);
    }
}

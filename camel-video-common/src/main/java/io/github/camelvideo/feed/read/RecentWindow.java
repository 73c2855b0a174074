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
package io.github.camelvideo.feed.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.item.TimeCodec;
import java.time.Duration;
import java.time.Instant;

/**
 * The span of time up to the present that a list is asked for where the action requires one and the user gives none: the longest that the
 * action allows, and no more than a day. Immutable, for any thread.
 */
final class RecentWindow {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final FeedSpec.Window window;
    private final boolean asNumber;
    private final VendorClock clock;

    private RecentWindow(FeedSpec.Window window, boolean asNumber, VendorClock clock) {
        this.window = window;
        this.asNumber = asNumber;
        this.clock = clock;
    }

    /** Null where the action requires no span of time. */
    static RecentWindow of(Action action, VendorClock clock) {
        FeedSpec.Window window = action.feed() == null ? null : action.feed().window();
        boolean isRequired = window != null
                && window.end() != null
                && action.parameters().get(window.begin()).required();
        return isRequired
                ? new RecentWindow(
                        window, action.parameters().get(window.begin()).type().kind() == FieldType.Kind.INTEGER, clock)
                : null;
    }

    /** The parameters with those of the span, unless they have one; a new object. */
    ObjectNode addTo(ObjectNode parameters) {
        ObjectNode whole = parameters.deepCopy();
        if (!whole.has(window.begin()) && !whole.has(window.end())) {
            TimeCodec codec = new TimeCodec(window.format(), window.zone());
            Instant now = clock.now();
            boolean isShort = window.maxSpan() != null && window.maxSpan().compareTo(LONGEST) < 0;
            put(whole, window.begin(), codec.writeBegin(now.minus(isShort ? window.maxSpan() : LONGEST)));
            put(whole, window.end(), codec.writeEnd(now));
        }
        return whole;
    }

    private void put(ObjectNode parameters, String name, String value) {
        if (asNumber) {
            parameters.put(name, Long.parseLong(value));
        } else {
            parameters.put(name, value);
        }
    }
}

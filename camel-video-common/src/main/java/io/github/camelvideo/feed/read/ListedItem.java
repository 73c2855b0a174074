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

import io.github.camelvideo.feed.FeedItem;
import java.time.Instant;

/**
 * An item as it was listed.
 *
 * @param item the item
 * @param since reading from here on lists the item again: its time, or earlier where that is uncertain; null where only a sweep lists it
 * @param until reading from later than this never lists the item again: its time, or later where that is uncertain
 * @param misdated whether its time is unreadable, or outside the window it was listed in
 * @param due from this moment on the vendor could have listed it; null where that is unknown
 * @param old whether it is from before what is wanted, so that where it was there when the feed began only its later states count
 */
public record ListedItem(FeedItem item, Instant since, Instant until, Instant due, boolean misdated, boolean old) {

    /** An item that is wanted, of a moment at which the vendor cannot be told to be late. */
    public ListedItem(FeedItem item, Instant since, Instant until, boolean misdated) {
        this(item, since, until, null, misdated, false);
    }

    /** The same item, which only a sweep lists again. */
    ListedItem older() {
        return new ListedItem(item, null, until, due, misdated, old);
    }

    /** The same item, listed again up to a moment. */
    public ListedItem listedUntil(Instant moment) {
        return moment.isAfter(until) ? new ListedItem(item, since, moment, due, misdated, old) : this;
    }
}

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

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.FeedSpec.TimeSource;
import io.github.camelvideo.catalog.SeriesSpec.Label;
import io.github.camelvideo.feed.FeedOptions.Series;
import io.github.camelvideo.item.ItemKey;
import io.github.camelvideo.item.ItemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How the items of a series stand for buckets of time.
 *
 * @param source where the time of an item is
 * @param label which end of its bucket that time is
 * @param dimensions fields of an item that tell it from others of its bucket
 * @param gracePeriod how long after its end a bucket is complete
 * @param options what the user set
 */
record Buckets(
        BucketGrid grid,
        TimeSource source,
        Label label,
        List<String> dimensions,
        Duration gracePeriod,
        Series options) {

    /** Whether a window is one bucket: the item tells of the window as a whole. */
    boolean isSingle() {
        return source == TimeSource.WINDOW;
    }

    /** The bucket that an item of a time belongs to. */
    ItemTime bucket(ItemTime time) {
        return time == null ? null : new ItemTime(bucket(time.earliest()), bucket(time.latest()));
    }

    private Instant bucket(Instant time) {
        return grid.floor(label == Label.END ? time.minusMillis(1) : time);
    }

    /** The time by which the vendor calls a bucket. */
    Instant labelled(Instant bucket) {
        return label == Label.END ? grid.next(bucket) : bucket;
    }

    /** Identity of the item of a bucket: that of the bucket, and the dimensions. */
    String key(Instant bucket, JsonNode item) {
        String key = ItemKey.dimensions(item, dimensions);
        return key.isEmpty() ? bucket.toString() : bucket + "|" + key;
    }

    /** Whether the vendor no longer changes a bucket at a moment. */
    boolean isFinal(Instant bucket, Instant present) {
        return !grid.next(bucket).plus(gracePeriod).isAfter(present);
    }
}

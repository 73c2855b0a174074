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

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One item of a feed.
 *
 * @param id its identity
 * @param time when it happened; the end of the window it was listed in where the vendor gives no readable time
 * @param body the item as the vendor wrote it
 * @param change how it differs from what was delivered before
 * @param origin the way it came
 * @param event which event it is, by its name in the catalog; null where the items of the feed are not events of callbacks
 * @param redelivery how often it was delivered before without success, since the feed started
 */
public record FeedItem(
        ItemId id, Instant time, JsonNode body, Change change, Origin origin, String event, int redelivery) {

    /** An item that the vendor listed. */
    public static FeedItem listed(ItemId id, Instant time, JsonNode body) {
        return new FeedItem(id, time, body, Change.ADDED, Origin.POLL, null, 0);
    }

    /** An event that came on another way than the vendor's list. */
    public static FeedItem offered(ItemId id, Instant time, JsonNode body, Origin origin, String event) {
        return new FeedItem(id, time, body, Change.ADDED, origin, event, 0);
    }

    public String key() {
        return id.key();
    }

    public Partition partition() {
        return id.partition();
    }

    /** Which state of the item this is, or null where its states are not numbered. */
    public Revision revision() {
        return Revision.parse(id.revision());
    }

    /** The same item as that state of it. */
    public FeedItem withRevision(Revision state) {
        return new FeedItem(
                new ItemId(id.partition(), id.key(), state.text()), time, body, change, origin, event, redelivery);
    }

    /** The same item, delivered once more without success. */
    public FeedItem redelivered() {
        return new FeedItem(id, time, body, change, origin, event, redelivery + 1);
    }

    /** One of the events that the item, which the vendor listed, stands for. */
    public FeedItem asEvent(String name, String key, Instant happened) {
        return new FeedItem(new ItemId(id.partition(), key, ""), happened, body, change, origin, name, redelivery);
    }

    /** The same item as another change. */
    public FeedItem withChange(Change other) {
        return new FeedItem(id, time, body, other, origin, event, redelivery);
    }
}

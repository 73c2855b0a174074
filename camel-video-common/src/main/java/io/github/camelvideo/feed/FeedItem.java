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
 * @param key identity within the feed
 * @param time when it happened
 * @param body the item as the vendor wrote it
 * @param redelivery how often it was handed over before
 * @param value the value the feed runs for, where one feed runs for each of many; otherwise null
 */
public record FeedItem(String key, Instant time, JsonNode body, int redelivery, String value) {

    /** An item of a feed that runs once. */
    public FeedItem(String key, Instant time, JsonNode body, int redelivery) {
        this(key, time, body, redelivery, null);
    }

    FeedItem again() {
        return new FeedItem(key, time, body, redelivery + 1, value);
    }
}

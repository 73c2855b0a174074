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

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.position.PositionEntry;

/**
 * An item that came on another way than the vendor's list.
 *
 * @param entry what the inbox keeps of it
 */
record ReceivedItem(FeedItem item, PositionEntry entry) {

    /** @param state what the item can be made of again */
    static ReceivedItem of(FeedItem item, JsonNode state) {
        return new ReceivedItem(item, new PositionEntry(id(item), null, state.toString()));
    }

    /** What tells an item apart from others of a feed, in whichever state it is. */
    static String id(FeedItem item) {
        if (item.partition().isNone()) {
            return item.key();
        }
        return item.partition().id().replace("\\", "\\\\").replace("|", "\\|") + "|" + item.key();
    }
}

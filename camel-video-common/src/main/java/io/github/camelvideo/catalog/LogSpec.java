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
package io.github.camelvideo.catalog;

import java.time.Duration;
import java.util.List;

/**
 * A feed of items with a time and an identity. Without key fields, the whole item identifies it.
 *
 * @param time where an item says when it happened
 * @param window how a span of time is asked for; null where the action takes none
 * @param revision fields whose change makes another state of an item, which is delivered again; empty where items never change
 * @param maxWindowItems maximum number of items read for one window; a fuller window is halved
 * @param lookback how far before its position the feed reads again for late items
 * @param gracePeriod how far the end of a window stays behind the present
 * @param retention how long the vendor keeps items, or null where unknown
 */
public record LogSpec(
        ListSpec list,
        Time time,
        Window window,
        List<String> revision,
        int maxWindowItems,
        Duration lookback,
        Duration gracePeriod,
        Duration retention)
        implements FeedSpec {

    @Override
    public Kind kind() {
        return Kind.LOG;
    }
}

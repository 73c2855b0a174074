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
package io.github.camelvideo.docs;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.FeedSpec;

/** What a consumer makes of an action. */
final class Feed {

    private Feed() {}

    /** Whether a consumer delivers the items of the action one by one: so far of lists whose items have a time and an identity. */
    static boolean isReady(Action action) {
        return action.feed() != null && action.feed().kind() == FeedSpec.Kind.LOG;
    }

    static String sentence(FeedSpec feed) {
        String key = feed.key().isEmpty() ? "its whole content" : Markdown.codes(feed.key());
        return "Feed: an item of " + Markdown.code(feed.items()) + " is known by " + key + ", its time is "
                + Markdown.code(feed.time().field()) + "; see [feeds](../feeds.md)";
    }
}

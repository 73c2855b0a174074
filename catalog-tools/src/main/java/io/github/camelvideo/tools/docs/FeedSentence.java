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
package io.github.camelvideo.tools.docs;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.FeedSpec;
import java.util.Locale;

/** What a consumer makes of an action. */
final class FeedSentence {

    private FeedSentence() {}

    /** Whether a consumer delivers the items of the action one by one. */
    static boolean isReady(Action action) {
        return action.feed() != null;
    }

    /** @param guide where feeds are explained, such as {@code See [feeds](feeds.md)} */
    static String of(FeedSpec feed, String guide) {
        return "Feed of kind " + Markdown.code(feed.kind().name().toLowerCase(Locale.ROOT)) + ": "
                + Markdown.text(feed.list().about().item()) + ". Key: " + key(feed) + time(feed.time())
                + ". " + guide;
    }

    private static String key(FeedSpec feed) {
        boolean isSeries = feed.kind() == FeedSpec.Kind.SERIES;
        if (feed.key().isEmpty()) {
            return isSeries ? "the bucket" : "the whole item";
        }
        return (isSeries ? "the bucket, " : "") + Markdown.codes(feed.key());
    }

    private static String time(FeedSpec.Time time) {
        if (time == null) {
            return "";
        }
        return "; time: "
                + switch (time.source()) {
                    case ITEM -> Markdown.code(time.field());
                    case WINDOW -> "that of the window";
                    case RECEIPT -> "that of the poll";
                };
    }
}

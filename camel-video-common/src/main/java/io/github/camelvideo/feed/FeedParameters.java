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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.FeedDefinition;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.catalog.Paging;

/** The parameters of a feed's calls: the user's, then those the catalog fixes, then the window. */
final class FeedParameters {

    private final ObjectNode base;
    private final FeedDefinition.Window window;
    private final TimeCodec format;
    private final boolean asNumber;

    private FeedParameters(ObjectNode base, FeedDefinition.Window window, TimeCodec format, boolean asNumber) {
        this.base = base;
        this.window = window;
        this.format = format;
        this.asNumber = asNumber;
    }

    static FeedParameters of(String feedName, Action action, ObjectNode user, TimeCodec format) {
        FeedDefinition feed = action.feed();
        Paging paging = action.paging();
        if (paging != null) {
            refuse(feedName, user, paging.pageParameter(), "The feed pages by itself.");
            refuse(feedName, user, paging.sizeParameter(), "Use the option pageSize.");
        }
        boolean asNumber = false;
        if (feed.window() != null) {
            refuse(feedName, user, feed.window().begin(), "Use the option startFrom.");
            refuse(
                    feedName,
                    user,
                    feed.window().end(),
                    "The feed reads up to now; use the option gracePeriod to stay behind.");
            Field begin = action.parameters().get(feed.window().begin());
            asNumber = begin != null && begin.type().kind() == FieldType.Kind.INTEGER;
        }
        ObjectNode base = user.deepCopy();
        feed.defaults().forEach((name, value) -> {
            if (!base.has(name)) {
                base.set(name, value);
            }
        });
        return new FeedParameters(base, feed.window(), format, asNumber);
    }

    /** A new object for each window. */
    ObjectNode of(Window span) {
        ObjectNode parameters = base.deepCopy();
        if (window != null) {
            put(parameters, window.begin(), format.write(span.begin()));
            put(parameters, window.end(), format.write(span.end()));
        }
        return parameters;
    }

    /** Whether the vendor can be asked for a span of time. */
    boolean hasWindow() {
        return window != null;
    }

    private void put(ObjectNode parameters, String name, String value) {
        if (asNumber) {
            parameters.put(name, Long.parseLong(value));
        } else {
            parameters.put(name, value);
        }
    }

    private static void refuse(String feedName, ObjectNode user, String name, String remedy) {
        if (name != null && user.has(name)) {
            throw new IllegalArgumentException(
                    feedName + ": parameter '" + name + "' belongs to the feed and cannot be set. " + remedy);
        }
    }
}

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
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.catalog.Paging;
import io.github.camelvideo.item.TimeCodec;
import io.github.camelvideo.paging.Paginator;

/** The parameters of a feed's calls: the user's, then those the catalog fixes, then the window. */
public final class LogParameters {

    /** The option for the size of a page. */
    private static final String PAGE_SIZE = "pageSize";

    private final ObjectNode base;
    private final FeedSpec.Window window;
    private final TimeCodec format;
    private final boolean asNumber;

    private LogParameters(ObjectNode base, FeedSpec.Window window, TimeCodec format, boolean asNumber) {
        this.base = base;
        this.window = window;
        this.format = format;
        this.asNumber = asNumber;
    }

    /**
     * @param feedName how messages name the feed
     * @param user the user's own parameters; not changed. They win over those of the catalog
     * @param format how the ends of a window are written
     * @throws IllegalArgumentException when the user sets a parameter that the feed sets for each call
     */
    public static LogParameters of(String feedName, Action action, ObjectNode user, TimeCodec format) {
        FeedSpec feed = action.feed();
        Paging paging = action.paging();
        if (paging != null) {
            refuse(feedName, user, paging.pageParameter(), "The feed reads all pages.");
            // a parameter with the name of the option is set by the option, and means the same
            if (!PAGE_SIZE.equals(paging.sizeParameter())) {
                refuse(feedName, user, paging.sizeParameter(), "Use the option " + PAGE_SIZE + ".");
            }
        }
        boolean asNumber = false;
        if (feed.window() != null) {
            refuse(feedName, user, feed.window().begin(), "Use the option startFrom.");
            refuse(
                    feedName,
                    user,
                    feed.window().end(),
                    "The feed reads up to the present; use the option gracePeriod to stay behind.");
            Field begin = action.parameters().get(feed.window().begin());
            asNumber = begin != null && begin.type().kind() == FieldType.Kind.INTEGER;
        }
        ObjectNode base = user.deepCopy();
        feed.defaults().forEach((name, value) -> {
            if (!base.has(name)) {
                base.set(name, value);
            }
        });
        return new LogParameters(base, feed.window(), format, asNumber);
    }

    /**
     * All parameters of a window's first page; a new object each time.
     *
     * @param paging how the action pages, or null
     * @param pageSize items to ask for, or null to leave it to the vendor
     */
    ObjectNode firstPage(Paging paging, Integer pageSize, Window span) {
        ObjectNode parameters = paging == null ? base.deepCopy() : new Paginator(paging).first(base, pageSize);
        if (window != null) {
            put(parameters, window.begin(), format.writeBegin(span.begin()));
            if (window.end() != null) {
                put(parameters, window.end(), format.writeEnd(span.end()));
            }
        }
        return parameters;
    }

    /** All parameters but those of page and window; a new object each time. */
    ObjectNode base() {
        return base.deepCopy();
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
            throw new IllegalArgumentException(feedName + ": parameter '" + name + "' is set by the feed. " + remedy);
        }
    }
}

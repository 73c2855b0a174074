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
package io.github.camelvideo.feed.delivery;

import io.github.camelvideo.feed.Feed;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The running feeds of a component by the position they own. Two feeds that store under one name would lose what the other one read, so
 * there is one owner; other inlets of the same feed find it here and offer their items to it. For any thread.
 */
public final class FeedRegistry {

    private final Map<Owned, Feed> feeds = new ConcurrentHashMap<>();

    /** A name in a repository; the same repository is the same object. */
    private record Owned(Object repository, String name) {}

    /**
     * A feed starts to own a position.
     *
     * @return false when another running feed owns it
     */
    public boolean open(Object repository, String name, Feed feed) {
        return feeds.putIfAbsent(new Owned(repository, name), feed) == null;
    }

    /** The running feed that owns a position, or null. */
    public Feed find(Object repository, String name) {
        return feeds.get(new Owned(repository, name));
    }

    /** The feed no longer owns the position. */
    public void close(Object repository, String name, Feed feed) {
        feeds.remove(new Owned(repository, name), feed);
    }
}

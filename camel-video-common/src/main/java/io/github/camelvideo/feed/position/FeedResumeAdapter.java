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
package io.github.camelvideo.feed.position;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.resume.Cacheable;
import org.apache.camel.resume.Deserializable;
import org.apache.camel.resume.Offset;
import org.apache.camel.resume.OffsetKey;
import org.apache.camel.resume.ResumeAdapter;
import org.apache.camel.resume.cache.ResumeCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what a {@code ResumeStrategy} of Camel's Resume API loads, and gives feeds their positions by name. Camel makes one for each
 * start of a route and gives it to the strategy.
 *
 * <p>Keeps all positions itself: the user's cache is filled too, but may drop what it has no room for. For any thread.
 */
public final class FeedResumeAdapter implements ResumeAdapter, Cacheable, Deserializable {

    /** Under this name Camel finds the adapter; the default name would collide with other components. */
    public static final String SERVICE = "video-feed-adapter-factory";

    private static final Logger LOG = LoggerFactory.getLogger(FeedResumeAdapter.class);

    private final Map<String, String> positions = new ConcurrentHashMap<>();

    /** Keys that were asked for in vain, and then what was stored first under them; empty before. */
    private final Map<String, String> missing = new ConcurrentHashMap<>();

    private final Set<String> loadedLate = ConcurrentHashMap.newKeySet();
    private volatile ResumeCache<Object> cache;

    /** Nothing to do: a feed asks for its position when it opens it. */
    @Override
    public void resume() {
        // see find
    }

    @Override
    public boolean add(OffsetKey<?> key, Offset<?> offset) {
        return add(key.getValue(), offset.getValue());
    }

    @Override
    public boolean deserialize(ByteBuffer key, ByteBuffer value) {
        return add(deserializeKey(key), deserializeValue(value));
    }

    private boolean add(Object key, Object value) {
        if (!(key instanceof String name) || !(value instanceof String text)) {
            return false; // of another component, which uses the same strategy
        }
        noteIfLate(name, text);
        put(name, text);
        return true;
    }

    /**
     * What comes before the feed's own first save was stored by an earlier run, and not loaded when the feed asked: it has begun without
     * its position.
     */
    private void noteIfLate(String key, String text) {
        String first = missing.remove(key);
        if (first != null && !first.equals(text)) {
            loadedLate.add(key);
            LOG.error(
                    "Position '{}' was loaded after its feed had started without it, at startFrom: the ResumeStrategy loads in the"
                            + " background. Items may be lost or repeated. Use a strategy that has loaded all positions when loadCache()"
                            + " returns, or an offsetRepository.",
                    key);
        }
    }

    /** Keys that were loaded after they had been asked for. */
    Set<String> loadedLate() {
        return loadedLate;
    }

    /** The text is going to be stored; the strategy may give it back at any time from now on. */
    void storing(String key, String text) {
        missing.replace(key, "", text);
    }

    void put(String key, String text) {
        positions.put(key, text);
        ResumeCache<Object> given = cache;
        if (given != null) {
            given.add(key, text);
        }
    }

    /** What is stored under a key, or null. */
    String find(String key) {
        String text = positions.get(key);
        ResumeCache<Object> given = cache;
        if (text == null && given != null && given.get(key) instanceof String cached) {
            return cached;
        }
        if (text == null) {
            missing.putIfAbsent(key, "");
        }
        return text;
    }

    @Override
    @SuppressWarnings("unchecked") // as Camel's own adapters do: the keys are the component's business
    public void setCache(ResumeCache<?> cache) {
        this.cache = (ResumeCache<Object>) cache;
    }

    @Override
    public ResumeCache<?> getCache() {
        return cache;
    }
}

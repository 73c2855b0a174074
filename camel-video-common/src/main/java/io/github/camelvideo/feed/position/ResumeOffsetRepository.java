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

import org.apache.camel.resume.Resumable;
import org.apache.camel.resume.ResumeAdapter;
import org.apache.camel.resume.ResumeStrategy;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.resume.Resumables;

/**
 * Keeps positions with a {@code ResumeStrategy} of Camel's Resume API, one text for each key. Two of them on the same strategy are equal.
 *
 * <p>A save returns when {@code updateLastOffset} does; what that promises is up to the strategy. Positions are found if the strategy has
 * given them to its {@link FeedResumeAdapter} when {@code loadCache} returns: the Resume API has no way to ask for a key, nor to tell a
 * position that is not there from one that is not loaded yet. The strategy is started and stopped by its owner.
 *
 * @param strategy the user's strategy
 */
public record ResumeOffsetRepository(ResumeStrategy strategy) implements StateRepository<String, String> {

    /** Follows the key of a feed's position; no partition has such a key. */
    private static final String LAST_ITEM = "/~last";

    /**
     * Loads what is stored.
     *
     * @throws IllegalStateException when that fails, or the strategy does not keep the adapter that Camel gives it
     */
    public void load() {
        adapter();
        try {
            strategy.loadCache();
        } catch (Exception e) {
            throw new IllegalStateException(name() + " cannot load the positions: " + e.getMessage(), e);
        }
    }

    /**
     * What Camel's {@code resumable()} wants of each exchange, and writes when it completes. It has a key of its own and is never read
     * back: the position is committed by the feed, which knows of items that are still in flight.
     */
    public static Resumable lastItem(String feed, String itemKey) {
        return Resumables.of(feed + LAST_ITEM, itemKey);
    }

    @Override
    public void setState(String key, String value) {
        FeedResumeAdapter adapter = adapter();
        adapter.storing(key, value);
        try {
            strategy.updateLastOffset(Resumables.of(key, value));
        } catch (Exception e) {
            throw new IllegalStateException(name() + " cannot store position '" + key + "': " + e.getMessage(), e);
        }
        adapter.put(key, value);
    }

    @Override
    public String getState(String key) {
        return adapter().find(key);
    }

    private FeedResumeAdapter adapter() {
        ResumeAdapter adapter = strategy.getAdapter();
        if (adapter instanceof FeedResumeAdapter ours) {
            return ours;
        }
        throw new IllegalStateException(
                name() + " has "
                        + (adapter == null
                                ? "no adapter"
                                : "an adapter of type " + adapter.getClass().getName())
                        + ". It must keep the one that Camel gives it by setAdapter, and must not be shared with routes of other components.");
    }

    private String name() {
        return "ResumeStrategy " + strategy.getClass().getName();
    }

    @Override
    public void start() {
        // by its owner
    }

    @Override
    public void stop() {
        // by its owner
    }
}

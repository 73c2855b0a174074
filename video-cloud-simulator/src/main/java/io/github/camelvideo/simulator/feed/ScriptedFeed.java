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
package io.github.camelvideo.simulator.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/**
 * What an action lists, item by item, in the place of what the world would answer. The answers follow from the descriptor of the feed: path,
 * times, windows, pages and partitions. For any thread: an answer shows a change as a whole or not at all.
 */
public final class ScriptedFeed {

    private final Map<String, String> gone = new ConcurrentHashMap<>();
    private volatile List<ScriptedItem> items = List.of();
    private volatile String emptyCode;
    private volatile boolean newestFirst;
    private volatile boolean pagesOfMoments;
    private volatile String cutUntil;
    private volatile BiPredicate<ScriptedItem, ObjectNode> listed = (item, parameters) -> true;

    /**
     * Lists an item.
     *
     * @return the item, by which it can be revised
     */
    public synchronized ScriptedItem add(ScriptedItem item) {
        List<ScriptedItem> more = new ArrayList<>(items);
        more.add(item);
        items = List.copyOf(more);
        return item;
    }

    /** Lists an item of a moment with these fields. */
    public ScriptedItem add(Instant time, ObjectNode fields) {
        return add(ScriptedItem.of(time, fields));
    }

    /**
     * From a moment on, an item has other fields.
     *
     * @param fields all fields of the new state
     * @return the new state, by which the item can be revised again
     * @throws IllegalArgumentException when the item is not listed
     */
    public synchronized ScriptedItem revise(ScriptedItem item, Instant at, ObjectNode fields) {
        ScriptedItem revised = new ScriptedItem(item.time(), fields, item.partition(), at, item.listedUntil());
        replace(item, List.of(item.listedUntil(at), revised));
        return revised;
    }

    /**
     * From a moment on, an item is no longer listed.
     *
     * @throws IllegalArgumentException when the item is not listed
     */
    public synchronized void vanish(ScriptedItem item, Instant at) {
        replace(item, List.of(item.listedUntil(at)));
    }

    private void replace(ScriptedItem item, List<ScriptedItem> by) {
        List<ScriptedItem> others = new ArrayList<>(items);
        int index = others.indexOf(item);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "The item is not listed. Add it first, and revise what add or revise returned.");
        }
        others.remove(index);
        others.addAll(index, by);
        items = List.copyOf(others);
    }

    /** Forgets the items that are not listed from a moment on. */
    public void forget(Instant moment) {
        items.removeIf(item -> !moment.isBefore(item.listedUntil()));
    }

    /** Lists nothing. */
    public synchronized void clear() {
        items = List.of();
    }

    /**
     * Answers an error code where there is nothing to list.
     *
     * @param code the vendor's code, or null for an empty list as before
     */
    public ScriptedFeed emptyAs(String code) {
        emptyCode = code;
        return this;
    }

    /** Answers an error code to calls that name a value, of whatever parameter. */
    public ScriptedFeed gone(String value, String code) {
        gone.put(value, code);
        return this;
    }

    /** Lists the newest item first. */
    public ScriptedFeed newestFirst() {
        newestFirst = true;
        return this;
    }

    /** Pages and total count the moments of items, each of which may have several: a vendor that counts calls and lists what they found. */
    public ScriptedFeed pagesOfMoments() {
        pagesOfMoments = true;
        return this;
    }

    /**
     * Lists an item for each window that it overlaps, as if one from before the window had begun with it.
     *
     * @param field where an item says when it ends, written as its time is
     */
    public ScriptedFeed cutAtWindow(String field) {
        cutUntil = field;
        return this;
    }

    /** Lists an item for calls that it fits, by item and parameters. */
    public ScriptedFeed listedIf(BiPredicate<ScriptedItem, ObjectNode> condition) {
        listed = condition;
        return this;
    }

    boolean isNewestFirst() {
        return newestFirst;
    }

    boolean hasPagesOfMoments() {
        return pagesOfMoments;
    }

    String cutUntil() {
        return cutUntil;
    }

    boolean isListed(ScriptedItem item, ObjectNode parameters) {
        return listed.test(item, parameters);
    }

    /** Lists the items of a value that was {@link #gone} again. */
    public ScriptedFeed back(String value) {
        gone.remove(value);
        return this;
    }

    /** The items, each state of one by itself. */
    public List<ScriptedItem> items() {
        return items;
    }

    String emptyCode() {
        return emptyCode;
    }

    /** The code of the first of the values that is gone, or null. */
    String goneCode(Iterable<String> values) {
        for (String value : values) {
            String code = gone.get(value);
            if (code != null) {
                return code;
            }
        }
        return null;
    }
}

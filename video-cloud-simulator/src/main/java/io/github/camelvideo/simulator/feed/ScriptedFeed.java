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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What an action lists, item by item, in the place of what the world would answer. The answers follow from the descriptor of the feed: path,
 * times, windows, pages and partitions. For any thread.
 */
public final class ScriptedFeed {

    private final List<ScriptedItem> items = new CopyOnWriteArrayList<>();
    private final Map<String, String> gone = new ConcurrentHashMap<>();
    private volatile String emptyCode;

    /** Lists an item. */
    public ScriptedFeed add(ScriptedItem item) {
        items.add(item);
        return this;
    }

    /** Lists an item of a moment with these fields. */
    public ScriptedFeed add(Instant time, ObjectNode fields) {
        return add(ScriptedItem.of(time, fields));
    }

    /** From a moment on, an item has other fields. */
    public ScriptedFeed revise(ScriptedItem item, Instant at, ObjectNode fields) {
        if (!items.remove(item)) {
            throw new IllegalArgumentException("The item is not listed. Add it first.");
        }
        items.add(item.listedUntil(at));
        items.add(new ScriptedItem(item.time(), fields, item.partition(), at, item.listedUntil()));
        return this;
    }

    /** Forgets the items that are not listed from a moment on. */
    public void forget(Instant moment) {
        items.removeIf(item -> !moment.isBefore(item.listedUntil()));
    }

    /** Lists nothing. */
    public void clear() {
        items.clear();
    }

    /** Answers an error code where there is nothing to list. */
    public ScriptedFeed emptyAs(String code) {
        emptyCode = code;
        return this;
    }

    /** Answers an error code to calls that name a value, of whatever parameter. */
    public ScriptedFeed gone(String value, String code) {
        gone.put(value, code);
        return this;
    }

    List<ScriptedItem> items() {
        return items;
    }

    String emptyCode() {
        return emptyCode;
    }

    /** The code of the first of the values that is gone, or null. */
    String goneCode(Iterable<String> values) {
        for (String value : values) {
            if (gone.containsKey(value)) {
                return gone.get(value);
            }
        }
        return null;
    }
}

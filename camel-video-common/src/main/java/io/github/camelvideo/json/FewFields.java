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
package io.github.camelvideo.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The fields of one JSON object in the order they were put, in a third of the room a {@link LinkedHashMap} takes while they are few.
 * Not thread-safe, as the trees it is made for.
 */
final class FewFields extends AbstractMap<String, JsonNode> {

    /** Up to here a look at all names is as quick as a table. */
    private static final int FEW = 16;

    private static final int FIRST = 2;

    /** Name, value, name, value; null when there are many. */
    private Object[] pairs = new Object[2 * FIRST];

    private int size;
    private Map<String, JsonNode> many;

    @Override
    public int size() {
        return many == null ? size : many.size();
    }

    @Override
    public JsonNode get(Object name) {
        if (many != null) {
            return many.get(name);
        }
        int at = indexOf(name);
        return at < 0 ? null : value(at);
    }

    @Override
    public boolean containsKey(Object name) {
        return many == null ? indexOf(name) >= 0 : many.containsKey(name);
    }

    @Override
    public JsonNode put(String name, JsonNode value) {
        if (many == null) {
            int at = indexOf(name);
            if (at >= 0) {
                return replace(at, value);
            }
            if (size < FEW) {
                append(name, value);
                return null;
            }
            many = new LinkedHashMap<>(this);
            pairs = null;
        }
        return many.put(name, value);
    }

    @Override
    public JsonNode remove(Object name) {
        if (many != null) {
            return many.remove(name);
        }
        int at = indexOf(name);
        if (at < 0) {
            return null;
        }
        JsonNode removed = value(at);
        removeAt(at);
        return removed;
    }

    @Override
    public void clear() {
        pairs = new Object[2 * FIRST];
        size = 0;
        many = null;
    }

    @Override
    public Set<Entry<String, JsonNode>> entrySet() {
        return many == null ? new Entries() : many.entrySet();
    }

    private int indexOf(Object name) {
        for (int i = 0; i < size; i++) {
            if (pairs[2 * i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private JsonNode value(int index) {
        return (JsonNode) pairs[2 * index + 1];
    }

    private JsonNode replace(int index, JsonNode value) {
        JsonNode before = value(index);
        pairs[2 * index + 1] = value;
        return before;
    }

    private void append(String name, JsonNode value) {
        if (2 * size == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * pairs.length);
        }
        pairs[2 * size] = name;
        pairs[2 * size + 1] = value;
        size++;
    }

    private void removeAt(int index) {
        System.arraycopy(pairs, 2 * index + 2, pairs, 2 * index, 2 * (size - index - 1));
        size--;
        pairs[2 * size] = null;
        pairs[2 * size + 1] = null;
    }

    private final class Entries extends AbstractSet<Entry<String, JsonNode>> {

        @Override
        public int size() {
            return FewFields.this.size();
        }

        @Override
        public Iterator<Entry<String, JsonNode>> iterator() {
            return new Walk();
        }
    }

    private final class Walk implements Iterator<Entry<String, JsonNode>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Entry<String, JsonNode> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int at = next++;
            return new SimpleEntry<>((String) pairs[2 * at], value(at)) {
                private static final long serialVersionUID = 1L;

                @Override
                public JsonNode setValue(JsonNode value) {
                    replace(at, value);
                    return super.setValue(value);
                }
            };
        }

        @Override
        public void remove() {
            removeAt(--next);
        }
    }
}

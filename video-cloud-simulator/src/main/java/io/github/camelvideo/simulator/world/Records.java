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
package io.github.camelvideo.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The records of one kind, such as {@code mdl/channel}: JSON objects by id, kept with the world and its file.
 *
 * <p>What comes in and goes out is a copy, so nobody can change the world by changing a record in hand. Safe for use by
 * many threads; readers do not wait. A decision that rests on what was read, such as "save unless there are five
 * already", belongs into {@link World#exclusively}.
 */
public final class Records {

    private final ChangeLog log;
    private final RandomData randomData;
    private final String kind;
    private final RecordStore store;

    Records(ChangeLog log, RandomData randomData, String kind) {
        this.log = log;
        this.randomData = randomData;
        this.kind = Objects.requireNonNull(kind, "kind");
        this.store = log.state().records(kind);
    }

    /** The record of that id, or null. */
    public ObjectNode get(String id) {
        ObjectNode data = store.get(id);
        return data == null ? null : data.deepCopy();
    }

    /** All of them, in the order in which their ids were first saved. */
    public List<ObjectNode> all() {
        return store.all().stream().map(ObjectNode::deepCopy).toList();
    }

    /** Those whose field has a value, in the same order. */
    public List<ObjectNode> where(String field, String value) {
        return all().stream()
                .filter(each -> each.path(field).asText().equals(value))
                .toList();
    }

    /** Their ids, in the order in which they were first saved. */
    public List<String> ids() {
        return store.ids();
    }

    /** Whether there is a record of that id. */
    public boolean contains(String id) {
        return store.contains(id);
    }

    /** How many there are. */
    public int size() {
        return store.size();
    }

    /** Adds a record, or puts it in the place of the one with the same id. */
    public void save(String id, ObjectNode data) {
        Objects.requireNonNull(id, "id");
        log.write(new Change.RecordSaved(kind, id, data.deepCopy()));
    }

    /** Changes a record while nobody else writes; false when there is none of that id. */
    public boolean change(String id, Consumer<ObjectNode> change) {
        return log.exclusively(() -> {
            ObjectNode data = get(id);
            if (data == null) {
                return false;
            }
            change.accept(data);
            save(id, data);
            return true;
        });
    }

    /** Removes a record; false when there is none of that id. */
    public boolean remove(String id) {
        return log.exclusively(() -> {
            boolean there = store.contains(id);
            if (there) {
                log.write(new Change.RecordRemoved(kind, id));
            }
            return there;
        });
    }

    /** Removes all of this kind. */
    public void clear() {
        log.write(new Change.RecordsRemoved(kind));
    }

    /** Invents an id of so many decimal digits, the first not 0, that no record of this kind has. */
    public String newId(int digits) {
        return newId(() -> randomData.digits(digits));
    }

    /** Invents an id of so many hexadecimal digits in capitals that no record of this kind has. */
    public String newHexId(int digits) {
        return newId(() -> randomData.hexDigits(digits));
    }

    /** Invents an id in the form of a UUID, in small letters, that no record of this kind has. */
    public String newUuid() {
        return newId(() -> randomData
                .hexDigits(32)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    /** The number after the highest id; ids of this kind must be numbers. */
    public long nextNumber() {
        return ids().stream().mapToLong(Long::parseLong).max().orElse(0) + 1;
    }

    private String newId(Supplier<String> invention) {
        return log.exclusively(() -> {
            String id = invention.get();
            while (store.contains(id)) {
                id = invention.get();
            }
            return id;
        });
    }
}

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
package io.github.camelvideo.feed.partition;

import io.github.camelvideo.feed.Partition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Partitions from a list of the user: each value given once, without blanks around it. With several parameters each entry of the list
 * is a tuple with as many values, separated by commas.
 *
 * <p>A list that can change is read again each time. Where that fails, the last one stays in use. Used by the polling thread only.
 */
public final class ListedPartitions implements PartitionSource {

    private static final Logger LOG = LoggerFactory.getLogger(ListedPartitions.class);
    private static final String FILE = "file:";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMS =
            " Set it to a list of values separated by commas (tuples by semicolons), to file:<path> with one"
                    + " entry per line, or to #bean of a Collection, a Map or a Supplier of one.";

    private final String name;
    private final List<String> parameters;
    private final Supplier<Collection<?>> list;
    private Set<Partition> last;
    private boolean stale;

    private ListedPartitions(String name, List<String> parameters, Supplier<Collection<?>> list) {
        this.name = name;
        this.parameters = parameters;
        this.list = list;
    }

    /**
     * The list that an option describes. Files and beans are not read yet: they may be empty, and may come later.
     *
     * @param name how messages name the feed
     * @param parameters what the values are for; with more than one, entries are tuples in this order
     * @param given a text, {@code file:<path>}, a Collection of texts, Lists or Maps, or a Supplier of one
     * @throws IllegalArgumentException when it is none of these, or a text without values
     */
    public static ListedPartitions of(String name, List<String> parameters, Object given) {
        if (given instanceof String text) {
            return text.startsWith(FILE)
                    ? ofFile(name, parameters, text.substring(FILE.length()))
                    : ofText(name, parameters, text);
        }
        if (given instanceof Collection<?> entries) {
            return new ListedPartitions(name, parameters, () -> entries);
        }
        if (given instanceof Supplier<?> supplier) {
            return new ListedPartitions(name, parameters, () -> supplied(supplier.get()));
        }
        throw new IllegalArgumentException(name + ": forEachIn is "
                + (given == null ? "missing" : "of type " + given.getClass().getName()) + "." + FORMS);
    }

    private static ListedPartitions ofText(String name, List<String> parameters, String text) {
        List<String> entries = Arrays.asList(text.split(parameters.size() == 1 ? "," : ";"));
        ListedPartitions partitions = new ListedPartitions(name, parameters, () -> entries);
        try {
            if (partitions.cleaned(entries).isEmpty()) {
                throw new IllegalArgumentException("it has no value.");
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": forEachIn='" + text + "': " + e.getMessage() + FORMS, e);
        }
        return partitions;
    }

    private static ListedPartitions ofFile(String name, List<String> parameters, String file) {
        if (file.isBlank()) {
            throw new IllegalArgumentException(name + ": forEachIn='" + FILE + "' names no file." + FORMS);
        }
        Path path = Path.of(file);
        return new ListedPartitions(name, parameters, () -> {
            try {
                return Files.readAllLines(path).stream()
                        .map(line -> line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line)
                        .filter(line -> !line.stripLeading().startsWith("#"))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("the file '" + file + "' cannot be read: " + e, e);
            }
        });
    }

    private static Collection<?> supplied(Object entries) {
        if (entries instanceof Collection<?> collection) {
            return collection;
        }
        throw new IllegalStateException("the Supplier returned "
                + (entries == null
                        ? "null"
                        : "an object of type " + entries.getClass().getName())
                + " instead of a Collection");
    }

    @Override
    public Set<Partition> read() {
        try {
            last = cleaned(list.get());
            stale = false;
        } catch (RuntimeException e) {
            if (last == null) {
                throw new IllegalStateException(
                        name + ": forEachIn: " + e.getMessage()
                                + ". No earlier list is available. The next poll reads the list again.",
                        e);
            }
            reportStaleness(e);
        }
        return last;
    }

    private void reportStaleness(RuntimeException cause) {
        if (!stale) {
            LOG.warn(
                    "{}: forEachIn cannot be read again. The last list, of {} entries, stays in use until it can",
                    name,
                    last.size(),
                    cause);
        }
        stale = true;
    }

    /** Copies first: the owner of a collection may change it at any time. */
    private Set<Partition> cleaned(Collection<?> entries) {
        Set<Partition> cleaned = new LinkedHashSet<>();
        for (Object entry : entries.toArray()) {
            Partition partition = partition(entry);
            if (partition != null) {
                cleaned.add(partition);
            }
        }
        return Collections.unmodifiableSet(cleaned);
    }

    /** Null for an entry that is empty. */
    private Partition partition(Object entry) {
        if (entry instanceof Map<?, ?> map) {
            return partition(parameters.stream().map(map::get).toList(), entry);
        }
        if (entry instanceof List<?> list) {
            return partition(list, entry);
        }
        String text = entry == null ? "" : entry.toString().strip();
        if (text.isEmpty()) {
            return null;
        }
        return partition(parameters.size() == 1 ? List.of(text) : Arrays.asList(text.split(",", -1)), text);
    }

    private Partition partition(List<?> values, Object entry) {
        if (values.size() != parameters.size()) {
            throw new IllegalArgumentException("'" + entry + "' has " + values.size() + " values for the "
                    + parameters.size() + " parameters " + String.join(",", parameters) + ".");
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i) == null ? "" : values.get(i).toString().strip();
            if (value.isEmpty()) {
                throw new IllegalArgumentException(
                        "'" + entry + "' has no value for the parameter " + parameters.get(i) + ".");
            }
            named.put(parameters.get(i), value);
        }
        return new Partition(named);
    }
}

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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The values a feed runs for, in the order given, each once, without blanks around them.
 *
 * <p>A list that can change is read again each time. Where that fails, the last one stays in use. Used by the polling thread only.
 */
public final class ValueList {

    private static final Logger LOG = LoggerFactory.getLogger(ValueList.class);
    private static final String FILE = "file:";
    private static final String FORMS =
            " Give a comma list, file:<path> with one value a line, or #bean of a Collection or a Supplier of one.";

    private final String name;
    private final Supplier<Collection<?>> source;
    private Set<String> last;
    private boolean stale;

    private ValueList(String name, Supplier<Collection<?>> source) {
        this.name = name;
        this.source = source;
    }

    /**
     * The list that an option describes. Files and beans are not read yet: they may be empty, and may come later.
     *
     * @param name how messages name the feed
     * @param given a comma list, {@code file:<path>}, a Collection, or a Supplier of one
     * @throws IllegalArgumentException when it is none of these, or a comma list without values
     */
    public static ValueList of(String name, Object given) {
        if (given instanceof String text) {
            return text.startsWith(FILE) ? ofFile(name, text.substring(FILE.length())) : ofText(name, text);
        }
        if (given instanceof Collection<?> values) {
            return new ValueList(name, () -> values);
        }
        if (given instanceof Supplier<?> supplier) {
            return new ValueList(name, () -> supplied(supplier.get()));
        }
        throw new IllegalArgumentException(name + ": forEachIn is "
                + (given == null ? "missing" : "of type " + given.getClass().getName()) + "." + FORMS);
    }

    private static ValueList ofText(String name, String text) {
        Set<String> values = cleaned(Arrays.asList(text.split(",")));
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + ": forEachIn='" + text + "' has no value in it." + FORMS);
        }
        return new ValueList(name, () -> values);
    }

    private static ValueList ofFile(String name, String file) {
        if (file.isBlank()) {
            throw new IllegalArgumentException(name + ": forEachIn='" + FILE + "' names no file." + FORMS);
        }
        Path path = Path.of(file);
        return new ValueList(name, () -> {
            try {
                return Files.readAllLines(path).stream()
                        .filter(line -> !line.stripLeading().startsWith("#"))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("the file '" + file + "' cannot be read: " + e, e);
            }
        });
    }

    private static Collection<?> supplied(Object values) {
        if (values instanceof Collection<?> collection) {
            return collection;
        }
        throw new IllegalStateException("the Supplier gave "
                + (values == null
                        ? "null"
                        : "an object of type " + values.getClass().getName())
                + " and not a Collection");
    }

    /**
     * The values of now.
     *
     * @throws IllegalStateException when they cannot be read and never could be
     */
    public Set<String> read() {
        try {
            last = cleaned(source.get());
            stale = false;
        } catch (RuntimeException e) {
            if (last == null) {
                throw new IllegalStateException(
                        name + ": forEachIn: " + e.getMessage()
                                + ". No list was read before; the next poll tries again.",
                        e);
            }
            tellOfStaleness(e);
        }
        return last;
    }

    private void tellOfStaleness(RuntimeException cause) {
        if (!stale) {
            LOG.warn(
                    "{}: forEachIn cannot be read again. The last list, of {} values, stays in use until it can",
                    name,
                    last.size(),
                    cause);
        }
        stale = true;
    }

    /** Copies first: the owner of a collection may change it at any time. */
    private static Set<String> cleaned(Collection<?> values) {
        Set<String> cleaned = new LinkedHashSet<>();
        for (Object value : values.toArray()) {
            String text = value == null ? "" : value.toString().strip();
            if (!text.isEmpty()) {
                cleaned.add(text);
            }
        }
        return Collections.unmodifiableSet(cleaned);
    }
}

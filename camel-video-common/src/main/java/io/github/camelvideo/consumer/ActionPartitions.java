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
package io.github.camelvideo.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ListSpec.From;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.partition.PartitionSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Partitions that actions of the vendor list, one for each item of the last list; a list that itself needs a value is read once for each
 * item of the list before.
 *
 * <p>Read again now and then. A reading that fails leaves the partitions as they are, and one that misses a partition ends it only when the
 * next one misses it, too.
 *
 * <p>A thread of its own calls the vendor: a chain of lists over thousands of devices takes minutes. The polling thread starts a reading, uses the last
 * list meanwhile, and takes the new one over in the first poll after it was read; it waits for the first list only. All fields are of the
 * polling thread.
 */
final class ActionPartitions implements PartitionSource {

    private static final Logger LOG = LoggerFactory.getLogger(ActionPartitions.class);

    /** The field that stands for an item that is a text. */
    private static final String TEXT = "value";

    private final String name;
    private final List<String> parameters;
    private final List<Level> levels;
    private final Duration refresh;
    private final Clock clock;
    private final Executor thread;
    /** Null before the first reading. */
    private Set<Partition> listed;

    private Set<Partition> missed = Set.of();
    private Instant readAt;
    /** The reading under way, or null. */
    private FutureTask<Set<Partition>> reading;

    private boolean failing;

    /**
     * One list of the chain.
     *
     * @param from what its items are, and which of their fields are values
     * @param parameters names of the values
     * @param optional those of them that an item may have no value for
     * @param base parameters of its calls but for the values of the lists before
     * @param list reads it
     * @param values gives values the types of the action's parameters
     */
    record Level(
            From from,
            List<String> parameters,
            Set<String> optional,
            ObjectNode base,
            ListReader list,
            Values values) {}

    /** Reads a whole list. */
    interface ListReader {
        Iterable<JsonNode> read(ObjectNode parameters) throws InterruptedException;
    }

    /** Gives the value of a parameter its type. */
    interface Values {
        JsonNode typed(String parameter, String value);
    }

    /**
     * @param name how messages name the consumer
     * @param parameters the parameters that tell the partitions apart
     * @param levels the lists, outermost first
     * @param refresh how long a reading stands
     * @param thread calls the vendor and waits for it
     */
    ActionPartitions(
            String name, List<String> parameters, List<Level> levels, Duration refresh, Clock clock, Executor thread) {
        this.name = name;
        this.parameters = parameters;
        this.levels = List.copyOf(levels);
        this.refresh = refresh;
        this.clock = clock;
        this.thread = thread;
    }

    @Override
    public Set<Partition> read() {
        if (reading != null && reading.isDone()) {
            takeOver();
        }
        if (reading == null && !isFresh()) {
            begin();
        }
        if (listed == null) {
            takeOver();
        }
        return listed;
    }

    private boolean isFresh() {
        Instant now = clock.instant();
        // a clock that was set back must not keep an old list for long
        return readAt != null && !now.isBefore(readAt) && now.isBefore(readAt.plus(refresh));
    }

    private void begin() {
        FutureTask<Set<Partition>> task = new FutureTask<>(this::find);
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            throw stopped(e);
        }
        reading = task;
        readAt = clock.instant();
    }

    /** Waits for the reading under way. */
    private void takeOver() {
        try {
            accept(reading.get());
            failing = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(e);
        } catch (CancellationException e) {
            failed(new InterruptedException(e.getMessage()));
        } catch (ExecutionException e) {
            failed(e.getCause());
        }
        reading = null;
    }

    private void accept(Set<Partition> found) {
        Set<Partition> kept = new LinkedHashSet<>(found);
        Set<Partition> missing = new LinkedHashSet<>(listed == null ? Set.of() : listed);
        missing.removeAll(found);
        missing.stream().filter(partition -> !missed.contains(partition)).forEach(kept::add);
        missed = missing;
        listed = Collections.unmodifiableSet(kept);
    }

    private void failed(Throwable cause) {
        reading = null;
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof InterruptedException) {
            // a stop ended it, which says nothing about the list
            readAt = null;
            if (listed == null) {
                throw stopped(cause);
            }
        } else if (listed == null) {
            // the next poll tries again
            readAt = null;
            throw new IllegalStateException(
                    name + ": forEachIn: the list of values cannot be read: " + cause.getMessage()
                            + " No earlier list is available. The next poll reads it again.",
                    cause);
        } else {
            reportFailure(cause);
        }
    }

    private IllegalStateException stopped(Throwable cause) {
        return new IllegalStateException(name + ": stopped while the list of partitions was read", cause);
    }

    private void reportFailure(Throwable cause) {
        if (!failing) {
            LOG.warn(
                    "{}: forEachIn cannot be read again. The last list, of {} entries, stays in use until it can",
                    name,
                    listed.size(),
                    cause);
        }
        failing = true;
    }

    private Set<Partition> find() throws InterruptedException {
        List<Map<String, String>> contexts = List.of(Map.of());
        for (Level level : levels) {
            List<Map<String, String>> inner = new ArrayList<>();
            for (Map<String, String> context : contexts) {
                read(level, context, inner);
            }
            contexts = inner;
        }
        Set<Partition> found = new LinkedHashSet<>();
        for (Map<String, String> context : contexts) {
            Map<String, String> values = new LinkedHashMap<>();
            parameters.forEach(parameter -> values.put(parameter, context.getOrDefault(parameter, "")));
            found.add(new Partition(values));
        }
        return found;
    }

    private void read(Level level, Map<String, String> context, List<Map<String, String>> inner)
            throws InterruptedException {
        ObjectNode call = level.base().deepCopy();
        context.forEach((parameter, value) -> call.set(parameter, level.values().typed(parameter, value)));
        for (JsonNode item : level.list().read(call)) {
            Map<String, String> values = values(level, context, item);
            if (values != null) {
                inner.add(values);
            }
        }
    }

    /**
     * The values of an item and of those it was read for, without optional ones that the item lacks; null where it lacks another, as a
     * device that has no channel yet.
     */
    private Map<String, String> values(Level level, Map<String, String> context, JsonNode item) {
        Map<String, String> values = new LinkedHashMap<>(context);
        for (int i = 0; i < level.parameters().size(); i++) {
            String field = level.from().fields().get(i);
            boolean isText = item.isValueNode() && field.equals(TEXT);
            String value = isText ? item.asText() : item.path(field).asText("");
            if (value.isBlank()) {
                value = context.getOrDefault(field, "");
            }
            String parameter = level.parameters().get(i);
            if (!value.isBlank()) {
                values.put(parameter, value);
            } else if (!level.optional().contains(parameter)) {
                return null;
            }
        }
        return values;
    }
}

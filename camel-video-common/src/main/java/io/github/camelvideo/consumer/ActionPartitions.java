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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Partitions that actions of the vendor list, one for each item of the last list; a list that itself needs a value is read once for each
 * item of the list before.
 *
 * <p>Read again now and then. A reading that fails leaves the partitions as they are, and one that misses a partition ends it only when the
 * next one misses it, too. Used by the polling thread, which waits for the vendor.
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
    private Set<Partition> listed;
    private Set<Partition> missed = Set.of();
    private Instant readAt;
    private boolean failing;

    /**
     * One list of the chain.
     *
     * @param from what its items are, and which of their fields are values
     * @param parameters names of the values
     * @param base parameters of its calls but for the values of the lists before
     * @param list reads it
     * @param values gives values the types of the action's parameters
     */
    record Level(From from, List<String> parameters, ObjectNode base, ListReader list, Values values) {}

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
     */
    ActionPartitions(String name, List<String> parameters, List<Level> levels, Duration refresh, Clock clock) {
        this.name = name;
        this.parameters = parameters;
        this.levels = List.copyOf(levels);
        this.refresh = refresh;
        this.clock = clock;
    }

    @Override
    public Set<Partition> read() {
        Instant now = clock.instant();
        // a clock that was set back must not keep an old list for long
        boolean isFresh = readAt != null && !now.isBefore(readAt) && now.isBefore(readAt.plus(refresh));
        if (!isFresh) {
            renew(now);
        }
        return listed;
    }

    private void renew(Instant now) {
        try {
            Set<Partition> found = find();
            Set<Partition> kept = new LinkedHashSet<>(found);
            Set<Partition> missing = new LinkedHashSet<>(listed == null ? Set.of() : listed);
            missing.removeAll(found);
            missing.stream().filter(partition -> !missed.contains(partition)).forEach(kept::add);
            missed = missing;
            listed = Collections.unmodifiableSet(kept);
            failing = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + ": stopped while the list of partitions was read", e);
        } catch (RuntimeException e) {
            if (listed == null) {
                throw new IllegalStateException(
                        name + ": forEachIn: the list of values cannot be read: " + e.getMessage()
                                + " No earlier list is available. The next poll reads it again.",
                        e);
            }
            reportFailure(e);
        }
        readAt = now;
    }

    private void reportFailure(RuntimeException cause) {
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
            parameters.forEach(parameter -> values.put(parameter, context.get(parameter)));
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

    /** The values of an item and of those it was read for; null where the item lacks one, as a device that has no channel yet. */
    private Map<String, String> values(Level level, Map<String, String> context, JsonNode item) {
        Map<String, String> values = new LinkedHashMap<>(context);
        for (int i = 0; i < level.parameters().size(); i++) {
            String field = level.from().fields().get(i);
            boolean isText = item.isValueNode() && field.equals(TEXT);
            String value = isText ? item.asText() : item.path(field).asText("");
            if (value.isBlank()) {
                value = context.getOrDefault(field, "");
            }
            if (value.isBlank()) {
                return null;
            }
            values.put(level.parameters().get(i), value);
        }
        return values;
    }
}

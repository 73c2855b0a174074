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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows and changes stored positions of feeds that are not running. Each change is logged with who made it.
 *
 * <p>Whatever changes a position opens its feed first, so that no other process stores at the same time, and refuses a feed that somebody
 * else has open. Used by one thread at a time.
 */
public final class PositionAdministration {

    /** Kinds of feeds whose positions are moments. */
    private static final Set<String> TIMED = Set.of("log", "series");

    private static final Logger LOG = LoggerFactory.getLogger(PositionAdministration.class);

    private final PositionRepository repository;
    private final String who;
    private final boolean takeOver;

    /**
     * @param repository must be started
     * @param who for the log, such as the user and the number of the process
     * @param takeOver whether to open feeds of a database that are marked as open, because the process that had them was killed; a process
     *     that still runs can store nothing any more
     */
    public PositionAdministration(PositionRepository repository, String who, boolean takeOver) {
        this.repository = repository;
        this.who = who;
        this.takeOver = takeOver;
    }

    /**
     * What is stored of one partition.
     *
     * @param watermark as it is stored; null where the kind has none
     * @param entries how many items are remembered
     * @param holder who has the feed open; null when nobody has
     */
    public record Summary(String feed, String partition, String kind, String watermark, int entries, String holder) {}

    /**
     * A position that was rewound.
     *
     * @param forgotten entries that were removed, because their items will be delivered again
     */
    public record Move(String partition, Instant from, Instant to, int forgotten) {}

    /** All positions, in order of their names; feeds may be running. */
    public List<Summary> list() {
        return repository.feeds().stream().flatMap(feed -> list(feed).stream()).toList();
    }

    /** The positions of one feed, in order of their names; it may be running. */
    public List<Summary> list(String feed) {
        String holder = repository.holder(feed);
        List<Summary> summaries = new ArrayList<>();
        for (String partition : repository.partitions(feed)) {
            StoredPosition position = repository.view(feed, partition);
            if (position != null) { // else a feed that runs has just deleted it
                JsonNode head = head(feed, partition, position);
                summaries.add(new Summary(
                        feed,
                        partition,
                        head.path("kind").asText(),
                        head.path("watermark").asText(null),
                        position.entries().size(),
                        holder));
            }
        }
        return summaries;
    }

    /**
     * One position; its feed may be running.
     *
     * @throws IllegalStateException when there is none
     */
    public StoredPosition show(String feed, String partition) {
        StoredPosition position = repository.view(feed, partition);
        if (position == null) {
            throw nothing(feed, partition);
        }
        return position;
    }

    /**
     * Moves positions of logs and series back, so that items from that instant on are delivered again.
     *
     * @param partition null for all partitions
     * @throws IllegalStateException when nothing is stored, the feed is a snapshot, or a position is before the instant already; none is
     *     moved then
     */
    public List<Move> rewind(String feed, String partition, Instant to) {
        List<Move> moves = new ArrayList<>();
        try (PositionStore store = open(feed)) {
            List<Rewound> rewound = new ArrayList<>();
            for (String name : partition == null ? repository.partitions(feed) : List.of(partition)) {
                StoredPosition position = store.load(name);
                if (position == null) {
                    throw nothing(feed, name);
                }
                JsonNode head = head(feed, name, position);
                if (TIMED.contains(head.path("kind").asText())) {
                    rewound.add(rewound(feed, name, position, (ObjectNode) head, to));
                } else if (partition != null) {
                    throw new IllegalStateException(place(feed, name) + ": a position of kind '"
                            + head.path("kind").asText() + "' cannot be moved to a time. Delete it to start over.");
                }
            }
            if (rewound.isEmpty()) {
                throw new IllegalStateException(
                        place(feed, "") + ": no position that can be moved to a time is stored.");
            }
            for (Rewound one : rewound) {
                store.save(one.move().partition(), one.change());
                moves.add(one.move());
                LOG.info(
                        "{}: moved from {} to {} by {}",
                        place(feed, one.move().partition()),
                        one.move().from(),
                        to,
                        who);
            }
        }
        return moves;
    }

    private record Rewound(Move move, PositionChange change) {}

    private static Rewound rewound(
            String feed, String partition, StoredPosition position, ObjectNode head, Instant to) {
        Instant from = watermark(feed, partition, head);
        if (to.isAfter(from)) {
            throw new IllegalStateException(
                    place(feed, partition) + ": " + to + " is after the watermark " + from
                            + ". Items in between would be skipped. Give an earlier time, or delete the position and set startFrom.");
        }
        if (head.has(ReadUpTo.MEMBER)) {
            head.put(ReadUpTo.MEMBER, to.toString());
        }
        String moved =
                head.put("watermark", to.toString()).put("from", to.toString()).toString();
        List<PositionEntry> kept = new ArrayList<>(position.entries());
        kept.removeIf(entry -> entry.time() != null && !entry.time().isBefore(to));
        Set<String> removed =
                position.entries().stream().map(PositionEntry::key).collect(Collectors.toSet());
        kept.forEach(entry -> removed.remove(entry.key()));
        StoredPosition whole = new StoredPosition(moved, kept);
        return new Rewound(
                new Move(partition, from, to, removed.size()),
                new PositionChange(moved, List.of(), removed, null, () -> whole));
    }

    private static Instant watermark(String feed, String partition, JsonNode head) {
        try {
            return PositionText.instant(head.path("watermark").asText());
        } catch (IllegalArgumentException e) {
            throw damaged(feed, partition, e);
        }
    }

    /**
     * Copies all positions to another name, in the same or another repository.
     *
     * @param to administers the repository of the copy; this one for the same
     * @return how many partitions were copied
     * @throws IllegalStateException when nothing is stored, or something is stored under the other name
     */
    public int copy(String feed, PositionAdministration to, String target) {
        try (PositionStore source = open(feed)) {
            List<String> partitions = repository.partitions(feed);
            if (partitions.isEmpty()) {
                throw nothing(feed, "");
            }
            if (!to.repository.partitions(target).isEmpty()) {
                throw new IllegalStateException(
                        place(target, "") + ": has positions already. Delete them first, or give another name.");
            }
            try (PositionStore copy = to.open(target)) {
                for (String partition : partitions) {
                    StoredPosition position = source.load(partition);
                    copy.save(
                            partition,
                            new PositionChange(
                                    position.head(), List.copyOf(position.entries()), Set.of(), null, () -> position));
                }
            }
            LOG.info(
                    "{}: {} positions copied to '{}'{} by {}",
                    place(feed, ""),
                    partitions.size(),
                    target,
                    to == this ? "" : " in another repository",
                    who);
            return partitions.size();
        }
    }

    /**
     * Deletes positions: the feed starts at {@code startFrom} then.
     *
     * @param partition null for all partitions
     * @return how many were deleted
     * @throws IllegalStateException when nothing is stored
     */
    public int delete(String feed, String partition) {
        try (PositionStore store = open(feed)) {
            List<String> partitions = repository.partitions(feed);
            if (partitions.isEmpty() || partition != null && !partitions.contains(partition)) {
                throw nothing(feed, partition == null ? "" : partition);
            }
            List<String> deleted = partition == null ? partitions : List.of(partition);
            for (String name : deleted) {
                store.delete(name);
                LOG.info("{}: deleted by {}", place(feed, name), who);
            }
            return deleted.size();
        }
    }

    private PositionStore open(String feed) {
        String holder = repository.holder(feed);
        if (holder != null && !takeOver) {
            throw new IllegalStateException(place(feed, "") + ": is in use by " + holder
                    + ". Stop that route or process first. If the process was killed, and the positions are in a database, take the feed"
                    + " over.");
        }
        return repository.open(feed);
    }

    private static JsonNode head(String feed, String partition, StoredPosition position) {
        try {
            JsonNode head = PositionText.parse(position.head());
            PositionText.version(head);
            return head;
        } catch (IllegalArgumentException e) {
            throw damaged(feed, partition, e);
        }
    }

    private static IllegalStateException damaged(String feed, String partition, IllegalArgumentException cause) {
        return new IllegalStateException(
                place(feed, partition) + ": the head of the position cannot be used: " + cause.getMessage()
                        + ". Delete the position to start over.",
                cause);
    }

    private static IllegalStateException nothing(String feed, String partition) {
        return new IllegalStateException(place(feed, partition) + ": no position is stored.");
    }

    private static String place(String feed, String partition) {
        return "Feed '" + feed + "'" + (partition.isEmpty() ? "" : ", partition '" + partition + "'");
    }
}

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

import io.github.camelvideo.callback.CallbackCounts;
import io.github.camelvideo.feed.FeedStatus;
import io.github.camelvideo.feed.FeedStatus.Span;
import io.github.camelvideo.feed.PartitionStatus;
import io.github.camelvideo.feed.Rewound;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;

/**
 * What JMX shows and does of a feed, beside Camel's own attributes of a polling consumer. Values have types of the JDK only, so that a
 * remote console needs no class of ours. Instants are texts in UTC, of the vendor's time. For any thread.
 */
public interface ManagedFeed {

    /** Where the feed stands. */
    FeedStatus status();

    /** Where its partitions stand; empty for a feed without partitions. */
    List<PartitionStatus> partitions();

    /**
     * Moves the running feed back and logs it.
     *
     * @param partition id of the partition, or null for all
     * @param to a moment of the vendor's time
     * @param by who asks for it, for the log
     * @return what was moved
     * @throws IllegalArgumentException when items would be skipped, or there is no such partition
     * @throws IllegalStateException when the feed is not running, or the new position is not stored
     */
    List<Rewound> rewind(String partition, Instant to, String by);

    /** Id of the API that lists the items. */
    String api();

    /** Name of the action that lists the items. */
    String action();

    /** Id of the route. */
    String getRouteId();

    /** How often and how much of the position was stored. */
    PositionWrites positionWrites();

    /** How far the feed is behind the vendor's present, or null before it has read anything and where it has no window. */
    Duration lag();

    /** When the last poll ended, by the clock of this machine; null before the first. */
    Instant lastPoll();

    @ManagedAttribute(description = "When the last poll ended (this machine's time)")
    default String getLastPoll() {
        return text(lastPoll());
    }

    @ManagedAttribute(description = "How far the feed is behind the vendor's present, in milliseconds")
    default Long getLagMillis() {
        return millis(lag());
    }

    @ManagedAttribute(description = "Number of items that were delivered again after a failure since the start")
    long getRedelivered();

    @ManagedAttribute(description = "Number of times that the position was stored since the start")
    default long getPositionWrites() {
        return positionWrites().count();
    }

    @ManagedAttribute(description = "Characters of the position that were stored since the start")
    default long getPositionBytes() {
        return positionWrites().bytes();
    }

    @ManagedAttribute(description = "Name of the stored position")
    String getPositionName();

    @ManagedAttribute(description = "All items before this instant are done (vendor's time)")
    default String getWatermark() {
        return text(status().watermark());
    }

    @ManagedAttribute(description = "The vendor was read up to this instant (vendor's time)")
    default String getReadUpTo() {
        return text(status().readUpTo());
    }

    @ManagedAttribute(description = "Number of items that are being delivered")
    default int getInFlight() {
        return status().counts().inFlight();
    }

    @ManagedAttribute(description = "Number of items that were read and wait to be delivered")
    default int getWaiting() {
        return status().counts().waiting();
    }

    @ManagedAttribute(description = "Number of failed items that wait to be redelivered")
    default int getFailed() {
        return status().counts().failed();
    }

    @ManagedAttribute(description = "Number of items delivered since the start")
    default long getDelivered() {
        return status().counts().delivered();
    }

    @ManagedAttribute(description = "Number of items skipped or dead-lettered since the start")
    default long getSkipped() {
        return status().counts().skipped();
    }

    @ManagedAttribute(description = "Number of late items since the start")
    default long getLate() {
        return status().counts().late();
    }

    @ManagedAttribute(description = "Number of items with an unreadable or wrong time since the start")
    default long getMisdated() {
        return status().counts().misdated();
    }

    @ManagedAttribute(description = "Half of the items were seen within this time after their own, in milliseconds")
    default Long getLatenessP50Millis() {
        return millis(status().lateness().quantile(0.5));
    }

    @ManagedAttribute(
            description = "90 percent of the items were seen within this time after their own, in milliseconds")
    default Long getLatenessP90Millis() {
        return millis(status().lateness().quantile(0.9));
    }

    @ManagedAttribute(
            description = "99 percent of the items were seen within this time after their own, in milliseconds")
    default Long getLatenessP99Millis() {
        return millis(status().lateness().quantile(0.99));
    }

    @ManagedAttribute(description = "The longest time after its own that an item was seen, in milliseconds")
    default Long getLatenessMaxMillis() {
        return millis(status().lateness().max());
    }

    @ManagedAttribute(description = "Share of the items, 0 to 1, that were late by no more than the lookback")
    default Double getLatenessCovered() {
        return status().lateness().covered();
    }

    /** What callbacks contribute; null where none are taken. */
    default CallbackShare callbackShare() {
        return null;
    }

    /** What came of the requests for callbacks; null where none are taken. */
    default CallbackCounts callbackCounts() {
        return null;
    }

    @ManagedAttribute(description = "Number of requests for callbacks since the start")
    default long getCallbacksReceived() {
        return callbackCounts() == null ? 0 : callbackCounts().received();
    }

    @ManagedAttribute(description = "Number of requests for callbacks that were refused since the start")
    default long getCallbacksRefused() {
        return callbackCounts() == null ? 0 : callbackCounts().refused();
    }

    @ManagedAttribute(description = "Number of items of callbacks that are not done")
    default int getCallbacksWaiting() {
        return callbackShare() == null ? 0 : callbackShare().waiting();
    }

    @ManagedAttribute(description = "Number of items that a callback reported first")
    default long getPushed() {
        return callbackShare() == null ? 0 : callbackShare().pushed();
    }

    @ManagedAttribute(description = "Number of items found by polling that no callback has reported so far")
    default long getNotPushed() {
        return callbackShare() == null ? 0 : callbackShare().notPushed();
    }

    @ManagedAttribute(description = "Latest span that the vendor no longer kept")
    default String getGap() {
        return text(status().gap());
    }

    @ManagedAttribute(description = "Latest span that could not be read completely")
    default String getIncomplete() {
        return text(status().incomplete());
    }

    @ManagedAttribute(description = "Latest window of a sweep that could not be read and was not read since")
    default String getSweepFailed() {
        return text(status().sweepFailed());
    }

    @ManagedAttribute(description = "Why the position cannot be stored at present")
    default String getNotStored() {
        return status().notStored();
    }

    @ManagedAttribute(description = "Why the last reading of a snapshot was not believed")
    default String getDistrust() {
        return status().distrust();
    }

    @ManagedAttribute(description = "Number of partitions; 0 without forEach")
    default int getPartitions() {
        FeedStatus.Partitions partitions = status().partitions();
        return partitions == null ? 0 : partitions.listed();
    }

    @ManagedAttribute(description = "Number of partitions that could not be read when it was last tried")
    default int getFailingPartitions() {
        FeedStatus.Partitions partitions = status().partitions();
        return partitions == null ? 0 : partitions.failing();
    }

    @ManagedAttribute(description = "The partition that is furthest behind")
    default String getOldestPartition() {
        FeedStatus.Partitions partitions = status().partitions();
        return partitions == null ? null : text(partitions.oldest());
    }

    @ManagedOperation(
            description =
                    "Moves the feed, with all its partitions, back to an instant such as 2026-01-31T08:00:00Z: items from then on are delivered again")
    default String rewind(String instant) {
        return summary(rewind(null, instant(instant), "JMX"));
    }

    @ManagedOperation(
            description = "Moves one partition back to an instant: its items from then on are delivered again")
    default String rewindPartition(String partition, String instant) {
        return summary(rewind(partition, instant(instant), "JMX"));
    }

    @ManagedOperation(description = "Lists the positions, the one furthest behind first, as lines separated by tabs")
    default String listPositions() {
        StringBuilder lines = new StringBuilder("PARTITION\tWATERMARK\tREAD UP TO\tFAILING\n");
        FeedStatus whole = status();
        if (whole.partitions() == null) {
            return lines.append(line("-", whole, false)).toString();
        }
        partitions().stream()
                .sorted(OLDEST_FIRST)
                .map(partition -> line(partition.partition().id(), partition.status(), partition.isFailing()))
                .forEach(lines::append);
        return lines.toString();
    }

    /** Partitions by how far they are behind; those not read yet come first. */
    Comparator<PartitionStatus> OLDEST_FIRST = Comparator.<PartitionStatus, Instant>comparing(
                    partition -> partition.status().watermark(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(partition -> partition.partition().id());

    private static String line(String name, FeedStatus status, boolean isFailing) {
        return name + "\t" + orDash(status.watermark()) + "\t" + orDash(status.readUpTo()) + "\t"
                + (isFailing ? "yes" : "no") + "\n";
    }

    private static String orDash(Instant time) {
        return time == null ? "-" : time.toString();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "': must be an instant in UTC, such as 2026-01-31T08:00:00Z.");
        }
    }

    private static String summary(List<Rewound> moves) {
        if (moves.size() == 1) {
            Rewound move = moves.get(0);
            return (move.partition().isEmpty() ? "" : "Partition " + move.partition() + ": ") + "Moved from "
                    + move.from() + " to " + move.to() + ".";
        }
        return moves.size() + " partitions were moved.";
    }

    private static Long millis(Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static String text(Span span) {
        return span == null ? null : span.from() + " to " + span.to();
    }
}

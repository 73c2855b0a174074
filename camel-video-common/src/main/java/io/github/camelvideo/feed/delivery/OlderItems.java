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
package io.github.camelvideo.feed.delivery;

import io.github.camelvideo.feed.delivery.KnownItems.Known;
import io.github.camelvideo.feed.position.PositionEntry;
import io.github.camelvideo.json.Digests;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What was delivered inside the span of a sweep and is too old for {@link KnownItems}: 8 bytes for each item, the first of the SHA-256 of
 * its key. Two keys that share them are taken for one: with a million items remembered, a straggler is lost so with a probability of
 * 5·10<sup>-14</sup>.
 *
 * <p>Digests are kept in segments of time. Items enter a segment when its time is over, all at once, so that it is stored once; a poll
 * costs nothing. A segment leaves as a whole when its end is older than the span. Stragglers, which are few, have an entry each. All
 * entries have no time: the store forgets by time what is older than the lookback, which these are.
 *
 * <p>As text, an entry has the key {@code older:<begin>/<end>/<number>} and the state {@code #} with the digests in Base64; that of a straggler
 * has its key and the state {@code @<time>}, a blank and its state in the words of {@link LogPosition}.
 *
 * <p>Not thread-safe.
 */
final class OlderItems {

    /** 87 KB as text. */
    static final int MAX_DIGESTS = 8_192;

    /** A span has about that many segments: so much of it is kept longer than the span. */
    private static final int SEGMENTS = 100;

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final String KEY = "older:";
    private static final char DIGESTS = '#';
    private static final char STRAGGLER = '@';

    private record Segment(Instant begin, Instant end, int number, long[] digests) {

        String key() {
            return KEY + begin + "/" + end + "/" + number;
        }
    }

    private final Duration span;
    private final Duration length;
    private final UnaryOperator<Instant> floor;
    private final TreeMap<Instant, List<Segment>> segments = new TreeMap<>();
    private final Map<String, Known> stragglers = new HashMap<>();
    private final Set<String> unstored = new HashSet<>();
    private final Set<String> removed = new HashSet<>();

    /** All that was delivered from then on is remembered. */
    private Instant completeFrom;

    /**
     * @param span what is older than this is forgotten
     * @param floor rounds a moment down as reading does
     * @param completeFrom what was delivered before is not known
     */
    OlderItems(Duration span, UnaryOperator<Instant> floor, Instant completeFrom) {
        this.span = span;
        Duration part = span.dividedBy(SEGMENTS);
        Duration bounded = part.compareTo(LONGEST) > 0 ? LONGEST : part;
        this.length = bounded.compareTo(SHORTEST) < 0 ? SHORTEST : bounded;
        this.floor = floor;
        this.completeFrom = completeFrom;
    }

    /** Whether an entry of a position is one of these. */
    static boolean isEntry(PositionEntry entry) {
        return entry.time() == null;
    }

    /** @throws IllegalArgumentException when the entry is damaged, with the reason */
    void restore(PositionEntry entry) {
        try {
            String state = entry.state();
            if (!state.isEmpty() && state.charAt(0) == DIGESTS && entry.key().startsWith(KEY)) {
                String[] name = entry.key().substring(KEY.length()).split("/");
                add(new Segment(
                        Instant.parse(name[0]),
                        Instant.parse(name[1]),
                        Integer.parseInt(name[2]),
                        digests(state.substring(1))));
                return;
            }
            int blank = state.indexOf(' ');
            if (blank > 0 && state.charAt(0) == STRAGGLER) {
                stragglers.put(
                        entry.key(), new Known(Instant.parse(state.substring(1, blank)), state.substring(blank + 1)));
                return;
            }
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("entry '" + entry.key() + "' is damaged: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("entry '" + entry.key() + "' has no time");
    }

    private void add(Segment segment) {
        segments.computeIfAbsent(segment.begin(), any -> new ArrayList<>()).add(segment);
    }

    /** The begin of the segment that a moment belongs to, as reading would ask for it. */
    Instant floor(Instant moment) {
        return floor.apply(begin(moment));
    }

    /** Between two moments whose {@link #floor} differs. */
    Duration step() {
        return length;
    }

    private Instant begin(Instant moment) {
        long millis = length.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(moment.toEpochMilli(), millis) * millis);
    }

    /** What is known of a straggler, or null. */
    Known straggler(String key) {
        return stragglers.get(key);
    }

    /** Whether an item was delivered that is no straggler. */
    boolean contains(String key, Instant time) {
        long digest = digest(key);
        Map.Entry<Instant, List<Segment>> likely = segments.floorEntry(time);
        if (likely != null && contains(likely.getValue(), digest)) {
            return true;
        }
        // one whose time was read otherwise is somewhere else
        return segments.values().stream().anyMatch(some -> contains(some, digest));
    }

    private static boolean contains(List<Segment> some, long digest) {
        for (Segment segment : some) {
            if (Arrays.binarySearch(segment.digests(), digest) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static long digest(String key) {
        return ByteBuffer.wrap(Digests.sha256(Digests.utf8(key))).getLong();
    }

    /** Remembers items that are no longer known by their keys. */
    void add(Map<String, Known> items) {
        Map<Instant, List<Long>> bySegment = new TreeMap<>();
        items.forEach((key, known) -> bySegment
                .computeIfAbsent(begin(known.until()), any -> new ArrayList<>())
                .add(digest(key)));
        bySegment.forEach((begin, digests) -> add(
                begin,
                digests.stream().mapToLong(Long::longValue).sorted().distinct().toArray()));
    }

    private void add(Instant begin, long[] digests) {
        for (int from = 0; from < digests.length; from += MAX_DIGESTS) {
            int number = segments.getOrDefault(begin, List.of()).stream()
                            .mapToInt(Segment::number)
                            .max()
                            .orElse(-1)
                    + 1;
            Segment segment = new Segment(
                    begin,
                    begin.plus(length),
                    number,
                    Arrays.copyOfRange(digests, from, Math.min(digests.length, from + MAX_DIGESTS)));
            add(segment);
            put(segment.key());
        }
    }

    /** Remembers a straggler. */
    void putStraggler(String key, Known known) {
        stragglers.put(key, known);
        put(key);
    }

    /** Forgets a straggler; false when it is not known. */
    boolean removeStraggler(String key) {
        if (stragglers.remove(key) == null) {
            return false;
        }
        remove(key);
        return true;
    }

    private void put(String key) {
        unstored.add(key);
        removed.remove(key);
    }

    private void remove(String key) {
        unstored.remove(key);
        removed.add(key);
    }

    /** The item is known by its key again, whose entry takes the place of this one. */
    void isKnown(String key) {
        if (stragglers.remove(key) != null) {
            unstored.remove(key);
        }
    }

    /** Forgets what is older than the span. */
    void forgetOld(Instant readUpTo) {
        Instant horizon = floor.apply(readUpTo.minus(span));
        dropIf(segment -> !segment.end().isAfter(horizon), known -> known.until()
                .isBefore(horizon));
        completeFrom = horizon.isAfter(completeFrom) ? horizon : completeFrom;
    }

    /** Forgets what happened from a moment on: it is delivered again. */
    void forgetFrom(Instant moment) {
        dropIf(segment -> !segment.begin().isBefore(moment), known -> !known.until()
                .isBefore(moment));
        completeFrom = moment.isBefore(completeFrom) ? moment : completeFrom;
    }

    private void dropIf(Predicate<Segment> isDropped, Predicate<Known> isForgotten) {
        segments.values()
                .forEach(some -> some.removeIf(segment -> {
                    boolean isGone = isDropped.test(segment);
                    if (isGone) {
                        remove(segment.key());
                    }
                    return isGone;
                }));
        segments.values().removeIf(List::isEmpty);
        stragglers.entrySet().removeIf(straggler -> {
            boolean isGone = isForgotten.test(straggler.getValue());
            if (isGone) {
                remove(straggler.getKey());
            }
            return isGone;
        });
    }

    /** Forgets all. */
    void clear() {
        dropIf(segment -> true, known -> true);
    }

    /** All that was delivered from then on is remembered, here or by its key. */
    Instant completeFrom() {
        return completeFrom;
    }

    /** From there on a sweep may read. */
    Instant sweepFrom(Instant readUpTo) {
        Instant oldest = readUpTo.minus(span);
        return oldest.isAfter(completeFrom) ? oldest : completeFrom;
    }

    /** The entries that are new or changed since this was asked last. */
    List<PositionEntry> takeUnstored() {
        List<PositionEntry> put = new ArrayList<>();
        if (!unstored.isEmpty()) {
            entries().stream().filter(entry -> unstored.contains(entry.key())).forEach(put::add);
            unstored.clear();
        }
        return put;
    }

    /** The keys of entries that are gone since this was asked last. */
    Set<String> takeRemoved() {
        Set<String> gone = Set.copyOf(removed);
        removed.clear();
        return gone;
    }

    /** An entry could not be stored. */
    void giveBack(PositionEntry entry) {
        boolean isThere = stragglers.containsKey(entry.key())
                || segments.values().stream().flatMap(Collection::stream).anyMatch(segment -> segment.key()
                        .equals(entry.key()));
        if (isThere) {
            unstored.add(entry.key());
        }
    }

    /** All of them as entries of a position. */
    List<PositionEntry> entries() {
        List<PositionEntry> entries = new ArrayList<>();
        segments.values().stream()
                .flatMap(Collection::stream)
                .forEach(segment ->
                        entries.add(new PositionEntry(segment.key(), null, DIGESTS + text(segment.digests()))));
        stragglers.forEach((key, known) -> entries.add(
                new PositionEntry(key, null, STRAGGLER + known.until().toString() + " " + known.state())));
        return entries;
    }

    private static String text(long[] digests) {
        ByteBuffer bytes = ByteBuffer.allocate(digests.length * Long.BYTES);
        bytes.asLongBuffer().put(digests);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static long[] digests(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length % Long.BYTES != 0) {
            throw new IllegalArgumentException("it ends in the middle of a digest");
        }
        long[] digests = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(digests);
        return digests;
    }
}

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
package io.github.camelvideo.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.feed.position.PositionChange;
import io.github.camelvideo.feed.position.PositionEntry;
import io.github.camelvideo.feed.position.StoredPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionOffsetsTest {

    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
    private static final PartitionOffsets.Limits SMALL = new PartitionOffsets.Limits(400, 600, 32);

    /** A poll often takes several segments. */
    private static final PartitionOffsets.Limits NARROW = new PartitionOffsets.Limits(400, 120, 128);

    private PartitionOffsets.Limits limits = SMALL;

    /** What Connect has stored, and in memory what the position truly is after each write. */
    private final Map<Integer, Map<String, Object>> stored = new HashMap<>();

    private final Map<String, PositionEntry> truth = new TreeMap<>();
    private final List<Set<String>> delivered = new ArrayList<>();
    private int generation;
    private PartitionOffsets offsets = load();

    private PartitionOffsets load() {
        return PartitionOffsets.load("", limits, "g" + generation++, stored.get(-1), count -> stored.entrySet().stream()
                .filter(entry -> entry.getKey() >= 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static String head(Instant watermark) {
        return "{\"v\":2,\"kind\":\"log\",\"watermark\":\"" + watermark + "\",\"from\":\"" + watermark + "\"}";
    }

    private static PositionEntry entry(int number) {
        return new PositionEntry("item-" + number, START.plusSeconds(number), "");
    }

    private void change(int watermark, List<PositionEntry> put, Set<String> removed, Instant forgetBefore) {
        removed.forEach(truth::remove);
        if (forgetBefore != null) {
            truth.values().removeIf(one -> one.time().isBefore(forgetBefore));
        }
        put.forEach(one -> truth.put(one.key(), one));
        offsets.apply(new PositionChange(head(START.plusSeconds(watermark)), put, removed, forgetBefore, () -> null));
    }

    private void store(OffsetWrite write) {
        stored.put(write.segment() == null ? -1 : write.segment(), write.offset());
    }

    /** Everything is stored, as with exactly-once support. */
    private List<OffsetWrite> commit() {
        List<OffsetWrite> writes = offsets.write();
        writes.forEach(this::store);
        writes.forEach(offsets::arrived);
        return writes;
    }

    private static Set<String> keys(StoredPosition position) {
        return position.entries().stream().map(PositionEntry::key).collect(Collectors.toCollection(TreeSet::new));
    }

    private void isStored(PartitionOffsets loaded, int watermark) {
        assertThat(loaded.position().head()).isEqualTo(head(START.plusSeconds(watermark)));
        assertThat(loaded.position().entries()).containsExactlyInAnyOrderElementsOf(truth.values());
    }

    private static int watermark(StoredPosition position) {
        return (int)
                (Instant.parse(EntryText.member(position.head(), "watermark")).getEpochSecond()
                        - START.getEpochSecond());
    }

    @Test
    void aSmallPositionIsOneOffsetThatAPersonCanRead() {
        change(5, List.of(entry(1), entry(4)), Set.of(), START);

        List<OffsetWrite> writes = commit();

        assertThat(writes).hasSize(1);
        assertThat(writes.get(0).segment()).isNull();
        assertThat(writes.get(0).offset())
                .containsEntry("watermark", "2026-05-01T00:00:05Z")
                .containsEntry(
                        "entries",
                        "{\"2026-05-01T00:00:01Z\":{\"item-1\":\"\"},\"2026-05-01T00:00:04Z\":{\"item-4\":\"\"}}");
        isStored(load(), 5);
    }

    @Test
    void nothingIsKnownWhereNothingIsStored() {
        assertThat(load().position()).isNull();
        stored.put(-1, OffsetSegment.NOTHING);
        assertThat(load().position()).isNull();
    }

    @Test
    void aLargePositionWritesLittleAtATime() {
        change(0, IntStream.range(0, 60).mapToObj(PartitionOffsetsTest::entry).toList(), Set.of(), START);
        commit();

        for (int i = 60; i < 200; i++) {
            change(i, List.of(entry(i)), Set.of(), START.plusSeconds(i - 60));
            List<OffsetWrite> writes = commit();

            assertThat(writes).hasSize(1);
            assertThat(writes.get(0).offset().toString().length()).isLessThan(1_500);
            isStored(load(), i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsStoredIsThePositionAfterEachWriteAndEachRestart(long seed) {
        Random random = new Random(seed);
        int number = 0;
        for (int poll = 0; poll < 300; poll++) {
            // small, large, small again, and moved back
            int phase = poll / 100 % 2;
            List<PositionEntry> put = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                put.add(entry(number++));
            }
            if (!truth.isEmpty() && random.nextInt(5) == 0) {
                PositionEntry known = truth.values().iterator().next();
                put.add(new PositionEntry(known.key(), known.time(), "=" + poll));
            }
            Set<String> removed = new TreeSet<>();
            if (random.nextInt(10) == 0) {
                int back = Math.max(0, number - random.nextInt(20));
                truth.values().stream()
                        .filter(one -> !one.time().isBefore(START.plusSeconds(back)))
                        .forEach(one -> removed.add(one.key()));
            }
            int kept = phase == 0 ? 5 : 50;
            change(number, put, removed, START.plusSeconds(Math.max(0, number - kept)));
            if (random.nextInt(4) != 0) {
                commit();
                isStored(load(), number);
                if (random.nextInt(10) == 0) {
                    offsets = load();
                }
            }
        }
        assertThat(stored).hasSizeGreaterThan(1);
    }

    @Test
    void aPositionThatBecomesSmallAgainIsOneOffset() {
        change(0, IntStream.range(0, 60).mapToObj(PartitionOffsetsTest::entry).toList(), Set.of(), START);
        commit();
        change(100, List.of(entry(100)), Set.of(), START.plusSeconds(100));

        List<OffsetWrite> writes = commit();

        assertThat(writes).hasSize(1);
        assertThat(writes.get(0).segment()).isNull();
        isStored(load(), 100);
    }

    @Test
    void segmentsOfBeforeAResetDoNotCount() {
        change(0, IntStream.range(0, 60).mapToObj(PartitionOffsetsTest::entry).toList(), Set.of(), START);
        commit();
        stored.remove(-1);

        offsets = load();
        truth.clear();
        assertThat(offsets.position()).isNull();

        change(7, IntStream.range(0, 40).mapToObj(PartitionOffsetsTest::entry).toList(), Set.of(), START);
        commit();
        isStored(load(), 7);
    }

    /**
     * Without exactly-once support: records arrive in any order, Connect stores the offsets of what has arrived, some keys and not others,
     * and the process dies.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aCrashAfterAnyWriteLosesNothing(long seed) {
        limits = seed % 2 == 0 ? SMALL : NARROW;
        offsets = load();
        Random random = new Random(seed);
        int number = 0;
        int crashes = 0;
        List<OffsetWrite> underWay = new ArrayList<>();
        Map<Integer, Map<String, Object>> arrivedOffsets = new TreeMap<>();
        Set<String> arrived = new TreeSet<>();
        Map<OffsetWrite, Set<String>> itemsOf = new HashMap<>();
        for (int poll = 0; poll < 300; poll++) {
            if (!offsets.mustWait()) {
                List<PositionEntry> put = new ArrayList<>();
                for (int i = random.nextInt(6); i >= 0; i--) {
                    put.add(entry(number++));
                }
                // all are done in order, so the watermark is behind the last one, and half of them are remembered
                offsets.apply(new PositionChange(
                        head(START.plusSeconds(number)), put, Set.of(), START.plusSeconds(number - 40L), () -> null));
                List<OffsetWrite> writes = offsets.write();
                itemsOf.put(writes.get(0), put.stream().map(PositionEntry::key).collect(Collectors.toSet()));
                underWay.addAll(writes);
            }
            // some arrive, in the order of their keys alone
            Set<Integer> blocked = new TreeSet<>();
            for (OffsetWrite write : List.copyOf(underWay)) {
                int key = write.segment() == null ? -1 : write.segment();
                if (random.nextInt(3) == 0 || blocked.contains(key)) {
                    blocked.add(key);
                    continue;
                }
                underWay.remove(write);
                offsets.arrived(write);
                arrivedOffsets.put(key, write.offset());
                arrived.addAll(itemsOf.getOrDefault(write, Set.of()));
            }
            if (random.nextInt(8) == 0) {
                // a flush, and sometimes only a part of it
                boolean isCut = random.nextInt(3) == 0;
                arrivedOffsets.forEach((key, offset) -> {
                    if (!isCut || random.nextBoolean()) {
                        stored.put(key, offset);
                    }
                });
                if (isCut || random.nextInt(5) == 0) {
                    crashes++;
                    offsets = load();
                    underWay.clear();
                    arrivedOffsets.clear();
                    StoredPosition position = offsets.position();
                    int resumed = position == null ? 0 : watermark(position);
                    // nothing before the watermark is missing, and what counts as known has arrived
                    for (int item = 0; item < resumed; item++) {
                        assertThat(arrived).as("seed %s, poll %s", seed, poll).contains("item-" + item);
                    }
                    if (position != null) {
                        assertThat(arrived).containsAll(keys(position));
                    }
                    number = resumed;
                }
            }
        }
        assertThat(crashes).isGreaterThan(2);
        assertThat(stored).hasSizeGreaterThan(10);
    }

    @Test
    void aWriteBehindAGapCountsAsKnownButDoesNotMoveThePosition() {
        change(60, IntStream.range(0, 60).mapToObj(PartitionOffsetsTest::entry).toList(), Set.of(), START);
        commit();
        change(61, List.of(entry(61)), Set.of(), START);
        List<OffsetWrite> lost = offsets.write();
        change(62, List.of(entry(62)), Set.of(), START);
        List<OffsetWrite> behind = offsets.write();
        behind.forEach(this::store);

        StoredPosition position = load().position();

        assertThat(lost).hasSize(1);
        assertThat(watermark(position)).isEqualTo(60);
        assertThat(keys(position)).contains("item-62").doesNotContain("item-61");
    }

    @Test
    void aProcessThatHasSeenAGapContinuesOverIt() {
        aWriteBehindAGapCountsAsKnownButDoesNotMoveThePosition();
        offsets = load();
        truth.remove("item-61");
        change(63, List.of(entry(61), entry(63)), Set.of(), START);
        commit();

        isStored(load(), 63);
    }

    @Test
    void noWriteIsMadeAsLongAsRecordsOfLongAgoHaveNotArrived() {
        change(60, IntStream.range(0, 60).mapToObj(PartitionOffsetsTest::entry).toList(), Set.of(), START);
        commit();
        int writes = 0;
        while (!offsets.mustWait()) {
            change(61 + writes, List.of(entry(61 + writes)), Set.of(), START);
            offsets.write().forEach(this::store);
            writes++;
        }
        assertThat(writes).isBetween(2, 32);
    }

    @Test
    void whatConnectDropsIsPartOfTheNextWrite() {
        change(60, IntStream.range(0, 60).mapToObj(PartitionOffsetsTest::entry).toList(), Set.of(), START);
        commit();
        for (int i = 61; i < 120; i++) {
            change(i, List.of(entry(i)), Set.of("item-" + (i - 61)), START.plusSeconds(i - 60));
            List<OffsetWrite> writes = offsets.write();
            if (i % 3 == 0) {
                writes.forEach(offsets::dropped);
            } else {
                writes.forEach(this::store);
                writes.forEach(offsets::arrived);
                isStored(load(), i);
            }
        }
    }

    @Test
    void segmentsAreAnnouncedAgainWhenConnectHasDroppedThat() {
        change(60, IntStream.range(0, 60).mapToObj(PartitionOffsetsTest::entry).toList(), Set.of(), START);
        List<OffsetWrite> writes = offsets.write();
        OffsetWrite announcement = writes.get(writes.size() - 1);
        writes.stream().filter(write -> write != announcement).forEach(write -> {
            store(write);
            offsets.arrived(write);
        });
        assertThat(announcement.segment()).isNull();
        offsets.dropped(announcement);

        change(61, List.of(entry(61)), Set.of(), START);
        assertThat(commit()).hasSize(2);
        isStored(load(), 61);
    }

    @Test
    void whatRecordsBeforeTheLastOneCarrySaysNoMoreThanWhatIsStored() {
        change(60, IntStream.range(0, 60).mapToObj(PartitionOffsetsTest::entry).toList(), Set.of(), START);
        commit();
        for (int i = 61; i < 120; i++) {
            change(i, List.of(entry(i)), Set.of(), START.plusSeconds(i - 50));
            OffsetWrite write = offsets.write().get(0);
            Map<String, Object> replaced = stored.get(write.segment());
            stored.put(write.segment(), write.before());
            StoredPosition position = load().position();
            assertThat(watermark(position)).isEqualTo(i == 61 ? 60 : i - 1);
            assertThat(keys(position)).doesNotContain("item-" + i);
            assertThat(replaced == null || !replaced.equals(write.before())).isTrue();
            store(write);
            offsets.arrived(write);
            isStored(load(), i);
        }
    }

    @Test
    void aPositionThatIsTooLargeIsRefusedWithARemedy() {
        change(
                0,
                IntStream.range(0, 2_000).mapToObj(PartitionOffsetsTest::entry).toList(),
                Set.of(),
                START);

        assertThatThrownBy(offsets::write)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("too large")
                .hasMessageContaining("forEach");
    }

    @Test
    void whatIsNotAnOffsetOfAFeedIsRefused() {
        stored.put(-1, Map.of("offset", 5L));

        assertThatThrownBy(this::load)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("generation");
    }
}

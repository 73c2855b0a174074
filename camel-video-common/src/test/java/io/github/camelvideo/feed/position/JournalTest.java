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

import static io.github.camelvideo.feed.position.PositionModel.contentOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.feed.position.JournalIndex.Presence;
import io.github.camelvideo.feed.position.PositionModel.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The journal on a disk that breaks at every point. A partition counts as the deletion of itself when it is not stored. */
class JournalTest {

    private static final Path FILE = Path.of("dir", "feed.journal");
    private static final String FEED = "live/DescribeAlarms 通道";
    private static final List<String> PARTITIONS = List.of("", "a", "b");
    /** So small that the scripts compact several times. */
    private static final long SMALLEST = 700;

    private static final int RECORDS = 60;
    private static final long NEVER = Long.MAX_VALUE;

    private Journal open(JournalIo io, long smallest) throws IOException {
        return Journal.open(io, FILE, FEED, true, partition -> true, smallest);
    }

    /** Positions of some partitions, and the random changes that lead there. */
    private static final class Script {
        private final Map<String, PositionModel> models = new HashMap<>();
        private final Random random;
        private int number;

        Script(long seed) {
            random = new Random(seed);
            PARTITIONS.forEach(partition -> models.put(partition, new PositionModel()));
        }

        JournalRecord next(Journal journal) {
            String partition = PARTITIONS.get(random.nextInt(PARTITIONS.size()));
            PositionModel model = models.get(partition);
            if (random.nextInt(12) == 0) {
                model.delete();
                return JournalRecord.deletion(partition);
            }
            PositionChange change = model.change(random, number++);
            // like FilePositionStore: what the journal does not hold is written whole
            return journal.presence(partition) == Presence.STORED
                    ? JournalRecord.of(partition, change)
                    : JournalRecord.of(partition, change.whole().get());
        }

        /** The partition whole, as a change that is merged from all that failed. */
        JournalRecord merged(String partition) {
            Content content = models.get(partition).content();
            return content.head() == null
                    ? JournalRecord.deletion(partition)
                    : new JournalRecord(
                            partition,
                            content.head(),
                            null,
                            keysOfAll(),
                            List.copyOf(content.entries().values()));
        }

        private Set<String> keysOfAll() {
            Set<String> keys = new java.util.HashSet<>();
            Random all = new Random(1);
            PositionModel any = new PositionModel();
            for (int i = 0; i < 400; i++) {
                any.change(all, i).put().forEach(entry -> keys.add(entry.key()));
            }
            return keys;
        }

        Map<String, Content> contents() {
            Map<String, Content> contents = new HashMap<>();
            models.forEach((partition, model) -> contents.put(partition, model.content()));
            return contents;
        }
    }

    private static Map<String, Content> contents(Journal journal) throws IOException {
        Map<String, Content> contents = new HashMap<>();
        for (String partition : PARTITIONS) {
            boolean stored = journal.presence(partition) == Presence.STORED;
            contents.put(partition, contentOf(stored ? journal.read(partition) : null));
        }
        return contents;
    }

    /** A small journal, the offsets at which its frames begin, and what it holds before each of them. */
    private record Small(byte[] bytes, List<Integer> frames, List<Map<String, Content>> before) {}

    private Small small(int records) throws IOException {
        MemoryIo io = new MemoryIo();
        Script script = new Script(7);
        Journal journal = open(io, NEVER);
        List<Integer> frames = new ArrayList<>();
        List<Map<String, Content>> before = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            frames.add((int) journal.length());
            before.add(script.contents());
            journal.commit(script.next(journal));
        }
        frames.add((int) journal.length());
        before.add(script.contents());
        return new Small(io.content(FILE), frames, before);
    }

    private Map<String, Content> reopened(byte[] bytes) throws IOException {
        MemoryIo io = new MemoryIo();
        io.content(FILE, bytes);
        Journal journal = open(io, NEVER);
        Map<String, Content> found = contents(journal);
        Map<String, Content> after = new HashMap<>(found);
        PositionModel model = new PositionModel();
        PositionChange change =
                model.change(PositionModel.head(1), List.of(new PositionEntry("next", null, "")), Set.of(), null);
        journal.commit(JournalRecord.deletion("a"));
        journal.commit(JournalRecord.of("a", change.whole().get()));
        after.put("a", model.content());
        assertThat(contents(open(io.after(MemoryIo.Loss.ALL_NOT_FORCED), NEVER)))
                .as("works on after it was opened")
                .isEqualTo(after);
        return found;
    }

    @Test
    void cutAtEveryByteItHoldsWhatWasCompleteOrIsRefused() throws IOException {
        Small small = small(12);

        for (int size = 0; size < small.bytes().length; size++) {
            byte[] cut = Arrays.copyOf(small.bytes(), size);
            if (size < small.frames().get(0)) {
                assertThatThrownBy(() -> reopened(cut))
                        .as("cut to %d", size)
                        .isInstanceOf(DamagedJournalException.class);
            } else {
                int complete = small.frames().size() - 1;
                while (small.frames().get(complete) > size) {
                    complete--;
                }
                assertThat(reopened(cut))
                        .as("cut to %d", size)
                        .isEqualTo(small.before().get(complete));
            }
        }
    }

    @Test
    void aBitThatFlipsIsNoticedUnlessItIsTheTail() throws IOException {
        Small small = small(8);
        int last = small.frames().get(7);

        for (int at = 0; at < small.bytes().length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = small.bytes().clone();
                flipped[at] ^= (byte) (1 << bit);
                if (at < last) {
                    assertThatThrownBy(() -> reopened(flipped))
                            .as("bit %d of byte %d", bit, at)
                            .isInstanceOf(DamagedJournalException.class);
                } else {
                    assertThat(reopened(flipped))
                            .as("bit %d of byte %d", bit, at)
                            .isEqualTo(small.before().get(7));
                }
            }
        }
    }

    @Test
    void refusesWhatIsNotItsJournal() throws IOException {
        byte[] newer = small(1).bytes();
        newer[11] = 2;

        assertThatThrownBy(() -> reopened(new byte[0])).hasMessage("it is empty");
        assertThatThrownBy(() -> reopened(new byte[4096])).hasMessage("it does not begin as a journal of positions");
        assertThatThrownBy(() -> reopened("{\"v\":1}".repeat(9).getBytes(StandardCharsets.UTF_8)))
                .hasMessage("it does not begin as a journal of positions");
        assertThatThrownBy(() -> reopened(newer))
                .hasMessage("it has version 2. This release reads up to version 1; a newer release wrote it");
        MemoryIo io = new MemoryIo();
        io.content(FILE, small(1).bytes());
        assertThatThrownBy(() -> Journal.open(io, FILE, "other", true, partition -> true, NEVER))
                .isInstanceOf(DamagedJournalException.class)
                .hasMessage("it is the journal of the feed '" + FEED + "'");
    }

    /** At each step of saves and compactions the process is killed, or the machine loses power. */
    @ParameterizedTest
    @EnumSource(MemoryIo.Loss.class)
    void stoppedAtAnyStepItHasAllThatWasAcknowledged(MemoryIo.Loss loss) throws IOException {
        int steps = stepsOf(RECORDS);
        assertThat(steps).as("enough to try").isGreaterThan(120);

        for (int step = 0; step < steps; step++) {
            for (double part : new double[] {0.5, 1}) {
                stopAndReopen(step, part, loss);
            }
        }
    }

    private int stepsOf(int records) throws IOException {
        MemoryIo io = new MemoryIo();
        Script script = new Script(11);
        Journal journal = open(io, SMALLEST);
        long longest = 0;
        int compactions = 0;
        for (int i = 0; i < records; i++) {
            journal.commit(script.next(journal));
            compactions += journal.length() < longest ? 1 : 0;
            longest = journal.length();
        }
        assertThat(compactions).as("compactions").isGreaterThan(2);
        return io.steps();
    }

    private void stopAndReopen(int step, double part, MemoryIo.Loss loss) throws IOException {
        MemoryIo io = new MemoryIo();
        io.failAt(step, Integer.MAX_VALUE, part);
        Script script = new Script(11);
        Map<String, Content> acknowledged = script.contents();
        Map<String, Content> attempted = acknowledged;
        try {
            Journal journal = open(io, SMALLEST);
            for (int i = 0; i < RECORDS; i++) {
                JournalRecord record = script.next(journal);
                attempted = script.contents();
                journal.commit(record);
                acknowledged = attempted;
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
        Map<String, Content> found = contents(open(io.after(loss), SMALLEST));
        assertThat(found).as("stopped at step %d, part %s", step, part).isIn(acknowledged, attempted);
    }

    /** At each step the disk is full for a while; then saves work again, and nothing is missing. */
    @Test
    void afterAFullDiskAtAnyStepTheNextCommitWorks() throws IOException {
        int steps = stepsOf(RECORDS);

        for (int step = 2; step < steps; step++) {
            for (int count : new int[] {1, 7}) {
                for (double part : new double[] {0.7}) {
                    failForAWhile(step, count, part);
                }
            }
        }
    }

    private void failForAWhile(int step, int count, double part) throws IOException {
        MemoryIo io = new MemoryIo();
        Script script = new Script(11);
        Journal journal = null;
        io.failAt(step, count, part);
        for (int i = 0; i < 20 && journal == null; i++) {
            try {
                journal = open(io, SMALLEST);
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("No space left");
            }
        }
        for (int i = 0; i < RECORDS; i++) {
            JournalRecord record = script.next(journal);
            boolean done = false;
            for (int attempt = 0; !done && attempt < 20; attempt++) {
                try {
                    journal.commit(attempt == 0 ? record : script.merged(record.partition()));
                    done = true;
                } catch (IOException e) {
                    assertThat(e).hasMessageContaining("No space left");
                }
            }
            assertThat(done).as("step %d, %d times", step, count).isTrue();
        }
        assertThat(contents(journal)).as("step %d, %d times", step, count).isEqualTo(script.contents());
        assertThat(contents(open(io.after(MemoryIo.Loss.ALL_NOT_FORCED), SMALLEST)))
                .as("step %d, %d times", step, count)
                .isEqualTo(script.contents());
    }

    @Test
    void aFileThatWasRemovedWhileInUseIsNoticed() throws IOException {
        MemoryIo io = new MemoryIo();
        Journal journal = open(io, NEVER);
        io.delete(FILE);

        assertThatThrownBy(() -> journal.commit(JournalRecord.deletion("a")))
                .hasMessageContaining("feed.journal was removed while it was in use");
    }

    @Test
    void compactionKeepsADeletionOnlyWhileItIsNeeded() throws IOException {
        for (boolean needed : new boolean[] {true, false}) {
            MemoryIo io = new MemoryIo();
            Journal journal = Journal.open(io, FILE, FEED, true, partition -> needed, 100);
            PositionChange change = new PositionModel().change(PositionModel.head(1), List.of(), Set.of(), null);
            journal.commit(JournalRecord.of("gone", change));
            journal.commit(JournalRecord.deletion("gone"));
            for (int i = 0; i < 20; i++) {
                journal.commit(JournalRecord.of("stays", change));
            }
            assertThat(journal.length()).isLessThan(900);
            Presence expected = needed ? Presence.DELETED : Presence.ABSENT;
            assertThat(journal.presence("gone")).isEqualTo(expected);
            assertThat(open(io, NEVER).presence("gone")).isEqualTo(expected);
            assertThat(journal.partitions()).containsExactly("stays");
        }
    }
}

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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.feed.CommitPolicy;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedOptions.Initial;
import io.github.camelvideo.feed.FeedOptions.Snapshot;
import io.github.camelvideo.feed.LogLines;
import io.github.camelvideo.feed.position.DyingPositions;
import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.feed.position.MemoryPositions;
import io.github.camelvideo.feed.position.PositionRepository;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot whose vendor, position or process is in trouble. */
class FeedSnapshotFaultsTest extends SnapshotTestSupport {

    @Test
    void anAnswerThatIsOneMemberSurvivesARestart() throws Exception {
        paging = null;
        member("a", "on");
        poll(openWhole());
        member("a", "off");

        assertThat(poll(openWhole())).containsExactly("answer changed off");
        assertThat(poll(openWhole())).isEmpty();
    }

    @Test
    void aListThatMovesWhileItIsReadRemovesNobody() throws Exception {
        options = new Snapshot(Initial.SILENT, 1, 100, null);
        for (int i = 0; i < 9; i++) {
            member("m" + i, "on");
        }
        Feed feed = open();
        poll(feed);

        keepMoving();
        try (LogLines log = new LogLines()) {
            assertThat(poll(feed)).allMatch(told -> told.startsWith("x"));
            assertThat(poll(feed)).allMatch(told -> told.startsWith("x"));
            assertThat(feed.status().distrust()).isNull();
            assertThat(poll(feed)).allMatch(told -> told.startsWith("x"));
            assertThat(poll(feed)).allMatch(told -> told.startsWith("x"));
            assertThat(feed.status().distrust()).isEqualTo("the list kept changing in 4 readings in a row");
            assertThat(log.warnings("kept changing")).hasSize(1);
        }
        beforePage = offset -> {};
        members.keySet().removeIf(id -> id.startsWith("x"));
        members.remove("m0");
        assertThat(poll(feed)).contains("m0 removed on");
        assertThat(feed.status().distrust()).isNull();
    }

    @Test
    void aFirstReadingOfAListThatMovesIsNotTheFirst() throws Exception {
        member("a", "on");
        for (int i = 0; i < 9; i++) {
            member("m" + i, "on");
        }
        Feed feed = open();
        keepMoving();
        assertThat(poll(feed)).isEmpty();

        beforePage = offset -> {};
        member("n", "on");
        assertThat(poll(feed)).isEmpty();
        member("p", "on");
        // the rows that came and went meanwhile were remembered in silence
        assertThat(poll(feed)).filteredOn(told -> !told.startsWith("x")).containsExactly("p added on");
    }

    /** In each walk, a row appears or vanishes between two pages. */
    private void keepMoving() {
        int[] moves = {0};
        beforePage = offset -> {
            if (offset == 3 && !members.keySet().removeIf(id -> id.startsWith("x"))) {
                member("x" + ++moves[0], "on");
            }
        };
    }

    @Test
    void membersOfTheFirstReadingAreStoredAtOnceWhateverTheCommitPolicy() throws Exception {
        commit = CommitPolicy.every(Duration.ofHours(1));
        member("a", "on");
        Feed feed = open();
        poll(feed);
        member("b", "on");
        feed.beginPoll();
        assertThat(FeedFixture.next(feed, 9)).extracting(FeedItem::key).containsExactly("b");

        assertThat(poll(open())).containsExactly("b added on");
    }

    @Test
    void aCrashWhileALongFirstReadingIsStoredMakesNoMemberNew() throws Exception {
        pageSize = 1_000;
        for (int i = 0; i < 12_000; i++) {
            member("m" + i, "on");
        }
        PositionRepository kept = new MemoryPositions();
        // that of the start and a part of the members
        positions = new DyingPositions(kept, 2);
        Feed dying = open();
        assertThatThrownBy(() -> poll(dying)).hasMessageContaining("the process is dead");

        positions = kept;
        assertThat(poll(open())).isEmpty();
        member("n", "on");
        assertThat(poll(open())).containsExactly("n added on");
    }

    @Test
    void aLongListIsDeliveredSomeAtATime() throws Exception {
        commit = CommitPolicy.POLL;
        pageSize = 1_000;
        options = new Snapshot(Initial.ANNOUNCE, 1, 50, null);
        for (int i = 0; i < 2_500; i++) {
            member("m" + i, "on");
        }
        Feed feed = open();
        feed.beginPoll();
        feed.read();
        feed.read();
        assertThat(feed.status().counts().waiting()).isEqualTo(1_000);

        assertThat(poll(feed)).hasSize(2_500).doesNotHaveDuplicates();
        members.remove("m7");
        assertThat(poll(feed)).containsExactly("m7 removed on");
    }

    @Test
    void readingsThatMissAMemberAreCountedOverRestarts() throws Exception {
        options = new Snapshot(Initial.SILENT, 3, 50, null);
        member("a", "on");
        member("b", "on");
        poll(open());
        members.remove("b");

        assertThat(poll(open())).isEmpty();
        assertThat(poll(open())).isEmpty();
        assertThat(poll(open())).containsExactly("b removed on");
        assertThat(poll(open())).isEmpty();
    }

    @Test
    void aMemberThatIsBackBeforeItWasRemovedIsCountedAnewOverRestarts() throws Exception {
        member("a", "on");
        member("b", "on");
        poll(open());
        ObjectNode b = members.remove("b");
        poll(open());
        members.put("b", b);
        assertThat(poll(open())).isEmpty();
        members.remove("b");

        assertThat(poll(open())).isEmpty();
        assertThat(poll(open())).containsExactly("b removed on");
    }

    @Test
    void whatIsBeingRemovedDoesNotMakeTheNextReadingDoubtful() throws Exception {
        for (int i = 0; i < 12; i++) {
            member("m" + i, "on");
        }
        Feed feed = open();
        poll(feed);
        for (int i = 0; i < 5; i++) {
            members.remove("m" + i);
        }
        poll(feed);
        feed.beginPoll();
        List<FeedItem> inFlight = FeedFixture.next(feed, 9);
        assertThat(inFlight).hasSize(5);
        members.remove("m5");
        members.remove("m6");
        poll(feed);

        assertThat(feed.status().distrust()).isNull();
        assertThat(poll(feed)).containsExactlyInAnyOrder("m5 removed on", "m6 removed on");
    }

    @Test
    void aPageThatFailsForGoodDoesNotHoldTheReadingForEver() throws Exception {
        for (int i = 0; i < 9; i++) {
            member("m" + i, "on");
        }
        Feed feed = open();
        poll(feed);
        // such as a page token that has expired: only a new walk helps
        boolean[] expired = {true};
        beforePage = offset -> {
            if (offset == 0) {
                expired[0] = false;
            }
            if (offset == 6 && expired[0]) {
                throw new IllegalStateException("expired");
            }
            if (offset == 3 && calls < 8) {
                expired[0] = true;
            }
        };
        calls = 0;
        member("m9", "on");

        int failures = 0;
        List<String> told = List.of();
        while (told.isEmpty()) {
            try {
                told = poll(feed);
            } catch (IllegalStateException e) {
                assertThat(++failures).isLessThan(10);
            }
        }
        assertThat(told).containsExactly("m9 added on");
    }

    @Test
    void aFieldThatIsNullOrEmptyOrAbsentIsTheSame() throws Exception {
        member("a", "on");
        Feed feed = open();
        poll(feed);

        members.get("a").putNull("Password");
        assertThat(poll(feed)).isEmpty();
        members.get("a").put("Password", "");
        assertThat(poll(feed)).isEmpty();
    }

    @Test
    void aReleaseThatKnowsMoreFieldsChangesNoMember() throws Exception {
        type = type("Id", "Status", "Password*");
        member("a", "on");
        member("b", "on");
        member("c", "on");
        members.values().forEach(member -> member.put("Password", "secret"));
        poll(open());
        members.get("b").put("Name", "gate");
        members.get("c").put("Status", "off");

        type = type("Id", "Name", "Status", "Password*");
        assertThat(poll(open())).containsExactlyInAnyOrder("b changed on", "c changed off");
        assertThat(poll(open())).isEmpty();
        members.get("a").put("Password", "another");
        assertThat(poll(open())).containsExactly("a changed on");
    }

    @Test
    void aPositionOfTheFutureDoesNotPutOffTheResync() throws Exception {
        options = new Snapshot(Initial.SILENT, 2, 50, Duration.ofHours(1));
        member("a", "on");
        clock.advance(Duration.ofDays(30));
        poll(open());
        clock.advance(Duration.ofDays(-30));

        Feed feed = open();
        poll(feed);
        clock.advance(Duration.ofHours(2));
        assertThat(poll(feed)).containsExactly("a present on");
    }

    @Test
    void aResyncThatWasKilledGoesOnWithTheRest() throws Exception {
        options = new Snapshot(Initial.SILENT, 2, 50, Duration.ofDays(1));
        member("a", "on");
        member("b", "on");
        member("c", "on");
        poll(open());
        clock.advance(Duration.ofDays(2));
        Feed feed = open();
        feed.beginPoll();
        List<FeedItem> taken = FeedFixture.next(feed, 2);
        assertThat(taken).extracting(FeedItem::key).containsExactly("a", "b");
        feed.completed(taken.get(0));

        assertThat(poll(open())).containsExactlyInAnyOrder("b present on", "c present on");
        assertThat(poll(open())).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(poll(open())).containsExactlyInAnyOrder("a present on", "b present on", "c present on");
    }

    @Test
    void aDamagedPositionIsNotTakenForANewOne() throws Exception {
        member("a", "on");
        poll(open());
        repository.setState("members", repository.getState("members").replace("=", ""));

        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("entry 'a' is not a member of a snapshot")
                .hasMessageContaining("delete it");
    }

    @Test
    void fiftyThousandMembersAreKeptInAFileAndAQuietReadingWritesNothing(@TempDir Path directory) throws Exception {
        FileOffsetRepository files = new FileOffsetRepository(directory.toString());
        files.start();
        positions = files;
        pageSize = 1_000;
        for (int i = 0; i < 50_000; i++) {
            member("m" + i, "on");
        }
        Feed feed = open();
        assertThat(poll(feed)).isEmpty();
        long size = size(directory);

        assertThat(poll(feed)).isEmpty();
        assertThat(size(directory)).isEqualTo(size);
        member("m7", "off");
        assertThat(poll(feed)).containsExactly("m7 changed off");
        assertThat(size(directory)).isLessThan(size + 1_000);
        member("m8", "off");
        assertThat(poll(open())).containsExactly("m8 changed off");
        open.close();
        files.stop();
    }

    private static long size(Path directory) {
        long size = 0;
        for (File file : directory.toFile().listFiles()) {
            size += file.length();
        }
        return size;
    }
}

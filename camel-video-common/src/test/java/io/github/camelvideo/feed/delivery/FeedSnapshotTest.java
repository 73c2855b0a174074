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
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.feed.Change;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.FeedOptions.Initial;
import io.github.camelvideo.feed.FeedOptions.Snapshot;
import io.github.camelvideo.feed.StartFrom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of a snapshot by values: what is delivered of a list without time. */
class FeedSnapshotTest extends SnapshotTestSupport {

    @Test
    void theFirstReadingIsSilentAndLaterDifferencesAreDelivered() throws Exception {
        member("a", "on");
        Feed feed = open();

        assertThat(poll(feed)).isEmpty();
        member("b", "on");
        assertThat(poll(feed)).containsExactly("b added on");
        member("a", "off");
        assertThat(poll(feed)).containsExactly("a changed off");
        members.remove("b");
        assertThat(poll(feed)).isEmpty();
        assertThat(poll(feed)).containsExactly("b removed on");
        assertThat(poll(feed)).isEmpty();
        member("b", "on");
        assertThat(poll(feed)).containsExactly("b added on");
    }

    @Test
    void theFirstReadingIsAnnouncedWhereThatIsWanted() throws Exception {
        options = ANNOUNCE;
        member("a", "on");
        member("b", "on");

        assertThat(poll(open())).containsExactly("a added on", "b added on");
        assertThat(poll(open())).isEmpty();
    }

    @Test
    void aRestartFindsWhatHasChangedMeanwhile() throws Exception {
        member("a", "on");
        member("b", "on");
        poll(open());
        member("a", "off");
        member("c", "on");
        members.remove("b");

        assertThat(poll(open())).containsExactlyInAnyOrder("a changed off", "c added on");
        assertThat(poll(open())).containsExactly("b removed on");
        assertThat(poll(open())).isEmpty();
    }

    @Test
    void aMemberMustBeMissedSoManyTimesInARow() throws Exception {
        options = new Snapshot(Initial.SILENT, 3, 100, null);
        member("a", "on");
        Feed feed = open();
        poll(feed);

        ObjectNode a = members.remove("a");
        assertThat(poll(feed)).isEmpty();
        assertThat(poll(feed)).isEmpty();
        members.put("a", a);
        assertThat(poll(feed)).isEmpty();
        members.remove("a");
        assertThat(poll(feed)).isEmpty();
        assertThat(poll(feed)).isEmpty();
        assertThat(poll(feed)).containsExactly("a removed on");
    }

    @Test
    void aReadingThatFailsMissesNobody() throws Exception {
        options = new Snapshot(Initial.SILENT, 1, 100, null);
        for (int i = 0; i < 9; i++) {
            member("m" + i, "on");
        }
        Feed feed = open();
        poll(feed);
        members.remove("m0");
        failure = new IllegalStateException("no answer");
        failingPage = 3;

        assertThatThrownBy(() -> poll(feed)).hasMessage("no answer");
        assertThatThrownBy(() -> poll(feed)).hasMessage("no answer");
        failure = null;
        assertThat(poll(feed)).containsExactly("m0 removed on");
    }

    @Test
    void aListThatLosesMoreThanHalfIsNotBelieved() throws Exception {
        for (int i = 0; i < 10; i++) {
            member("m" + i, "on");
        }
        Feed feed = open();
        poll(feed);
        for (int i = 0; i < 6; i++) {
            members.remove("m" + i);
        }
        member("m9", "off");

        assertThat(poll(feed)).containsExactly("m9 changed off");
        assertThat(poll(feed)).isEmpty();
        assertThat(poll(feed)).isEmpty();
        assertThat(feed.status().distrust())
                .isEqualTo("the list misses 6 of 10 members, more than maxRemoved=50 percent");
        member("m0", "on");
        assertThat(poll(feed)).isEmpty();
        assertThat(poll(feed)).hasSize(5).allMatch(told -> told.endsWith(" removed on"));
        assertThat(feed.status().distrust()).isNull();
    }

    @Test
    void aListThatLosesAllIsBelievedWhereThatIsAllowed() throws Exception {
        for (int i = 0; i < 10; i++) {
            member("m" + i, "on");
        }
        poll(open());
        options = new Snapshot(Initial.SILENT, 2, 100, null);
        members.clear();
        Feed feed = open();
        poll(feed);

        assertThat(poll(feed)).hasSize(10);
    }

    @Test
    void aCodeThatMeansNothingCountsAsAReadingThatMissesAll() throws Exception {
        codes = new ListSpec.Codes(Set.of("None"), Set.of(), Map.of());
        member("a", "on");
        Feed feed = open();
        poll(feed);
        failure = refusal("None");

        assertThat(poll(feed)).isEmpty();
        assertThat(poll(feed)).containsExactly("a removed on");
    }

    @Test
    void aFieldNobodyKnowsOrThatIsIgnoredChangesNoMember() throws Exception {
        ignore = List.of("Status");
        member("a", "on");
        Feed feed = open();
        poll(feed);

        members.get("a").put("Status", "off").put("New", 1);
        assertThat(poll(feed)).isEmpty();
        members.get("a").put("Name", "gate");
        assertThat(poll(feed)).containsExactly("a changed off");
    }

    @Test
    void onlyTheFieldsComparedCount() throws Exception {
        compare = List.of("Status");
        member("a", "on");
        Feed feed = open();
        poll(feed);

        members.get("a").put("Name", "gate");
        assertThat(poll(feed)).isEmpty();
        members.get("a").put("Status", "off");
        assertThat(poll(feed)).containsExactly("a changed off");
    }

    @Test
    void aSecretCountsButIsNotStored() throws Exception {
        member("a", "on");
        members.get("a").put("Password", "canary-1");
        Feed feed = open();
        poll(feed);
        members.get("a").put("Password", "canary-2");

        assertThat(poll(feed)).containsExactly("a changed on");
        members.remove("a");
        poll(feed);
        assertThat(poll(feed)).containsExactly("a removed on");
        member("b", "on");
        members.get("b").put("Password", "canary-3");
        poll(feed);
        assertThat(repository.getState("members")).contains("camera 1").doesNotContain("canary");
    }

    @Test
    void aSecretThatIsTheKeyIsKnownByItsDigest() throws Exception {
        type = type("Id*", "Status");
        member("canary", "on");
        Feed feed = open();
        poll(feed);
        member("canary", "off");

        assertThat(poll(feed)).singleElement().asString().startsWith("sha256-").endsWith(" changed off");
        assertThat(repository.getState("members")).doesNotContain("canary");
    }

    @Test
    void whatFailedOrWasInFlightIsFoundAgainAfterAKill() throws Exception {
        member("a", "on");
        member("b", "on");
        poll(open());
        member("a", "off");
        member("c", "on");
        members.remove("b");
        Feed feed = open();
        feed.beginPoll();
        feed.read();
        feed.take(9);
        feed.beginPoll();
        feed.read();
        assertThat(feed.take(9)).extracting(FeedItem::key).containsExactly("b");

        Feed next = open();
        assertThat(poll(next)).containsExactlyInAnyOrder("a changed off", "c added on");
        assertThat(poll(next)).containsExactly("b removed on");
    }

    @Test
    void theNextChangeWaitsForTheOneInFlight() throws Exception {
        member("a", "on");
        Feed feed = open();
        poll(feed);
        member("a", "off");
        feed.beginPoll();
        FeedItem off = FeedFixture.next(feed, 9).get(0);
        member("a", "broken");
        feed.beginPoll();
        assertThat(FeedFixture.next(feed, 9)).isEmpty();
        feed.failed(off);

        List<String> told = poll(feed);
        told.addAll(poll(feed));

        assertThat(told).containsExactly("a changed off", "a changed broken");
    }

    @Test
    void aResyncTellsEveryMemberAgainOnce() throws Exception {
        options = new Snapshot(Initial.SILENT, 2, 50, Duration.ofDays(1));
        member("a", "on");
        member("b", "on");
        poll(open());

        clock.advance(Duration.ofHours(23));
        assertThat(poll(open())).isEmpty();
        clock.advance(Duration.ofHours(1));
        member("b", "off");
        assertThat(poll(open())).containsExactlyInAnyOrder("a present on", "b changed off");
        assertThat(poll(open())).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(poll(open())).containsExactlyInAnyOrder("a present on", "b present off");
    }

    @Test
    void aChangeThatAKillRepeatsAfterTheResyncIsDueAnnouncesItsMember() throws Exception {
        options = new Snapshot(Initial.SILENT, 2, 50, Duration.ofDays(1));
        member("a", "on");
        member("b", "on");
        poll(open());
        member("a", "off");
        Feed killed = open();
        killed.beginPoll();
        assertThat(FeedFixture.next(killed, 9)).extracting(FeedItem::key).containsExactly("a");

        clock.advance(Duration.ofDays(1));
        Feed next = open();

        assertThat(poll(next)).containsExactlyInAnyOrder("a changed off", "b present on");
        assertThat(poll(next)).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(poll(next)).containsExactlyInAnyOrder("a present off", "b present on");
    }

    @Test
    void aMemberThatLeavesByItsAgeIsForgottenAndNotToldAsRemoved() throws Exception {
        expires = true;
        for (int i = 0; i < 10; i++) {
            member("m" + i, "on");
        }
        Feed feed = open();
        poll(feed);
        members.clear();

        assertThat(poll(feed)).isEmpty();
        assertThat(poll(feed)).isEmpty();
        assertThat(repository.getState("members")).doesNotContain("camera");
        member("m0", "on");
        assertThat(poll(feed)).containsExactly("m0 added on");
    }

    @Test
    void anAnswerIsOneMember() throws Exception {
        paging = null;
        codes = new ListSpec.Codes(Set.of(), Set.of(), Map.of("Never", "never pushed"));
        member("a", "on");
        Feed feed = openWhole();
        poll(feed);
        member("a", "off");

        assertThat(poll(feed)).containsExactly("answer changed off");
        failure = refusal("Never");
        assertThat(poll(feed)).containsExactly("answer changed null");
    }

    @Test
    void optionsOfTimeAreRefused() {
        FeedOptions timed = new FeedOptions(StartFrom.EARLIEST, null, null, null, null, null, null);

        assertThatThrownBy(() -> open(timed, "Data"))
                .hasMessage(
                        "ListMembers: startFrom does not apply: the action lists things without a time, and the feed"
                                + " delivers what changes. Use the option initial.");
    }

    @Test
    void aSnapshotCannotBeMovedToATime() throws Exception {
        Feed feed = open();
        poll(feed);

        assertThatThrownBy(() -> feed.rewind(null, START.minusSeconds(60)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "ListMembers: a snapshot cannot be moved to a time. Stop the route and delete its position to"
                                + " start over.");
    }

    @Test
    void aQuietListIsNotStoredAgain() throws Exception {
        member("a", "on");
        Feed feed = open();
        poll(feed);
        repository.setState("members", "gone");
        clock.advance(Duration.ofDays(400));

        poll(feed);

        assertThat(repository.getState("members")).isEqualTo("gone");
    }

    /** What was delivered, applied to what was there at the start, gives what is there at the end; kills repeat only what was in flight. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theChangesDeliveredLeadToTheList(long seed) throws Exception {
        Random random = new Random(seed);
        options = new Snapshot(
                random.nextBoolean() ? Initial.SILENT : Initial.ANNOUNCE, 1 + random.nextInt(3), 100, null);
        for (int i = 0; i < 10; i++) {
            member("m" + i, "s0");
        }
        Map<String, String> told = new HashMap<>();
        Feed feed = open();
        if (options.initial() == Initial.SILENT) {
            poll(feed);
            members.forEach((id, body) -> told.put(id, body.get("Status").asText()));
        }
        for (int round = 0; round < 200; round++) {
            change(random);
            if (random.nextInt(10) == 0) {
                feed = open();
            }
            step(feed, random, told);
        }
        failure = null;
        for (int i = 0; i < 12; i++) {
            feed.beginPoll();
            deliverAll(feed, told);
        }

        Map<String, String> there = new HashMap<>();
        members.forEach((id, body) -> there.put(id, body.get("Status").asText()));
        assertThat(told).isEqualTo(there);
    }

    private void change(Random random) {
        String id = "m" + random.nextInt(20);
        if (random.nextInt(3) == 0) {
            members.remove(id);
        } else {
            member(id, "s" + random.nextInt(4));
        }
        failure = random.nextInt(5) == 0 ? new IllegalStateException("no answer") : null;
        failingPage = random.nextInt(12);
    }

    private void step(Feed feed, Random random, Map<String, String> told) throws InterruptedException {
        clock.advance(Duration.ofSeconds(10));
        feed.beginPoll();
        try {
            feed.read();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("no answer");
        }
        for (FeedItem item : feed.take(1 + random.nextInt(5))) {
            switch (random.nextInt(4)) {
                case 0 -> feed.failed(item);
                case 1 -> feed.returned(item);
                default -> {
                    apply(item, told);
                    feed.completed(item);
                }
            }
        }
        feed.endPoll();
    }

    private void deliverAll(Feed feed, Map<String, String> told) throws InterruptedException {
        clock.advance(Duration.ofSeconds(10));
        do {
            feed.read();
            for (FeedItem item : feed.take(100)) {
                apply(item, told);
                feed.completed(item);
            }
        } while (feed.hasMore());
    }

    private static void apply(FeedItem item, Map<String, String> told) {
        if (item.change() == Change.REMOVED) {
            assertThat(told.remove(item.key())).isNotNull();
        } else {
            assertThat(item.change() == Change.ADDED).isEqualTo(!told.containsKey(item.key()));
            told.put(item.key(), item.body().get("Status").asText());
        }
    }
}

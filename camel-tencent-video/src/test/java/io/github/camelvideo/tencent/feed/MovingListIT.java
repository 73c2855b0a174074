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
package io.github.camelvideo.tencent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.world.Alarm;
import io.github.camelvideo.simulator.world.TimeForm;
import io.github.camelvideo.tencent.feed.Deliveries.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vendor's list changes while its pages are read, or shows the same items in other ways. */
class MovingListIT extends FeedRoute {

    private static final String PAGES_OF_TEN = "startFrom=PT1H&pageSize=10";

    @Test
    void deliversAlarmsThatArriveWhilePagesAreRead() throws Exception {
        List<Long> ids = raise(35);
        // the first request asks for the vendor's time
        cloud().faults().beforeRequest(ALARMS, 3, () -> world().raiseAlarm(now()));
        // pushes all others one place back, over every border
        cloud().faults().beforeRequest(ALARMS, 4, () -> world().raiseAlarm(now().minusSeconds(3_000)));

        start(PAGES_OF_TEN);
        delivered.await(37);
        awaitMoreReading();

        assertThat(delivered.ids()).containsAll(ids).doesNotHaveDuplicates().hasSize(37);
    }

    @Test
    void missesNoAlarmWhenOthersAreDeletedWhilePagesAreRead() throws Exception {
        world().listDeleted(false);
        List<Long> ids = raise(35);
        // the first of the second page moves to the first page, which was read already
        cloud().faults().beforeRequest(ALARMS, 3, () -> world().delete(ids.get(0)));
        cloud().faults().beforeRequest(ALARMS, 5, () -> world().delete(ids.get(1)));

        start(PAGES_OF_TEN);
        delivered.await(35);
        awaitMoreReading();

        assertThat(delivered.ids()).isEqualTo(ids);
    }

    @Test
    void findsAnAlarmHiddenByADeletionAndAnArrivalWithinTheLookback() throws Exception {
        world().listDeleted(false);
        List<Long> ids = world().raiseAlarms(25, now().minusSeconds(400), now().minusSeconds(10));
        // the total stays the same, so that nothing shows what was missed
        cloud().faults().beforeRequest(ALARMS, 3, () -> {
            world().delete(ids.get(0));
            world().raiseAlarm(now());
        });

        start(PAGES_OF_TEN);
        delivered.await(25);
        CLOCK.advance(Duration.ofMinutes(10));
        delivered.await(26);

        assertThat(delivered.ids()).containsAll(ids).doesNotHaveDuplicates();
    }

    @Test
    void deliversAnAlarmThatAppearsLateInsideTheLookback() throws Exception {
        Instant shown = now().plusSeconds(30);
        long late = world().raiseLate(world().devices().get(0), now().minusSeconds(500), shown);
        List<Long> ids = world().raiseAlarms(12, now().minusSeconds(400), now());
        start(PAGES_OF_TEN);
        delivered.await(12);

        CLOCK.set(shown);
        awaitMoreReading();
        CLOCK.advance(Duration.ofMinutes(10));
        delivered.await(13);
        awaitMoreReading();

        assertThat(delivered.ids())
                .startsWith(ids.toArray(Long[]::new))
                .endsWith(late)
                .hasSize(13);
    }

    @Test
    void keepsAlarmsOfOneSecondApartOverPageBorders() throws Exception {
        Instant moment = now().minusSeconds(5);
        List<Long> ids = world().raiseAlarms(25, moment, moment);

        start(PAGES_OF_TEN);
        delivered.await(25);
        awaitMoreReading();

        assertThat(delivered.ids()).isEqualTo(ids);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"PAGE_REPEATED", "ITEMS_SHUFFLED"})
    void deliversEachOnceInOrderFromADisturbedPage(Fault disturbance) throws Exception {
        List<Long> ids = raise(35);
        cloud().faults().next(2, disturbance);

        start(PAGES_OF_TEN);
        delivered.await(35);
        awaitMoreReading();

        assertThat(cloud().faults().isSpent()).isTrue();
        assertThat(delivered.ids()).isEqualTo(ids);
    }

    @ParameterizedTest
    @EnumSource(TimeForm.class)
    void readsTimesInEveryFormTheVendorWrites(TimeForm form) throws Exception {
        world().timeForm(form);
        raise(10);
        List<Instant> times = world().alarms().stream().map(Alarm::createdAt).toList();

        start(PAGES_OF_TEN);
        delivered.await(10);

        assertThat(delivered.all()).extracting(Delivery::time).isEqualTo(times);
    }

    private static List<Long> raise(int count) {
        return world().raiseAlarms(count, now().minus(Duration.ofMinutes(40)), now().minusSeconds(1));
    }
}

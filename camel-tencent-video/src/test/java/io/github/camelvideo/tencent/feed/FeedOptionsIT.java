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

import io.github.camelvideo.simulator.RecordedRequest;
import io.github.camelvideo.simulator.world.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each option of a feed changes. */
class FeedOptionsIT extends FeedRoute {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @ParameterizedTest
    @CsvSource({"now, 0", "PT2H, 1", "P6D, 2", "earliest, 3"})
    void startsWhereItIsTold(String start, int old) throws Exception {
        raiseAgo(Duration.ofDays(20));
        raiseAgo(Duration.ofDays(5));
        raiseAgo(Duration.ofHours(1));

        start("startFrom=" + start);
        CLOCK.advance(Duration.ofSeconds(10));
        raiseAgo(Duration.ofSeconds(5));
        delivered.await(old + 1);
        awaitMoreReading();

        assertThat(delivered.ids()).hasSize(old + 1);
    }

    @Test
    void startsAtAnInstant() throws Exception {
        raiseAgo(Duration.ofDays(5));
        long wanted = raiseAgo(Duration.ofHours(1));

        start("startFrom=" + now().minus(Duration.ofHours(3)));
        delivered.await(1);
        awaitMoreReading();

        assertThat(delivered.ids()).containsExactly(wanted);
    }

    @Test
    void readsBackAsFarAsTheLookbackForLateAlarms() throws Exception {
        Instant shown = now().plusSeconds(60);
        long found = world().raiseLate(world().devices().get(0), now().minus(Duration.ofMinutes(50)), shown);
        world().raiseLate(world().devices().get(0), now().minus(Duration.ofMinutes(70)), shown);
        start("startFrom=P1D&lookback=PT1H");
        awaitMoreReading();

        CLOCK.set(shown);
        awaitMoreReading();
        // the whole lookback is read once in its length
        CLOCK.advance(Duration.ofHours(1));
        delivered.await(1);
        awaitMoreReading();

        assertThat(delivered.ids()).containsExactly(found);
    }

    @Test
    void staysBehindThePresentByTheGracePeriod() throws Exception {
        long old = raiseAgo(Duration.ofMinutes(6));
        long young = raiseAgo(Duration.ofMinutes(1));
        start("startFrom=PT1H&gracePeriod=PT5M");
        delivered.await(1);
        awaitMoreReading();
        assertThat(delivered.ids()).containsExactly(old);

        CLOCK.advance(Duration.ofMinutes(5));
        delivered.await(2);

        assertThat(delivered.ids()).containsExactly(old, young);
    }

    @Test
    void asksForNoLongerWindowsThanToldAndForPagesOfThatSize() throws Exception {
        List<Long> ids = world().raiseAlarms(40, now().minus(Duration.ofDays(10)), now());

        start("startFrom=P10D&window=P1D&pageSize=3");
        delivered.await(40);

        assertThat(delivered.ids()).isEqualTo(ids);
        assertThat(cloud().requests().of(ALARMS))
                .allSatisfy(
                        request -> assertThat(Duration.between(local(request, "DateBegin"), local(request, "DateEnd")))
                                .isLessThanOrEqualTo(Duration.ofDays(1)))
                .allSatisfy(request ->
                        assertThat(request.parameters().get("Limit").asInt()).isEqualTo(3));
    }

    @ParameterizedTest
    @CsvSource({"'', Asia/Shanghai", "&timeZone=UTC, UTC", "&timeZone=-05:00, -05:00"})
    void writesWindowsInTheTimeZone(String option, String zone) throws Exception {
        start("startFrom=now&gracePeriod=PT0S&lookback=PT0S" + option);
        until("a call", () -> cloud().requests().count(ALARMS) > 0);

        Instant end = local(cloud().requests().last(), "DateEnd")
                .atZone(ZoneId.of(zone))
                .toInstant();
        assertThat(end).isEqualTo(now());
    }

    @Test
    void keepsThePositionUnderTheKeyOfTheUserOrOneThatShowsNoSecret() throws Exception {
        MemoryStateRepository offsets = new MemoryStateRepository();
        context.getRegistry().bind("offsets", offsets);

        start("startFrom=now&offsetRepository=#offsets&offsetKey=mine");
        // not before the vendor has told its time
        until("the first position", () -> offsets.getState("mine") != null);

        assertThat(offsets.getState("mine")).contains("watermark");
    }

    @Test
    void filtersByParametersOfTheAction() throws Exception {
        world().raiseAlarms(60, now().minus(Duration.ofMinutes(30)), now());
        String device = world().devices().get(1).id();
        Predicate<Alarm> wanted =
                alarm -> alarm.level() <= 2 && alarm.deviceId().equals(device);
        List<Long> ids = world().alarms().stream().filter(wanted).map(Alarm::id).toList();

        start("startFrom=PT1H&WarnLevelArray=1,2&DeviceId=" + device);
        delivered.await(ids.size());
        awaitMoreReading();

        assertThat(ids).isNotEmpty().hasSizeLessThan(60);
        assertThat(delivered.ids()).isEqualTo(ids);
    }

    private static long raiseAgo(Duration age) {
        return world().raiseAlarm(now().minus(age));
    }

    private static LocalDateTime local(RecordedRequest request, String parameter) {
        return LocalDateTime.parse(request.parameters().get(parameter).asText(), LOCAL);
    }
}

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
package io.github.camelvideo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.simulator.world.Device;
import io.github.camelvideo.simulator.world.TimeForm;
import io.github.camelvideo.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WarningsIT {

    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");

    private static final SimulatorClock CLOCK = new SimulatorClock(NOON);

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD =
            new VideoCloudSimulatorExtension(VideoCloudSimulator.builder().clock(CLOCK));

    private World world;

    @BeforeEach
    void noon(VideoCloudSimulator simulator) {
        CLOCK.set(NOON);
        world = simulator.world();
    }

    private JsonNode list(String parameters) {
        return new TestRequest(CLOUD.simulator(), "DescribeWarnings")
                .with(parameters)
                .answer();
    }

    private static List<Long> ids(JsonNode answer) {
        List<Long> ids = new ArrayList<>();
        answer.path("Data").forEach(item -> ids.add(item.path("Id").longValue()));
        return ids;
    }

    @Test
    void aNewWorldHasNoAlarms() {
        JsonNode answer = list("{\"OrderType\":2}");

        assertThat(answer.path("Total").intValue()).isZero();
        assertThat(answer.path("Data").isArray()).isTrue();
    }

    @Test
    void pagesWalkThroughAllAlarmsInOrderOfTime() {
        world.raiseAlarms(45, NOON.minus(Duration.ofDays(2)), NOON);

        List<Long> seen = new ArrayList<>();
        for (int offset = 0; offset < 60; offset += 20) {
            JsonNode page = list("{\"OrderType\":2,\"Offset\":" + offset + "}");
            assertThat(page.path("Total").intValue()).isEqualTo(45);
            seen.addAll(ids(page));
        }

        assertThat(seen).containsExactlyElementsOf(world.alarmIds());
    }

    @Test
    void bothEndsOfTheSpanAreIncludedAtSecondsInShanghaiTime() {
        long first = world.raiseAlarm(Instant.parse("2026-05-01T00:00:00Z"));
        long second = world.raiseAlarm(Instant.parse("2026-05-01T00:00:09.900Z"));
        world.raiseAlarm(Instant.parse("2026-05-01T00:00:10Z"));
        world.raiseAlarm(Instant.parse("2026-04-30T23:59:59Z"));

        JsonNode answer =
                list("{\"OrderType\":2,\"DateBegin\":\"2026-05-01 08:00:00\",\"DateEnd\":\"2026-05-01 08:00:09\"}");

        assertThat(ids(answer)).containsExactly(first, second);
    }

    @Test
    void aSpanThatBeginsMoreThanThirtyDaysAgoIsRefused() {
        String days = "{\"OrderType\":2,\"DateBegin\":\"2026-04-01 12:00:00\",\"DateEnd\":\"2026-05-01 12:00:00\"}";
        assertThat(list(days).has("Error")).isFalse();

        JsonNode tooOld = list(days.replace("04-01 12:00:00", "04-01 11:59:59"));

        assertThat(tooOld.at("/Error/Code").asText()).isEqualTo("InvalidParameterValue");
    }

    @Test
    void filtersKeepDeviceLevelAndMode() {
        Device gate = world.devices().get(0);
        world.raiseAlarms(200, NOON.minus(Duration.ofDays(2)), NOON);

        JsonNode answer = list("{\"OrderType\":3,\"Limit\":200,\"DeviceId\":\"" + gate.id()
                + "\",\"WarnLevelArray\":[1,2],\"WarnModeArray\":[5]}");

        List<Long> expected = world.alarms().stream()
                .filter(a -> a.deviceId().equals(gate.id()) && a.level() <= 2 && a.mode() == 5)
                .map(a -> a.id())
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(ids(answer)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(answer.at("/Data/0/WarnLevel").intValue()).isEqualTo(2);
    }

    @Test
    void newestFirstIsTheReverseOfOldestFirst() {
        world.raiseAlarms(10, NOON.minusSeconds(5), NOON);

        List<Long> newestFirst = new ArrayList<>(ids(list("{\"OrderType\":1}")));
        Collections.reverse(newestFirst);

        assertThat(newestFirst).isEqualTo(ids(list("{\"OrderType\":2}")));
    }

    @Test
    void timesAreWrittenInBothFormsOfTheDocuments() {
        world.timeForm(TimeForm.MIXED);
        world.raiseAlarms(2, NOON.minusSeconds(60), NOON.minusSeconds(60));

        JsonNode answer = list("{\"OrderType\":2}");

        assertThat(answer.findValuesAsText("CreateTime"))
                .containsExactlyInAnyOrder("2026-05-01T11:59:00+08:00", "1777607940");
    }

    @Test
    void idsMayBeTooLargeForADouble() {
        world.hugeIds();
        long id = world.raiseAlarm(NOON);

        assertThat(id).isGreaterThan(1L << 53);
        assertThat(ids(list("{\"OrderType\":2}"))).containsExactly(id);
    }

    @Test
    void aLateAlarmAppearsWhenItsTimeHasCome() {
        long id = world.raiseLate(world.devices().get(0), NOON.minusSeconds(60), NOON.plusSeconds(30));
        assertThat(ids(list("{\"OrderType\":2}"))).isEmpty();

        CLOCK.advance(Duration.ofSeconds(30));

        JsonNode answer = list("{\"OrderType\":2,\"DateEnd\":\"2026-05-01 11:59:00\"}");
        assertThat(ids(answer)).containsExactly(id);
    }

    @Test
    void alarmsAreGeneratedAsTheClockGoesOn() {
        world.generateAlarms(30);
        assertThat(list("{\"OrderType\":2}").path("Total").intValue()).isZero();

        CLOCK.advance(Duration.ofMinutes(10));

        int total = list("{\"OrderType\":2}").path("Total").intValue();
        assertThat(total).isBetween(200, 400).isEqualTo(world.alarmIds().size());
    }

    @Test
    void aResetAlarmStaysInTheListWithANewUpdateTime() {
        long id = world.raiseAlarm(NOON.minusSeconds(60));

        JsonNode reset = new TestRequest(CLOUD.simulator(), "ResetWarning")
                .with("{\"Id\":" + id + "}")
                .answer();

        assertThat(reset.has("Error")).isFalse();
        assertThat(world.acknowledged()).containsExactly(id);
        assertThat(list("{\"OrderType\":2}").at("/Data/0/UpdateTime").asText()).isEqualTo("2026-05-01T12:00:00+08:00");
    }

    @Test
    void aDeletedAlarmIsMarkedOrLeavesTheList() {
        long id = world.raiseAlarm(NOON.minusSeconds(60));
        TestRequest delete = new TestRequest(CLOUD.simulator(), "DeleteWarning").with("{\"Id\":" + id + "}");

        assertThat(delete.answer().path("Cnt").intValue()).isEqualTo(1);
        assertThat(delete.answer().path("Cnt").intValue()).isZero();

        assertThat(world.deleted()).containsExactly(id);
        assertThat(list("{\"OrderType\":2}").at("/Data/0/Del").intValue()).isEqualTo(1);
        world.listDeleted(false);
        assertThat(ids(list("{\"OrderType\":2}"))).isEmpty();
    }

    @Test
    void acknowledgingNeedsAnId() {
        assertThat(new TestRequest(CLOUD.simulator(), "DeleteWarning").code()).isEqualTo("MissingParameter");
    }
}

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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.feed.ScriptedFeed;
import io.github.camelvideo.simulator.feed.ScriptedItem;
import io.github.camelvideo.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A cloud in which something happens each minute to each of the {@linkplain KilledFeed feeds}, and the ledger of what their routes must
 * receive. All states of an item are scripted when it begins, and the clock brings them about, so that no call sees half of a change. Of one
 * thread.
 */
final class MovingCloud {

    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

    private static final int BACKLOG = 100;
    private static final int ALARMS = 10;
    private static final int ALERTS_BEFORE = 5;
    private static final int ALERTS = 3;
    private static final int PERIODS = 2;
    private static final int LASTING_DEVICES = 24;
    private static final int DEVICES = 6;
    private static final int RESYNC_MINUTES = 5;

    /** What has its last state is listed a while longer. */
    private static final int LISTED_MINUTES = 15;

    private static final List<String> CHANNELS = List.of("c1", "c2");
    private static final List<String> CODES = List.of("403", "404", "502", "504");

    private final SharedClock clock;
    private final Ledger ledger;
    private final ScriptedFeed alarms;
    private final ScriptedFeed alerts;
    private final ScriptedFeed periods;
    private final ScriptedFeed errors;
    private final ScriptedFeed devices;
    private final Map<Integer, List<Runnable>> expectedLater = new HashMap<>();
    private final List<Device> inventory = new ArrayList<>();
    private int minute;
    private int alarmId;

    /** A cloud at its first minute: a backlog of alarms, alerts that are older than the feed, devices. */
    MovingCloud(World world, SharedClock clock, Ledger ledger) {
        this.clock = clock;
        this.ledger = ledger;
        this.alarms = world.feed("iotvideoindustry", "DescribeWarnings");
        this.alerts = world.feed("mdl", "DescribeStreamLiveChannelAlerts");
        this.periods = world.feed("iss", "DescribeCloudRecordTimeline");
        this.errors = world.feed("live", "DescribePlayErrorCodeDetailInfoList");
        this.devices = world.feed("iotvideoindustry", "DescribeDeviceList");
        for (int i = 0; i < BACKLOG; i++) {
            raiseAlarm(START.minus(Duration.ofMinutes(BACKLOG - i)));
        }
        for (String channel : CHANNELS) {
            for (int i = 0; i < ALERTS_BEFORE; i++) {
                alertFromBefore(channel, i);
            }
        }
        for (int i = 0; i < LASTING_DEVICES; i++) {
            add(new Device("lasting-" + i, 0, true));
        }
        happen();
    }

    /** The next minute. */
    void move() {
        minute++;
        List.of(alarms, alerts, periods, errors, devices).forEach(feed -> feed.forget(clock.instant()));
        for (int i = 0; i < ALARMS; i++) {
            raiseAlarm(at(minute).minusSeconds(2L * i));
        }
        for (String channel : CHANNELS) {
            for (int i = 0; i < ALERTS; i++) {
                alert(channel, i);
            }
            for (int i = 0; i < PERIODS; i++) {
                period(channel, i);
            }
        }
        CODES.forEach(this::errors);
        // so that no device changes in the minute of a resync: a list read just before may be told of just after
        for (int i = 0; i < DEVICES && minute % RESYNC_MINUTES == 2; i++) {
            add(new Device("device-" + minute + "-" + i, minute, false));
        }
        happen();
    }

    /** What is expected is noted first: a process may receive it as soon as the clock moves. */
    private void happen() {
        expectedLater.getOrDefault(minute, List.of()).forEach(Runnable::run);
        expectedLater.remove(minute);
        inventory.forEach(this::expectOf);
        inventory.removeIf(device -> device.isOver(minute));
        clock.set(at(minute));
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private void expect(int when, KilledFeed feed, String key, String state) {
        expectedLater.computeIfAbsent(when, none -> new ArrayList<>()).add(() -> ledger.expect(feed, key, state));
    }

    private void raiseAlarm(Instant time) {
        int id = ++alarmId;
        alarms.add(listed(time, fields().put("Id", id), minute, LISTED_MINUTES));
        expect(minute, KilledFeed.LOG, Integer.toString(id), LedgerLine.state("added", null, null, id));
    }

    /** It was raised before the feed began, which delivers only that it is cleared later. */
    private void alertFromBefore(String channel, int number) {
        Instant raised = at(-60 * 24 - number);
        int cleared = 1 + number;
        ObjectNode alert = alert(raised, number);
        alerts.add(listed(raised, alert, 0, cleared).in(Map.of("ChannelId", channel)));
        alerts.add(
                listed(raised, cleared(alert, cleared), cleared, LISTED_MINUTES).in(Map.of("ChannelId", channel)));
        expect(
                cleared,
                KilledFeed.REVISIONS,
                key(channel, raised, alert),
                LedgerLine.state("changed", 1, false, at(cleared)));
    }

    /** Raised now, cleared a minute later, and the time of that is corrected after another one. */
    private void alert(String channel, int number) {
        Instant raised = at(minute).minusSeconds(number);
        ObjectNode alert = alert(raised, number);
        Map<String, String> partition = Map.of("ChannelId", channel);
        int cleared = minute + 1;
        int corrected = minute + 2;
        alerts.add(listed(raised, alert, minute, 1).in(partition));
        alerts.add(listed(raised, cleared(alert, cleared), cleared, 1).in(partition));
        alerts.add(listed(raised, cleared(alert, corrected), corrected, LISTED_MINUTES)
                .in(partition));
        String key = key(channel, raised, alert);
        expect(minute, KilledFeed.REVISIONS, key, LedgerLine.state("added", 0, false, null));
        expect(cleared, KilledFeed.REVISIONS, key, LedgerLine.state("changed", 1, false, at(cleared)));
        expect(corrected, KilledFeed.REVISIONS, key, LedgerLine.state("changed", 2, false, at(corrected)));
    }

    private static ObjectNode alert(Instant raised, int number) {
        return fields().put("pipeline", "Pipeline" + number % 2)
                .put("Type", "No input")
                .put("Message", "alert " + number);
    }

    private static ObjectNode cleared(ObjectNode alert, int when) {
        return alert.deepCopy().put("ClearTime", at(when).toString());
    }

    private static String key(String channel, Instant raised, ObjectNode alert) {
        return LedgerLine.key(
                channel,
                String.join(
                        "|",
                        alert.path("pipeline").asText(),
                        alert.path("Type").asText(),
                        raised.atOffset(ZoneOffset.UTC).toString(),
                        alert.path("Message").asText()));
    }

    /** Begun two minutes ago, known now, and two minutes long in the end. */
    private void period(String channel, int number) {
        Instant begin = at(minute - 2).plusSeconds(10L * number);
        Map<String, String> partition = Map.of("DeviceId", "d1", "ChannelId", channel);
        String key = LedgerLine.key("d1," + channel, Long.toString(begin.getEpochSecond()));
        for (int state = 0; state <= 2; state++) {
            long end = begin.plusSeconds(60L * state).getEpochSecond();
            periods.add(listed(begin, fields().put("End", end), minute + state, state == 2 ? LISTED_MINUTES : 1)
                    .in(partition));
            expect(
                    minute + state,
                    KilledFeed.WINDOWED_REVISIONS,
                    key,
                    LedgerLine.state(state == 0 ? "added" : "changed", state, false, end));
        }
    }

    /** The figures of the minute that has ended are corrected twice and final after three minutes. */
    private void errors(String code) {
        Instant bucket = at(minute - 1);
        String key = bucket + "|" + code;
        int number = 10 * minute;
        for (int state = 0; state <= 2; state++) {
            ObjectNode item = fields().put("HttpCode", code).put("Numbers", number + state);
            errors.add(listed(bucket, item, minute + state, state == 2 ? LISTED_MINUTES : 1));
            expect(
                    minute + state,
                    KilledFeed.SERIES_REVISIONS,
                    key,
                    LedgerLine.state(state == 0 ? "added" : "changed", state, false, number + state));
        }
        int end = minute + 3;
        expect(end, KilledFeed.SERIES_REVISIONS, key, LedgerLine.state("changed", 3, true, number + 2));
        expect(end, KilledFeed.SERIES, key, LedgerLine.state("added", null, null, number + 2));
    }

    private void add(Device device) {
        inventory.add(device);
        for (Device.Stay stay : device.stays()) {
            ObjectNode fields = fields().put("DeviceId", device.id()).put("NickName", stay.name());
            devices.add(listed(null, fields, device.born() + stay.from(), stay.minutes()));
        }
    }

    private void expectOf(Device device) {
        String told = device.change(minute - device.born(), minute > 0 && minute % RESYNC_MINUTES == 0);
        if (told != null) {
            ledger.expect(KilledFeed.SNAPSHOT, device.id(), told);
        }
    }

    private static ScriptedItem listed(Instant time, ObjectNode fields, int from, int minutes) {
        return ScriptedItem.of(time, fields).listedFrom(at(from)).listedUntil(at(from + minutes));
    }

    private static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A device that is renamed twice, leaves, returns with another name and leaves for good, or one that stays as it is. */
    private record Device(String id, int born, boolean lasting) {

        private static final int FOR_EVER = 1_000_000;

        /** How long it is listed with a name, from an age in minutes. */
        record Stay(String name, int from, int minutes) {}

        private static final List<Stay> LASTING = List.of(new Stay("lasting", 0, FOR_EVER));
        private static final List<Stay> CHANGING = List.of(
                new Stay("new", 0, 1), new Stay("renamed", 1, 1), new Stay("again", 2, 2), new Stay("back", 6, 3));

        List<Stay> stays() {
            return lasting ? LASTING : CHANGING;
        }

        /** What must be delivered at an age, or null. */
        String change(int age, boolean resync) {
            String name = name(age);
            String before = name(age - 1);
            if (name == null) {
                return before == null ? null : LedgerLine.state("removed", null, null, before);
            }
            if (before == null) {
                return LedgerLine.state("added", null, null, name);
            }
            if (!name.equals(before)) {
                return LedgerLine.state("changed", null, null, name);
            }
            return resync ? LedgerLine.state("present", null, null, name) : null;
        }

        private String name(int age) {
            return stays().stream()
                    .filter(stay -> age >= stay.from() && age < stay.from() + stay.minutes())
                    .map(Stay::name)
                    .findFirst()
                    .orElse(null);
        }

        boolean isOver(int now) {
            return !lasting && now - born > 9;
        }
    }
}

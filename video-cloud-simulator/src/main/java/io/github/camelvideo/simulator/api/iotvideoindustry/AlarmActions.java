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
package io.github.camelvideo.simulator.api.iotvideoindustry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.Alarm;
import io.github.camelvideo.simulator.world.Device;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;

/** Lists alarms and takes back those that were dealt with. */
final class AlarmActions {

    private static final Duration RETENTION = Duration.ofDays(30);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private static final Comparator<Alarm> OLDEST_FIRST =
            Comparator.comparing(Alarm::createdAt).thenComparingLong(Alarm::id);
    private static final Comparator<Alarm> LOWEST_LEVEL_FIRST =
            Comparator.comparingInt(Alarm::level).thenComparing(OLDEST_FIRST);

    private final World world;
    private final AnswerBuilder answers;
    private final Clock clock;

    AlarmActions(World world, AnswerBuilder answers, Clock clock) {
        this.world = world;
        this.answers = answers;
        this.clock = clock;
    }

    ObjectNode list(Parameters parameters) {
        Instant now = clock.instant();
        Instant oldest = now.minus(RETENTION).truncatedTo(ChronoUnit.SECONDS);
        Instant begin = moment(parameters, "DateBegin", oldest);
        Instant end = moment(parameters, "DateEnd", now);
        if (begin.isBefore(oldest)) {
            throw new Refusal(
                    "InvalidParameterValue",
                    "DateBegin " + parameters.text("DateBegin") + " must not be more than 30 days in the past");
        }
        if (end.isBefore(begin)) {
            throw new Refusal(
                    "InvalidParameterValue", "DateEnd " + parameters.text("DateEnd") + " must not be before DateBegin");
        }
        String device = parameters.filled("DeviceId");
        List<Alarm> alarms = world.alarms(begin, end).stream()
                .filter(alarm -> world.deletedListed() || !alarm.isDeleted())
                .filter(alarm -> device == null || device.equals(alarm.deviceId()))
                .filter(alarm -> parameters.allows("WarnLevelArray", alarm.level()))
                .filter(alarm -> parameters.allows("WarnModeArray", alarm.mode()))
                .sorted(order(parameters.number("OrderType", 0)))
                .toList();
        return answers.page("DescribeWarnings", parameters, alarms, this::show);
    }

    private static Instant moment(Parameters parameters, String name, Instant absent) {
        String text = parameters.filled(name);
        if (text == null) {
            return absent;
        }
        try {
            return LocalDateTime.parse(text, LOCAL).atZone(ZONE).toInstant();
        } catch (DateTimeParseException e) {
            throw new Refusal("InvalidParameterValue", name + " must be yyyy-MM-dd HH:mm:ss, not " + text);
        }
    }

    private static Comparator<Alarm> order(long type) {
        return switch ((int) type) {
            case 1 -> OLDEST_FIRST.reversed();
            case 2 -> OLDEST_FIRST;
            case 3 -> LOWEST_LEVEL_FIRST.reversed();
            case 4 -> LOWEST_LEVEL_FIRST;
            default -> throw new Refusal("InvalidParameterValue", "OrderType must be 1 to 4, not " + type);
        };
    }

    private ObjectNode show(Alarm alarm) {
        Device device = world.device(alarm.deviceId());
        return JsonNodeFactory.instance
                .objectNode()
                .put("Id", alarm.id())
                .put("DeviceId", alarm.deviceId())
                .put("DeviceName", device == null ? "" : device.name())
                .put("WarnChannel", alarm.channelId())
                .put("WarnLevel", alarm.level())
                .put("WarnLevelName", "Level " + alarm.level())
                .put("WarnMode", alarm.mode())
                .put("WarnModeName", modeName(alarm.mode()))
                .put("WarnType", alarm.type())
                .put("Del", alarm.isDeleted() ? 1 : 0)
                .put("CreateTime", time(alarm, alarm.createdAt()))
                .put("UpdateTime", time(alarm, alarm.updatedAt()));
    }

    private static String modeName(int mode) {
        return switch (mode) {
            case 2 -> "Device alarm";
            case 5 -> "Video alarm";
            default -> "Device fault";
        };
    }

    private static String time(Alarm alarm, Instant time) {
        return alarm.timeInSeconds() ? Long.toString(time.getEpochSecond()) : ISO.format(time.atOffset(OFFSET));
    }

    ObjectNode reset(Parameters parameters) {
        apply(parameters, world::acknowledge);
        return JsonNodeFactory.instance.objectNode();
    }

    ObjectNode delete(Parameters parameters) {
        return JsonNodeFactory.instance.objectNode().put("Cnt", apply(parameters, world::delete) ? 1 : 0);
    }

    /** An unknown id is not an error; the document shows a count of 0 in an answer without one. */
    private static boolean apply(Parameters parameters, LongPredicate action) {
        if (parameters.has("Id")) {
            return action.test(parameters.number("Id", 0));
        }
        if (parameters.has("Index")) {
            // the search index's own id appears in no answer, so that no caller can know a right one
            return false;
        }
        throw new Refusal("MissingParameter", "Id or Index is needed");
    }
}

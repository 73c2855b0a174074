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
package io.github.camelvideo.simulator.api.linkvisual;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.LinkVisual;
import io.github.camelvideo.simulator.world.LinkVisualRecording;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Recordings in the cloud, and those on request. */
record RecordingActions(
        LinkVisual world,
        Cameras cameras,
        AnswerBuilder answers,
        LifeCycleActions lives,
        Addresses addresses,
        Clock clock) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
    private static final int ON_REQUEST = 2;
    private static final long BYTES_PER_SECOND = 50_000;
    private static final long FRAMES_PER_SECOND = 25;

    ObjectNode trigger(Parameters parameters) {
        String iotId = cameras.capturing(parameters);
        long before = parameters.number("PreRecordDuration", 0);
        long length = parameters.number("RecordDuration", 0);
        PlanDurations.check(before, length);
        Instant begin = clock.instant().minusSeconds(before);
        int stream = (int) parameters.number("StreamType", 0);
        return Data.of(world.addRecording(iotId, begin, begin.plusSeconds(length), ON_REQUEST, stream, null)
                .eventId());
    }

    ObjectNode list(Parameters parameters) {
        String iotId = cameras.owned(parameters);
        TimeWindow window = TimeWindow.ofSeconds(parameters);
        long stream = parameters.number("StreamType", 0);
        long type = parameters.number("RecordType", -1);
        List<LinkVisualRecording> recordings = kept(iotId, window).stream()
                .filter(recording -> recording.stream() == stream)
                .filter(recording -> type < 0 || recording.type() == type)
                .toList();
        return answers.page("QueryRecord", parameters, recordings, RecordingActions::show);
    }

    private List<LinkVisualRecording> kept(String iotId, TimeWindow window) {
        TimeWindow left = window.notBefore(lives.oldest(iotId));
        return world.recordings(iotId, left.begin(), left.end());
    }

    private static ObjectNode show(LinkVisualRecording recording) {
        long seconds = recording.end().getEpochSecond() - recording.at().getEpochSecond();
        return Data.object()
                .put("FileName", recording.id())
                .put("BeginTime", TimeWindow.text(recording.at()))
                .put("EndTime", TimeWindow.text(recording.end()))
                .put("RecordType", recording.type())
                .put("StreamType", recording.stream())
                .put("FileSize", seconds * BYTES_PER_SECOND)
                .put("VideoFrameNumber", seconds * FRAMES_PER_SECOND);
    }

    ObjectNode month(Parameters parameters) {
        String iotId = cameras.owned(parameters);
        YearMonth month = month(parameters.text("Month"));
        TimeWindow window = new TimeWindow(
                month.atDay(1).atStartOfDay(TimeWindow.ZONE).toInstant(),
                month.plusMonths(1)
                        .atDay(1)
                        .atStartOfDay(TimeWindow.ZONE)
                        .toInstant()
                        .minusNanos(1));
        StringBuilder days = new StringBuilder("0".repeat(month.lengthOfMonth()));
        kept(iotId, window)
                .forEach(recording ->
                        days.setCharAt(recording.at().atZone(TimeWindow.ZONE).getDayOfMonth() - 1, '1'));
        return Data.of(days.toString());
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text, MONTH);
        } catch (DateTimeParseException e) {
            throw new Refusal(Codes.PARAMETER, "Month must be like 201801, not " + text);
        }
    }

    ObjectNode address(Parameters parameters) {
        String iotId = cameras.owned(parameters);
        String file = parameters.text("FileName");
        boolean there = kept(iotId, new TimeWindow(Instant.MIN, Instant.MAX)).stream()
                .anyMatch(recording -> recording.id().equals(file));
        Refusal.unless(there, Codes.PARAMETER, "There is no recording " + file);
        return Data.of(addresses.recording(file));
    }
}

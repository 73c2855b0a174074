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
package io.github.camelvideo.simulator.api.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.Live;
import io.github.camelvideo.simulator.world.LiveStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The callbacks that were sent: one for each start and each end of a stream, all with success, whether or not a callback
 * template is bound. None is sent for real.
 */
final class CallbackRecordActions {

    private static final TimeWindow.Rules WINDOW = TimeWindow.Rules.days(Duration.ofDays(1), 14);
    private static final int END = 0;
    private static final int START = 1;

    private record Event(Instant at, int type, LiveStream stream) {}

    private final Live live;
    private final AnswerBuilder answers;
    private final Clock clock;

    CallbackRecordActions(Live live, AnswerBuilder answers, Clock clock) {
        this.live = live;
        this.answers = answers;
        this.clock = clock;
    }

    ObjectNode list(Parameters parameters) {
        TimeWindow window = TimeWindow.of(parameters, WINDOW, clock.instant());
        List<Event> events = Stream.concat(live.endedStreams().stream(), live.streams().stream())
                .filter(stream -> !stream.refused() && stream.name().equals(parameters.text("StreamName")))
                .flatMap(CallbackRecordActions::events)
                .filter(event -> window.contains(event.at()))
                .filter(event -> parameters.number("EventType", event.type()) == event.type())
                .filter(event -> parameters.number("ResultCode", 0) == 0)
                .sorted(Comparator.comparing(Event::at))
                .toList();
        return answers.page(
                "DescribeCallbackRecordsList",
                parameters,
                events,
                event -> show(event, window.style().write(event.at())));
    }

    private static Stream<Event> events(LiveStream stream) {
        Event start = new Event(stream.startedAt(), START, stream);
        return stream.isLive() ? Stream.of(start) : Stream.of(start, new Event(stream.endedAt(), END, stream));
    }

    private static ObjectNode show(Event event, String time) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("event_type", event.type())
                .put("app", event.stream().domain())
                .put("appname", event.stream().app())
                .put("stream_id", event.stream().name())
                .put("event_time", event.at().getEpochSecond());
        return JsonNodeFactory.instance
                .objectNode()
                .put("EventTime", time)
                .put("EventType", event.type())
                .put("Request", body.toString())
                .put("Response", "{\"code\":0}")
                .put("ResponseTime", time)
                .put("ResultCode", 0)
                .put("StreamId", event.stream().name());
    }
}

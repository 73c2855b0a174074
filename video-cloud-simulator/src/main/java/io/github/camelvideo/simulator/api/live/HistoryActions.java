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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * The pushes that ended, by the time of their end.
 *
 * <p>Whether pushes that run appear the document leaves open: here they do not.
 */
final class HistoryActions {

    private static final int REACH = 10_000;
    private static final TimeWindow.Rules WINDOW =
            TimeWindow.Rules.months(TimeWindow.MONTH, 2).inThePast();

    private final Live live;
    private final AnswerBuilder answers;
    private final Clock clock;

    HistoryActions(Live live, AnswerBuilder answers, Clock clock) {
        this.live = live;
        this.answers = answers;
        this.clock = clock;
    }

    ObjectNode events(Parameters parameters) {
        boolean exact = parameters.number("IsStrict", 0) == 1;
        boolean successful = parameters.number("IsFilter", 0) == 1;
        String name = parameters.filled("StreamName");
        List<LiveStream> events = new ArrayList<>(ended(
                parameters,
                stream -> (name == null
                                || (exact
                                        ? stream.name().equals(name)
                                        : stream.name().contains(name)))
                        && !(successful && stream.refused())));
        if (parameters.number("IsAsc", 0) != 1) {
            Collections.reverse(events);
        }
        return answers.page("DescribeLiveStreamEventList", parameters, events, REACH, this::show);
    }

    ObjectNode published(Parameters parameters) {
        String name = parameters.filled("StreamName");
        List<LiveStream> pushes = ended(
                parameters,
                stream -> !stream.refused() && (name == null || stream.name().contains(name)));
        return answers.page("DescribeLiveStreamPublishedList", parameters, pushes, REACH, this::show);
    }

    private List<LiveStream> ended(Parameters parameters, Predicate<LiveStream> which) {
        TimeWindow window = TimeWindow.of(parameters, WINDOW, clock.instant());
        String domain = parameters.filled("DomainName");
        return live.endedStreams().stream()
                .filter(stream -> window.contains(stream.endedAt()))
                .filter(stream -> domain == null || domain.equals(stream.domain()))
                .filter(stream -> stream.app().equals(StreamActions.app(parameters)))
                .filter(which)
                .toList();
    }

    private ObjectNode show(LiveStream stream) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("AppName", stream.app())
                .put("DomainName", stream.domain())
                .put("StreamName", stream.name())
                .put("StreamStartTime", TimeStyle.UTC.write(stream.startedAt()))
                .put("StreamEndTime", TimeStyle.UTC.write(stream.endedAt()))
                .put("StopReason", stream.stopReason())
                .put(
                        "Duration",
                        stream.within(stream.startedAt(), stream.endedAt()).toSeconds())
                .put("ClientIp", stream.clientIp())
                .put("Resolution", PushFigures.RESOLUTION);
    }
}

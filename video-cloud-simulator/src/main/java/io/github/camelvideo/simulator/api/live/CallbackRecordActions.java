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
import io.github.camelvideo.simulator.callback.Callback;
import io.github.camelvideo.simulator.callback.Callbacks;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The callbacks that were sent for a stream: one record for each request whose response came or did not come. Events whose type the
 * action does not document are not listed.
 */
final class CallbackRecordActions {

    private static final TimeWindow.Rules WINDOW = TimeWindow.Rules.days(Duration.ofDays(1), 14);
    private static final Set<Long> TYPES = Set.of(0L, 1L, 100L, 200L);
    private static final int NO_RESPONSE = -1;

    private record Sent(Callback callback, Callback.Attempt attempt) {

        long type() {
            return callback.fields().path("event_type").asLong(-1);
        }

        String stream() {
            return callback.fields().path("stream_id").asText();
        }

        int result() {
            if (attempt.isSuccess()) {
                return 0;
            }
            return attempt.status() == 0 ? NO_RESPONSE : attempt.status();
        }
    }

    private final Callbacks callbacks;
    private final AnswerBuilder answers;
    private final Clock clock;

    CallbackRecordActions(Callbacks callbacks, AnswerBuilder answers, Clock clock) {
        this.callbacks = callbacks;
        this.answers = answers;
        this.clock = clock;
    }

    ObjectNode list(Parameters parameters) {
        TimeWindow window = TimeWindow.of(parameters, WINDOW, clock.instant());
        List<Sent> sent = callbacks.all().stream()
                .filter(callback -> callback.api().equals("live") && window.contains(callback.createdAt()))
                .flatMap(callback -> callback.attempts().stream().map(attempt -> new Sent(callback, attempt)))
                .filter(each -> TYPES.contains(each.type()) && each.stream().equals(parameters.text("StreamName")))
                .filter(each -> parameters.number("EventType", each.type()) == each.type())
                .filter(each -> parameters.number("ResultCode", each.result()) == each.result())
                .sorted(Comparator.comparing(each -> each.callback().createdAt()))
                .toList();
        return answers.page("DescribeCallbackRecordsList", parameters, sent, each -> show(each, window.style()));
    }

    private static ObjectNode show(Sent sent, TimeStyle style) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("EventTime", style.write(sent.callback().createdAt()))
                .put("EventType", sent.type())
                .put("Request", sent.attempt().request())
                .put("Response", sent.attempt().response())
                .put("ResponseTime", style.write(sent.attempt().answeredAt()))
                .put("ResultCode", sent.result())
                .put("StreamId", sent.stream());
    }
}

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
package io.github.camelvideo.simulator.api.mdl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.function.UnaryOperator;

/** Records of transcoding, of whole days in UTC+8 that are over. */
final class TranscodeActions {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private final World world;
    private final AnswerBuilder answers;
    private final Clock clock;
    private final TranscodeRecords records;

    TranscodeActions(World world, AnswerBuilder answers, Clock clock) {
        this.world = world;
        this.answers = answers;
        this.clock = clock;
        this.records = new TranscodeRecords(new InputHistory(world));
    }

    ObjectNode list(Parameters parameters) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), TranscodeRecords.ZONE);
        LocalDate first = day(parameters, "StartDayTime", Codes.START, today);
        LocalDate last = day(parameters, "EndDayTime", Codes.END, today);
        Refusal.unless(!last.isBefore(first), Codes.END, "EndDayTime " + last + " is before StartDayTime " + first);
        String channel = parameters.filled("ChannelId");
        Refusal.unless(
                channel == null || world.records(StreamLive.CHANNELS).contains(channel) || records.knows(channel),
                Codes.CHANNEL,
                "There is and was no channel " + channel);
        return answers.page(
                "DescribeStreamLiveTranscodeDetail",
                parameters,
                records.between(first, last, channel),
                UnaryOperator.identity());
    }

    private static LocalDate day(Parameters parameters, String name, String code, LocalDate today) {
        String text = parameters.text(name);
        LocalDate day;
        try {
            day = LocalDate.parse(text, DAY);
        } catch (DateTimeParseException e) {
            throw new Refusal(code, name + " must be yyyy-MM-dd, not " + text);
        }
        Refusal.unless(
                !day.isBefore(today.minusMonths(1)) && day.isBefore(today),
                code,
                name + " must be a day of the last month before today, not " + text);
        return day;
    }
}

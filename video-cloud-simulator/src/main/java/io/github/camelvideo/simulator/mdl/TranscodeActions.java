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
package io.github.camelvideo.simulator.mdl;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;

/** Records of transcoding, of whole days in UTC+8 that are over. */
final class TranscodeActions {

    private static final int DEFAULT_SIZE = 10;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private final World world;
    private final Clock clock;
    private final TranscodeRecords records;

    TranscodeActions(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
        this.records = new TranscodeRecords(new Feeding(world));
    }

    ObjectNode list(Parameters parameters) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), TranscodeRecords.ZONE);
        LocalDate first = day(parameters, "StartDayTime", "StartTime", today);
        LocalDate last = day(parameters, "EndDayTime", "EndTime", today);
        Check.that(!last.isBefore(first), "EndTime", "EndDayTime " + last + " lies before StartDayTime " + first);
        long page = parameters.number("PageNum", 1);
        long size = parameters.number("PageSize", DEFAULT_SIZE);
        String channel = parameters.filled("ChannelId");
        Check.that(
                channel == null || world.records(StreamLive.CHANNELS).contains(channel) || records.knows(channel),
                "ChannelId",
                "There is and was no channel " + channel);
        List<ObjectNode> all = records.between(first, last, channel);
        ArrayNode infos = JsonNodeFactory.instance.arrayNode();
        all.stream().skip((page - 1) * size).limit(size).forEach(infos::add);
        ObjectNode answer = Things.answer("Infos", infos);
        return answer.put("PageNum", page)
                .put("PageSize", size)
                .put("TotalNum", all.size())
                .put("TotalPage", (all.size() + size - 1) / size);
    }

    private static LocalDate day(Parameters parameters, String name, String code, LocalDate today) {
        String text = parameters.text(name);
        LocalDate day;
        try {
            day = LocalDate.parse(text, DAY);
        } catch (DateTimeParseException e) {
            throw Check.invalid(code, name + " must be yyyy-MM-dd, not " + text);
        }
        Check.that(
                !day.isBefore(today.minusMonths(1)) && day.isBefore(today),
                code,
                name + " must be a day of the last month, and not today, not " + text);
        return day;
    }
}

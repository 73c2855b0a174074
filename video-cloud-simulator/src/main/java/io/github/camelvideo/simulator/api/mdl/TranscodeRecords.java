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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A record for each run, day and template with video; channels that are gone are in it too. */
final class TranscodeRecords {

    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final InputHistory history;

    TranscodeRecords(InputHistory history) {
        this.history = history;
    }

    boolean knows(String channelId) {
        return !history.runs(channelId).isEmpty();
    }

    /**
     * Records of days, both included, that are over.
     *
     * @param channelId or null for all channels
     */
    List<ObjectNode> between(LocalDate first, LocalDate last, String channelId) {
        List<ObjectNode> records = new ArrayList<>();
        for (InputHistory.Run run : channelId == null ? history.runs() : history.runs(channelId)) {
            first.datesUntil(last.plusDays(1)).forEach(day -> {
                InputHistory.Span span =
                        run.span().within(new InputHistory.Span(midnight(day), midnight(day.plusDays(1))));
                if (!span.isEmpty()) {
                    templates(run.channel()).forEach(template -> records.add(show(run, span, template)));
                }
            });
        }
        records.sort(Comparator.comparing(record -> record.path("StartTime").asText()));
        return records;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(ZONE);
    }

    private static Stream<JsonNode> templates(JsonNode channel) {
        return Stream.concat(
                InputHistory.elements(channel, "VideoTemplates"),
                InputHistory.elements(channel, "AVTemplates")
                        .filter(template -> template.path("NeedVideo").asInt() == 1));
    }

    private static ObjectNode show(InputHistory.Run run, InputHistory.Span span, JsonNode template) {
        String codec = template.path("Vcodec").asText();
        String module = template.path("TopSpeed").asText().equals("OPEN") ? "topspeed_" : "liveprocessor_";
        return JsonNodeFactory.instance
                .objectNode()
                .put("ChannelId", run.channelId())
                .put("StartTime", LOCAL.format(span.from().atOffset(ZONE)))
                .put("EndTime", LOCAL.format(span.to().atOffset(ZONE)))
                .put("Duration", Duration.between(span.from(), span.to()).toSeconds())
                .put("ModuleCodec", module + (codec.isEmpty() ? "H264" : codec))
                .put("Bitrate", template.path("VideoBitrate").asLong(2_000_000) / 1000)
                .put("Type", "merge_stream")
                .put("PushDomain", "")
                .put("Resolution", template.path("Height").asInt(1080) + "P");
    }
}

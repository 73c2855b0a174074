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
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The log of a channel: when streams began to come in while it ran, and when they ended. */
final class LogActions {

    /** @param start whether a stream began or ended */
    private record Entry(Instant time, boolean start) {}

    private final Clock clock;
    private final World world;
    private final InputHistory history;

    LogActions(World world, Clock clock) {
        this.clock = clock;
        this.world = world;
        this.history = new InputHistory(world);
    }

    ObjectNode list(Parameters parameters) {
        String channel = parameters.text("ChannelId");
        Codes.required(world, StreamLive.CHANNELS, channel);
        Instant now = clock.instant();
        TimeWindow window = TimeWindow.of(parameters, now, Codes.END);
        ArrayNode[] pipelines = Pipelines.empty();
        for (Entry entry : entries(channel)) {
            if (window.contains(entry.time()) && !entry.time().isAfter(now)) {
                pipelines[0].add(show(entry, 1));
                pipelines[1].add(show(entry, 2));
            }
        }
        return JsonNodeFactory.instance.objectNode().set("Infos", Pipelines.show(pipelines));
    }

    private List<Entry> entries(String channel) {
        List<Entry> entries = new ArrayList<>();
        for (InputHistory.Run run : history.runs(channel)) {
            for (JsonNode input : run.inputs()) {
                for (InputHistory.Span span : history.streams(run, input)) {
                    entries.add(new Entry(span.from(), true));
                    entries.add(new Entry(span.to(), false));
                }
            }
        }
        entries.sort(Comparator.comparing(Entry::time));
        return entries;
    }

    private static ObjectNode show(Entry entry, int host) {
        ObjectNode shown = JsonNodeFactory.instance
                .objectNode()
                .put("Type", entry.start() ? "StreamStart" : "StreamStop")
                .put("Time", entry.time().toString());
        ObjectNode message = shown.putObject("Message");
        if (!entry.start()) {
            message.putNull("StreamInfo");
            return shown;
        }
        ObjectNode stream = message.putObject("StreamInfo").put("ClientIp", "198.51.100." + host);
        stream.putArray("Video")
                .addObject()
                .put("Pid", 256)
                .put("Codec", "H264")
                .put("Fps", 30)
                .put("Rate", 2_000_000)
                .put("Width", 1920)
                .put("Height", 1080);
        stream.putArray("Audio")
                .addObject()
                .put("Pid", 257)
                .put("Codec", "AAC")
                .put("Fps", 43)
                .put("Rate", 128_000)
                .put("SampleRate", 44_100);
        stream.putArray("Scte35");
        return shown;
    }
}

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
package io.github.camelvideo.simulator.surveillance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import java.time.Clock;
import java.util.List;

/** When the cloud has recordings of a channel and where they are played. */
final class RecordingActions {

    private static final String NO_RECORDING = "42501";
    private static final String ARCHIVED = "42506";
    private static final long LONGEST_DOWNLOAD = 30 * 60;
    private static final int URL_LIFE = 600;

    private final Cameras cameras;
    private final Streams streams;
    private final Recordings recordings;
    private final Clock clock;

    RecordingActions(Cameras cameras, Streams streams, Recordings recordings, Clock clock) {
        this.cameras = cameras;
        this.streams = streams;
        this.recordings = recordings;
        this.clock = clock;
    }

    ObjectNode timeline(Parameters parameters) {
        String device = cameras.device(parameters.text("DeviceId")).path("Id").asText();
        ObjectNode channel = cameras.channel(parameters.text("ChannelId"));
        Refusal.unless(
                channel.path("DeviceId").asText().equals(device),
                "41639",
                "Channel " + channel.path("ChannelId") + " belongs to another device than " + device);
        long from = parameters.number("StartTime", 0);
        long to = parameters.number("EndTime", 0);
        checkSpan(from, to);
        List<Slice> slices = recordings.inCloud(channel.path("ChannelId").asText(), from, to);
        ObjectNode timeline = Data.object().put("Tips", slices.stream().anyMatch(Slice::archived) ? 1 : 0);
        return Data.of(timeline.set("List", Data.array(slices.stream().map(Slice::json))));
    }

    ObjectNode playback(Parameters parameters) {
        String channel = parameters.text("ChannelId");
        long from = parameters.number("StartTime", 0);
        long to = parameters.number("EndTime", 0);
        String domain = playable(channel, from, to);
        return Data.of(Data.object()
                .put(
                        "Hls",
                        "https://" + domain + "/record/" + channel + "/hls.m3u8?starttime=" + from + "&endtime=" + to));
    }

    ObjectNode download(Parameters parameters) {
        String channel = parameters.text("ChannelId");
        long from = seconds(parameters, "BeginTime");
        long to = seconds(parameters, "EndTime");
        Refusal.unless(
                to - from <= LONGEST_DOWNLOAD,
                Codes.INVALID,
                "A download may be " + LONGEST_DOWNLOAD + " s long, not " + (to - from));
        String domain = playable(channel, from, to);
        String source = String.join("%3B", channel, "" + from, "" + to, parameters.text("FileType"));
        return Data.of(Data.object()
                .put(
                        "Url",
                        "https://" + domain + "/video." + parameters.text("FileType") + "?source=" + source
                                + "&expires=" + URL_LIFE + "&signTime="
                                + clock.instant().getEpochSecond()));
    }

    private static long seconds(Parameters parameters, String name) {
        String text = parameters.text(name);
        Refusal.unless(
                text != null && text.matches("[0-9]{1,12}"),
                Codes.INVALID,
                name + " must be seconds as text, not " + text);
        return Long.parseLong(text);
    }

    /** The domain that plays a span, of which at least a part was recorded and none lies in the archive. */
    private String playable(String channelId, long from, long to) {
        ObjectNode channel = cameras.channel(channelId);
        checkSpan(from, to);
        List<Slice> slices = recordings.inCloud(channelId, from, to);
        Refusal.unless(!slices.isEmpty(), NO_RECORDING, "Nothing of channel " + channelId + " was recorded then");
        Refusal.unless(
                slices.stream().noneMatch(Slice::archived),
                ARCHIVED,
                "The recording of channel " + channelId + " must be retrieved from the archive first");
        return streams.domain(cameras.deviceOf(channel));
    }

    private void checkSpan(long from, long to) {
        Times.checkOrder(from, to, "41611");
        long now = clock.instant().getEpochSecond();
        Refusal.unless(from <= now, "41612", "The start " + from + " lies after the present " + now);
        Times.checkOneDay(from, to);
    }
}

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
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.World;
import java.util.List;

/** Recordings that lie on a device, which must be online to tell of them and to play them. */
final class DeviceRecordingActions {

    private static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0);

    private final World world;
    private final Cameras cameras;
    private final Streams streams;
    private final Recordings recordings;
    private final Records sessions;

    DeviceRecordingActions(Cameras cameras, Streams streams, Recordings recordings) {
        this.world = cameras.world();
        this.cameras = cameras;
        this.streams = streams;
        this.recordings = recordings;
        this.sessions = world.records("iss/playback");
    }

    ObjectNode timeline(Parameters parameters) {
        return Data.list(slices(parameters), Slice::json);
    }

    private List<Slice> slices(Parameters parameters) {
        cameras.listening(parameters.text("ChannelId"));
        long from = parameters.number("Start", 0);
        long to = parameters.number("End", 0);
        Times.checkOrder(from, to, "41611");
        return recordings.onDevice(parameters.text("ChannelId"), from, to);
    }

    ObjectNode play(Parameters parameters) {
        Streams.checkQuality(parameters);
        return world.exclusively(() -> {
            String channel = parameters.text("ChannelId");
            Refusal.unless(!slices(parameters).isEmpty(), "41627", "Channel " + channel + " recorded nothing then");
            String domain = streams.domain(cameras.deviceOf(cameras.channel(channel)));
            String session = sessions.newUuid();
            sessions.save(session, Data.object().put("ChannelId", channel));
            return Data.of(Data.object()
                    .put(
                            "Flv",
                            "http://" + domain + "/live/" + channel + "@" + session + ".live.flv?start="
                                    + parameters.number("Start", 0) + "&end=" + parameters.number("End", 0) + "&"
                                    + Streams.quality(parameters)));
        });
    }

    ObjectNode control(Parameters parameters) {
        return world.exclusively(() -> {
            String channel = parameters.text("ChannelId");
            cameras.listening(channel);
            Refusal.unless(
                    !parameters.has("Pos") || !parameters.has("Scale"),
                    "41630",
                    "Pos and Scale must not be sent together");
            double speed = parameters.json().path("Scale").asDouble(1);
            Refusal.unless(SPEEDS.contains(speed), Codes.INVALID, "Scale must be one of " + SPEEDS + ", not " + speed);
            String session = parameters.text("Session");
            ObjectNode playback = session == null ? null : sessions.get(session);
            Refusal.unless(
                    playback != null && playback.path("ChannelId").asText().equals(channel),
                    Codes.UNKNOWN,
                    "Nothing of channel " + channel + " is played under that session");
            if ("stop".equals(parameters.text("Action"))) {
                sessions.remove(session);
            }
            return Data.none();
        });
    }
}

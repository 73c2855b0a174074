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
import io.github.camelvideo.simulator.world.Surveillance;

/** Where streams of devices are played. */
final class Streams {

    private final Cameras cameras;

    Streams(Cameras cameras) {
        this.cameras = cameras;
    }

    /** A device by RTMP is named by itself, any other by its channel. */
    ObjectNode live(Parameters parameters) {
        checkQuality(parameters);
        ObjectNode device = null;
        String stream = parameters.filled("ChannelId");
        if (stream == null) {
            stream = parameters.text("DeviceId");
            device = cameras.device(stream);
            Refusal.unless(
                    device.path("AccessProtocol").asInt() == DeviceRules.RTMP,
                    "41639",
                    "Device " + stream + " is played by the id of a channel");
            Cameras.checkOnline(device);
        } else {
            device = cameras.deviceOf(cameras.listening(stream));
        }
        String url = "http://" + domain(device) + "/live/" + stream;
        return Data.of(Data.object()
                .put("Flv", url + ".live.flv?" + quality(parameters))
                .put("Hls", url + ".m3u8?" + quality(parameters)));
    }

    /** Refuses two ways at once to say how good a stream shall be. */
    static void checkQuality(Parameters parameters) {
        Refusal.unless(
                parameters.filled("StreamType") == null || parameters.filled("Resolution") == null,
                "41633",
                "StreamType and Resolution must not be sent together");
    }

    static String quality(Parameters parameters) {
        String resolution = parameters.filled("Resolution");
        return resolution == null ? "stream_type=" + parameters.number("StreamType", 1) : "resolution=" + resolution;
    }

    /** The domain by which the streams of a device are reached. */
    String domain(ObjectNode device) {
        String node = device.path("ClusterId").asText();
        return Data.where(cameras.world().records(Surveillance.DOMAINS), "ClusterId", node).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal("41623", "Service node " + node + " has no domain any more"))
                .path("PlayDomain")
                .asText();
    }
}

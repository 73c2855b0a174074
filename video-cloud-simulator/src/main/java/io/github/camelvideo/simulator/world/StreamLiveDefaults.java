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
package io.github.camelvideo.simulator.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What inputs and channels look like of which a test knows no more than the name. */
final class StreamLiveDefaults {

    private StreamLiveDefaults() {}

    static ObjectNode input(String name) {
        ObjectNode input =
                JsonNodeFactory.instance.objectNode().put("Name", name).put("Type", "RTMP_PUSH");
        for (int i = 0; i < StreamLive.PIPELINES; i++) {
            input.withArray("InputSettings").addObject().put("AppName", "live").put("StreamName", name);
        }
        return input;
    }

    static ObjectNode channel(String name, String... inputIds) {
        ObjectNode channel = JsonNodeFactory.instance.objectNode().put("Name", name);
        for (String id : inputIds) {
            channel.withArray("AttachedInputs").addObject().put("Id", id);
        }
        channel.withArray("VideoTemplates")
                .addObject()
                .put("Name", "video720")
                .put("Vcodec", "H264")
                .put("VideoBitrate", 2_000_000)
                .put("Width", 1280)
                .put("Height", 720)
                .put("Fps", 30);
        ObjectNode group = channel.withArray("OutputGroups").addObject();
        group.put("Name", "hls").put("Type", "HLS");
        ObjectNode output = group.withArray("Outputs").addObject().put("Name", "out");
        output.withArray("VideoTemplateNames").add("video720");
        group.withArray("Destinations").addObject().put("OutputUrl", "http://play.example.com/live/" + name);
        return channel;
    }
}

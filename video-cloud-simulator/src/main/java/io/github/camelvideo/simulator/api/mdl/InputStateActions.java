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
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.StreamLiveChannel;
import io.github.camelvideo.simulator.world.World;

/** Whether an input receives a stream. */
record InputStateActions(World world) {

    ObjectNode read(Parameters parameters) {
        String id = parameters.text("Id");
        ObjectNode input = InputAddresses.assign(Codes.required(world, StreamLive.INPUTS, id));
        String type = input.path("Type").asText();
        boolean pulls = InputHistory.pulls(type);
        boolean active = pulls ? isRunning(id) : world.streamLive().isPushed(id);
        ObjectNode info = JsonNodeFactory.instance
                .objectNode()
                .put("InputID", id)
                .put("InputName", input.path("Name").asText())
                .put("Protocol", type);
        for (JsonNode settings : input.withArray("InputSettings")) {
            info.withArray("InputStreamInfoList")
                    .addObject()
                    .put(
                            "InputAddress",
                            settings.path(pulls ? "SourceUrl" : "InputAddress").asText())
                    .put("AppName", settings.path("AppName").asText())
                    .put("StreamName", settings.path("StreamName").asText())
                    .put("Status", active ? 1 : 0);
        }
        return JsonNodeFactory.instance.objectNode().set("Info", info);
    }

    private boolean isRunning(String inputId) {
        return world.streamLive().channels().stream()
                .filter(StreamLiveChannel::running)
                .anyMatch(channel -> channel.inputIds().contains(inputId));
    }
}

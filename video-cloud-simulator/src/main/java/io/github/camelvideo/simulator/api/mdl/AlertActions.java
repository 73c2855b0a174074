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

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.World;

/** Alerts of a channel, for each of its pipelines. An ongoing alert has an empty {@code ClearTime}. */
final class AlertActions {

    private final World world;

    AlertActions(World world) {
        this.world = world;
    }

    ObjectNode list(Parameters parameters) {
        String channel = parameters.text("ChannelId");
        Codes.required(world, StreamLive.CHANNELS, channel);
        ArrayNode[] pipelines = Pipelines.empty();
        for (ObjectNode alert : world.records(StreamLive.ALERTS).all()) {
            if (alert.path("ChannelId").asText().equals(channel)) {
                pipelines[alert.path("Pipeline").asInt()].add(JsonNodeFactory.instance
                        .objectNode()
                        .put("SetTime", alert.path("SetTime").asText())
                        .put("ClearTime", alert.path("ClearTime").asText())
                        .put("Type", alert.path("Type").asText())
                        .put("Message", alert.path("Message").asText()));
            }
        }
        return JsonNodeFactory.instance.objectNode().set("Infos", Pipelines.show(pipelines));
    }
}

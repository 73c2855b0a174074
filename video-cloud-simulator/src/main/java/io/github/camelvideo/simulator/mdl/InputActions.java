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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.StreamLiveChannel;
import io.github.camelvideo.simulator.world.World;

/** Inputs, and whether a stream comes in. */
final class InputActions {

    private final World world;
    private final StreamLive streamLive;
    private final Things inputs;
    private final Records channels;
    private final InputRules rules;

    InputActions(World world) {
        this.world = world;
        this.streamLive = world.streamLive();
        this.inputs = new Things(world.records(StreamLive.INPUTS), "input");
        this.channels = world.records(StreamLive.CHANNELS);
        this.rules = new InputRules(world);
    }

    ObjectNode create(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode input = Things.sent(parameters);
            inputs.checkName(parameters.text("Name"), null);
            rules.check(input);
            return Things.id(streamLive.addInput(input));
        });
    }

    ObjectNode modify(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode input = inputs.required(parameters);
            String id = parameters.text("Id");
            if (parameters.has("Name")) {
                inputs.checkName(parameters.text("Name"), id);
            }
            ObjectNode sent = Things.sent(parameters);
            if (sent.path("InputSettings").isEmpty()) {
                // missing or empty keeps what there is
                sent.remove("InputSettings");
            }
            input.setAll(sent);
            rules.check(input);
            Check.that(!isRunning(id), "StateError", "A channel with input " + id + " is running");
            streamLive.saveInput(input);
            return Things.nothing();
        });
    }

    private boolean isRunning(String inputId) {
        return streamLive.channels().stream().filter(StreamLiveChannel::running).anyMatch(channel -> channel.inputIds()
                .contains(inputId));
    }

    ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> inputs.delete(parameters, id -> {
            Check.that(
                    Holders.ofInput(channels, id).isEmpty(),
                    "AlreadyAssociatedChannel",
                    "Input " + id + " is attached to a channel");
            streamLive.stopPush(id);
        }));
    }

    ObjectNode read(Parameters parameters) {
        return Things.answer("Info", show(inputs.required(parameters)));
    }

    ObjectNode list(Parameters parameters) {
        return inputs.list(this::show);
    }

    private ObjectNode show(ObjectNode input) {
        return input.set(
                "AttachedChannels", Holders.ofInput(channels, input.path("Id").asText()));
    }

    ObjectNode state(Parameters parameters) {
        ObjectNode input = inputs.required(parameters);
        String id = parameters.text("Id");
        String type = input.path("Type").asText();
        boolean active = Feeding.pulls(type) ? isRunning(id) : streamLive.isPushed(id);
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
                            settings.path(Feeding.pulls(type) ? "SourceUrl" : "InputAddress")
                                    .asText())
                    .put("AppName", settings.path("AppName").asText())
                    .put("StreamName", settings.path("StreamName").asText())
                    .put("Status", active ? 1 : 0);
        }
        return Things.answer("Info", info);
    }
}

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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.World;
import java.util.function.Predicate;

/** Starts and stops channels. */
record ChannelActions(World world) {

    ObjectNode start(Parameters parameters) {
        return change(parameters, world.streamLive()::start, "is running");
    }

    ObjectNode stop(Parameters parameters) {
        return change(parameters, world.streamLive()::stop, "is not running");
    }

    private ObjectNode change(Parameters parameters, Predicate<String> change, String otherwise) {
        return world.exclusively(() -> {
            String id = parameters.text("Id");
            Codes.required(world, StreamLive.CHANNELS, id);
            Refusal.unless(change.test(id), Codes.STATE, "Channel " + id + " " + otherwise);
            return AnswerBuilder.nothing();
        });
    }
}

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
import java.util.Comparator;

/** Moving a camera, by hand and to preset positions. */
final class ControlActions {

    private static final int MOST_PRESETS = 10;

    private final World world;
    private final Cameras cameras;
    private final Records presets;

    ControlActions(Cameras cameras) {
        this.world = cameras.world();
        this.cameras = cameras;
        this.presets = world.records("iss/preset");
    }

    /** A speed out of range is none of a refusal: the platform takes 4 instead. */
    ObjectNode move(Parameters parameters) {
        cameras.listening(parameters.text("ChannelId"));
        return Data.none();
    }

    ObjectNode preset(Parameters parameters) {
        return world.exclusively(() -> {
            String channel = parameters.text("ChannelId");
            cameras.listening(channel);
            long index = parameters.number("Index", 0);
            Refusal.unless(
                    index >= 1 && index <= MOST_PRESETS,
                    Codes.INVALID,
                    "Index must be 1 to " + MOST_PRESETS + ", not " + index);
            String id = channel + "/" + index;
            switch (parameters.text("Cmd")) {
                case "set" ->
                    presets.save(
                            id,
                            Data.object()
                                    .put("ChannelId", channel)
                                    .put("Index", index)
                                    .put("Name", Long.toString(index)));
                case "del" -> presets.remove(id);
                default ->
                    Refusal.unless(presets.contains(id), Codes.UNKNOWN, "There is no preset " + index + " to go to");
            }
            return Data.none();
        });
    }

    ObjectNode presets(Parameters parameters) {
        String channel = parameters.text("ChannelId");
        cameras.listening(channel);
        return Data.list(
                Data.where(presets, "ChannelId", channel).stream()
                        .sorted(Comparator.comparingInt(
                                preset -> preset.path("Index").asInt()))
                        .toList(),
                preset -> preset.without("ChannelId"));
    }
}

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
package io.github.camelvideo.simulator.api.iss;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.Iss;
import io.github.camelvideo.simulator.world.World;
import java.util.Comparator;

/** The periods of a channel that have recordings, cut to the span that is asked for; all times are Unix seconds. */
record RecordingActions(World world) {

    ObjectNode cloud(Parameters parameters) {
        Codes.required(world, Iss.DEVICES, parameters.text("DeviceId"));
        ObjectNode timeline = JsonNodeFactory.instance.objectNode().put("Tips", 0);
        timeline.set("List", periods(Iss.CLOUD_RECORDINGS, parameters, "StartTime", "EndTime"));
        return JsonNodeFactory.instance.objectNode().set("Data", timeline);
    }

    ObjectNode device(Parameters parameters) {
        return JsonNodeFactory.instance
                .objectNode()
                .set("Data", periods(Iss.DEVICE_RECORDINGS, parameters, "Start", "End"));
    }

    private ArrayNode periods(String kind, Parameters parameters, String startName, String endName) {
        String channel = parameters.text("ChannelId");
        Codes.required(world, Iss.CHANNELS, channel);
        long from = parameters.number(startName, 0);
        long to = parameters.number(endName, 0);
        Refusal.unless(from <= to, Codes.ORDER, "The start " + from + " is after the end " + to);
        ArrayNode periods = JsonNodeFactory.instance.arrayNode();
        world.records(kind).where("ChannelId", channel).stream()
                .filter(each ->
                        each.path("Begin").asLong() < to && each.path("End").asLong() > from)
                .sorted(Comparator.comparingLong(each -> each.path("Begin").asLong()))
                .forEach(each -> periods.addObject()
                        .put("Begin", Math.max(from, each.path("Begin").asLong()))
                        .put("End", Math.min(to, each.path("End").asLong())));
        return periods;
    }
}

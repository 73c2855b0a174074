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
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;

/** Events planned for a channel. They are kept and listed; their time changes nothing else. */
final class PlanActions {

    private static final String KIND = "mdl/plan";

    private final World world;
    private final Clock clock;
    private final Things channels;
    private final Records plans;

    PlanActions(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
        this.channels = new Things(world.records(StreamLive.CHANNELS), "channel");
        this.plans = world.records(KIND);
    }

    ObjectNode create(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode channel = channels.known(parameters.text("ChannelId"));
            ObjectNode plan = (ObjectNode) Things.sent(parameters).get("Plan");
            PlanRules.check(plan, channel, clock.instant());
            String key =
                    key(parameters.text("ChannelId"), plan.path("EventName").asText());
            Check.that(!plans.contains(key), "Plan", "The channel has an event of that name: " + key);
            plans.save(key, plan.put("ChannelId", parameters.text("ChannelId")));
            return Things.nothing();
        });
    }

    ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> {
            channels.known(parameters.text("ChannelId"));
            String event = parameters.text("EventName");
            Check.that(!event.isBlank(), "Plan", "EventName must not be empty");
            String key = key(parameters.text("ChannelId"), event);
            Check.that(plans.remove(key), "NotFound", "The channel has no event of that name: " + key);
            return Things.nothing();
        });
    }

    ObjectNode list(Parameters parameters) {
        String channel = parameters.text("ChannelId");
        channels.known(channel);
        ArrayNode infos = JsonNodeFactory.instance.arrayNode();
        plans.all().stream()
                .filter(plan -> plan.path("ChannelId").asText().equals(channel))
                .map(PlanActions::show)
                .forEach(infos::add);
        return Things.answer("Infos", infos);
    }

    /** Removes the plan of a channel. */
    static void forget(World world, String channelId) {
        Records plans = world.records(KIND);
        plans.all().stream()
                .filter(plan -> plan.path("ChannelId").asText().equals(channelId))
                .forEach(plan ->
                        plans.remove(key(channelId, plan.path("EventName").asText())));
    }

    private static String key(String channelId, String event) {
        return channelId + "/" + event;
    }

    /** What was sent as number is shown as text. */
    private static ObjectNode show(ObjectNode plan) {
        plan.remove("ChannelId");
        JsonNode settings = plan.path("EventSettings");
        asText(settings, "SpliceDuration");
        settings.path("SCTE35SegmentationDescriptor").forEach(descriptor -> asText(descriptor, "Duration"));
        return plan;
    }

    private static void asText(JsonNode node, String name) {
        if (node.path(name).isNumber()) {
            ((ObjectNode) node).put(name, node.path(name).asText());
        }
    }
}

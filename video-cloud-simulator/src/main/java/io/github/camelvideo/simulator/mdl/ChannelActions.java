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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.World;
import java.util.List;
import java.util.function.Predicate;

/** Channels and their two states, idle and running. */
final class ChannelActions {

    private static final List<String> NULL_WHEN_UNSET =
            List.of("AudioTemplates", "VideoTemplates", "AVTemplates", "PlanSettings", "EventNotifySettings");

    private final World world;
    private final StreamLive streamLive;
    private final Things channels;
    private final ChannelRules rules;

    ChannelActions(World world) {
        this.world = world;
        this.streamLive = world.streamLive();
        this.channels = new Things(world.records(StreamLive.CHANNELS), "channel");
        this.rules = new ChannelRules(world);
    }

    ObjectNode create(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode channel = Things.sent(parameters);
            channels.checkName(parameters.text("Name"), null);
            rules.check(channel, null);
            return Things.id(streamLive.addChannel(channel));
        });
    }

    /** Replaces everything: what is not sent is no longer set. */
    ObjectNode modify(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode before = channels.required(parameters);
            String id = parameters.text("Id");
            ObjectNode channel = Things.sent(parameters);
            channels.checkName(parameters.text("Name"), id);
            rules.check(channel, id);
            if (streamLive.channel(id).running()) {
                // of the codes listed for this action the only one that fits
                throw new Refusal("InvalidParameter", "Channel " + id + " is running");
            }
            channels.records().save(id, channel.set("State", before.get("State")));
            return Things.nothing();
        });
    }

    ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> channels.delete(parameters, id -> {
            Check.that(!streamLive.channel(id).running(), "StateError", "Channel " + id + " is running");
            PlanActions.forget(world, id);
        }));
    }

    ObjectNode start(Parameters parameters) {
        return turn(parameters, streamLive::start, "is running");
    }

    ObjectNode stop(Parameters parameters) {
        return turn(parameters, streamLive::stop, "is not running");
    }

    private ObjectNode turn(Parameters parameters, Predicate<String> turned, String otherwise) {
        return world.exclusively(() -> {
            channels.required(parameters);
            String id = parameters.text("Id");
            Check.that(turned.test(id), "StateError", "Channel " + id + " " + otherwise);
            return Things.nothing();
        });
    }

    ObjectNode read(Parameters parameters) {
        return Things.answer("Info", show(channels.required(parameters)));
    }

    ObjectNode list(Parameters parameters) {
        return channels.list(ChannelActions::show);
    }

    private static ObjectNode show(ObjectNode channel) {
        NULL_WHEN_UNSET.stream().filter(name -> !channel.has(name)).forEach(channel::putNull);
        if (!channel.has("InputLossBehavior")) {
            channel.putObject("InputLossBehavior").put("RepeatLastFrameMs", 0).put("InputLossImageType", "COLOR");
        }
        if (!channel.has("PipelineInputSettings")) {
            channel.putObject("PipelineInputSettings").put("FaultBehavior", "PIPELINE_FILLING");
        }
        return channel;
    }
}

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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.World;
import java.util.regex.Pattern;

/** What a channel may look like, beside its name. */
final class ChannelRules {

    private static final Pattern SELECTOR = Pattern.compile("[A-Za-z0-9_]{1,32}");
    private static final Pattern URL = Pattern.compile("https?://[^/\\s]+\\S*");
    private static final Pattern KEY = Pattern.compile("\\S*");

    private final Things inputs;
    private final Records channels;
    private final TemplateRules templates;

    ChannelRules(World world) {
        this.inputs = new Things(world.records(StreamLive.INPUTS), "input");
        this.channels = world.records(StreamLive.CHANNELS);
        this.templates = new TemplateRules(world);
    }

    /**
     * @param ownId id of the channel that is changed, or null for a new one
     */
    void check(ObjectNode channel, String ownId) {
        boolean selectorsNeeded = checkInputs(channel, ownId);
        templates.check(channel, selectorsNeeded);
        OutputRules.check(channel);
        JsonNode push = channel.at("/EventNotifySettings/PushEventSettings");
        if (push.isObject()) {
            new Values(push, "NotifyUrl").matches("NotifyUrl", URL);
            new Values(push, "NotifyKey").matches("NotifyKey", KEY);
        }
    }

    /** Whether an input brings several sounds to choose from. */
    private boolean checkInputs(ObjectNode channel, String ownId) {
        new Values(channel, "AttachedInputs").size("AttachedInputs", 1, 5).distinct("AttachedInputs", "Id");
        boolean selectorsNeeded = false;
        for (JsonNode attached : channel.path("AttachedInputs")) {
            String id = attached.path("Id").asText();
            String type = inputs.required(id, "Id").path("Type").asText();
            selectorsNeeded |= type.equals("RTP_PUSH") || type.equals("UDP_PUSH");
            checkFree(id, ownId);
            new Values(attached, "AttachedInputs").distinct("AudioSelectors", "Name");
            for (JsonNode selector : attached.path("AudioSelectors")) {
                new Values(selector, "AttachedInputs").matches("Name", SELECTOR);
            }
            String secondary = attached.at("/FailOverSettings/SecondaryInputId").asText();
            if (!secondary.isEmpty()) {
                inputs.known(secondary);
            }
        }
        return selectorsNeeded;
    }

    private void checkFree(String inputId, String ownId) {
        for (JsonNode holder : Holders.ofInput(channels, inputId)) {
            Check.that(
                    holder.asText().equals(ownId),
                    "AlreadyAssociatedChannel",
                    "Input " + inputId + " is attached to channel " + holder.asText());
        }
    }
}

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
import io.github.camelvideo.simulator.world.World;
import java.util.Set;
import java.util.regex.Pattern;

/** What an input may look like. */
final class InputRules {

    /** The document's list and SRT_PUSH, which it explains elsewhere. */
    private static final Set<String> TYPES =
            Set.of("RTMP_PUSH", "RTP_PUSH", "UDP_PUSH", "RTMP_PULL", "HLS_PULL", "MP4_PULL", "SRT_PUSH");

    private static final Pattern STREAM = Pattern.compile("[A-Za-z0-9]{1,32}");
    private static final Pattern SOURCE = Pattern.compile("(rtmps?|https?|cos)://\\S{1,505}");
    private static final int MOST_SETTINGS = 2;

    private final Things groups;

    InputRules(World world) {
        this.groups = new Things(world.records(SecurityGroupActions.KIND), "input security group");
    }

    void check(ObjectNode input) {
        String type = input.path("Type").asText();
        Check.that(TYPES.contains(type), "Type", "Type must be one of " + TYPES + ", not " + type);
        input.path("SecurityGroupIds").forEach(id -> groups.required(id.asText(), "SecurityGroups"));
        checkSettings(type, input.path("InputSettings"));
    }

    private static void checkSettings(String type, JsonNode settings) {
        boolean needed = type.equals("RTMP_PUSH") || type.endsWith("_PULL");
        Check.that(
                settings.size() <= MOST_SETTINGS && (!needed || !settings.isEmpty()),
                "InputSettings",
                "An input of type " + type + " has 1 or 2 InputSettings, not " + settings.size());
        for (JsonNode each : settings) {
            if (type.equals("RTMP_PUSH")) {
                checkStream(each, "AppName");
                checkStream(each, "StreamName");
                checkDelay(each.path("DelayTime").asLong());
            } else if (type.endsWith("_PULL")) {
                String url = each.path("SourceUrl").asText();
                Check.that(
                        SOURCE.matcher(url).matches(),
                        "InputSettings",
                        "SourceUrl must be a URL of at most 512 characters, not \"" + url + "\"");
            }
        }
    }

    private static void checkStream(JsonNode settings, String name) {
        String value = settings.path(name).asText();
        Check.that(
                STREAM.matcher(value).matches(),
                "InputSettings",
                name + " must have 1 to 32 letters and digits, not \"" + value + "\"");
    }

    private static void checkDelay(long delay) {
        Check.that(
                delay == 0 || delay >= 10_000 && delay <= 600_000 && delay % 1000 == 0,
                "InputSettings",
                "DelayTime must be 0 or 10000 to 600000 in steps of 1000, not " + delay);
    }
}

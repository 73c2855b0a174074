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
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** What an event of a plan may look like. */
final class PlanRules {

    private static final String CODE = "Plan";
    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final Pattern SOMETHING = Pattern.compile("\\S+");
    private static final Pattern MANIFEST = Pattern.compile("\\S+\\.(m3u8|mpd)");

    private PlanRules() {}

    static void check(JsonNode plan, ObjectNode channel, Instant now) {
        new Values(plan, CODE).matches("EventName", SOMETHING);
        JsonNode event = plan.path("EventSettings");
        JsonNode timing = plan.path("TimingSettings");
        switch (event.path("EventType").asText()) {
            // the document's own example has FIXED_TIME here, and means a switch
            case "", "INPUT_SWITCH", "FIXED_TIME" -> inputSwitch(event, timing, channel);
            case "TIMED_RECORD" -> timedRecord(event, timing, channel, now);
            case "SCTE35_TIME_SIGNAL", "SCTE35_SPLICE_INSERT", "SCTE35_RETURN_TO_NETWORK" -> {
                // nothing of the rest is said to be needed
            }
            default ->
                throw Check.invalid(
                        CODE, "There is no EventType " + event.path("EventType").asText());
        }
    }

    private static void inputSwitch(JsonNode event, JsonNode timing, ObjectNode channel) {
        has(channel, "AttachedInputs", "Id", event.path("InputAttachment").asText());
        String start = timing.path("StartType").asText();
        Check.that(
                start.equals("FIXED_TIME") || start.equals("IMMEDIATE"),
                CODE,
                "StartType must be FIXED_TIME or IMMEDIATE, not " + start);
        if (start.equals("FIXED_TIME")) {
            moment(timing, "Time");
        }
    }

    private static void timedRecord(JsonNode event, JsonNode timing, ObjectNode channel, Instant now) {
        has(channel, "OutputGroups", "Name", event.path("OutputGroupName").asText());
        new Values(event, CODE).matches("ManifestName", MANIFEST).size("Destinations", 1, 2);
        Instant start = moment(timing, "StartTime");
        Check.that(!start.isBefore(now.plus(AHEAD)), CODE, "StartTime " + start + " lies less than 1 minute ahead");
        Instant end = moment(timing, "EndTime");
        Check.that(
                !end.isBefore(start.plus(AHEAD)), CODE, "EndTime " + end + " lies less than 1 minute after StartTime");
    }

    private static void has(ObjectNode channel, String array, String name, String value) {
        Check.that(
                Holders.elements(channel, array)
                        .anyMatch(element -> element.path(name).asText().equals(value)),
                CODE,
                "\"" + value + "\" is none of the " + array + " of the channel");
    }

    private static Instant moment(JsonNode timing, String name) {
        Instant moment = Window.parse(timing.path(name).asText());
        Check.that(moment != null, CODE, name + " must look like 2020-01-01T12:00:00Z");
        return moment;
    }
}

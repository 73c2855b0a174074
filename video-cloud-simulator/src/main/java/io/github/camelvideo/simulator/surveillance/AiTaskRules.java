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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Refusal;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is refused of an AI task. */
record AiTaskRules(Cameras cameras, Stock tasks) {

    /** The kinds of things that are recognized. */
    static final List<String> TYPES =
            List.of("Body", "Pet", "Car", "Chefhat", "Chefcloth", "Facemask", "Smoking", "PhoneCall");

    private static final int MOST_CHANNELS = 1000;
    private static final int LONGEST_INTERVAL = 20;
    private static final int MOST_SLOTS = 5;
    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%\\[\\]-]+");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

    void check(ObjectNode task) {
        Names.check(task.path("Name").asText(), Names.NAME, "43701");
        Names.checkDescription(task.path("Desc"), "43702");
        String url = task.path("CallbackUrl").asText();
        Refusal.unless(url.isEmpty() || URL.matcher(url).matches(), "43706", "CallbackUrl must be a URL, not " + url);
        checkChannels(task);
        checkTemplates(task.path("Templates"));
    }

    private void checkChannels(ObjectNode task) {
        JsonNode channels = task.path("ChannelList");
        Refusal.unless(!channels.isEmpty(), "43703", "ChannelList is empty");
        Refusal.unless(channels.size() <= MOST_CHANNELS, "43704", "ChannelList has more than 1000 channels");
        Set<String> taken = new HashSet<>();
        tasks.records().all().stream()
                .filter(each -> !each.path("TaskId").equals(task.path("TaskId")))
                .forEach(each -> each.path("ChannelList").forEach(id -> taken.add(id.asText())));
        for (JsonNode channel : channels) {
            String id = channel.asText();
            Refusal.unless(ID.matcher(id).matches(), "43705", "ChannelList has illegal characters: " + id);
            Refusal.unless(cameras.known(id) != null, "43715", "There is no channel " + id);
            Refusal.unless(!taken.contains(id), "43716", "Channel " + id + " is in another AI task");
        }
    }

    private static void checkTemplates(JsonNode templates) {
        Refusal.unless(!templates.isEmpty(), "43713", "Templates is empty");
        String tag = templates.path(0).path("Tag").asText();
        for (JsonNode template : templates) {
            String own = template.path("Tag").asText();
            Refusal.unless(List.of("AI", "Snapshot").contains(own), "43713", "Tag must be AI or Snapshot, not " + own);
            Refusal.unless(own.equals(tag), "43714", "One template has the Tag " + tag + ", another " + own);
            boolean ai = own.equals("AI");
            JsonNode config = template.path(ai ? "AIConfig" : "SnapshotConfig");
            Refusal.unless(config.isObject(), "43713", "A template with the Tag " + own + " lacks its configuration");
            String type = config.path("DetectType").asText();
            Refusal.unless(
                    !ai || TYPES.contains(type), "43707", "DetectType must be one of " + TYPES + ", not " + type);
            int interval = config.path("TimeInterval").asInt();
            Refusal.unless(
                    interval >= 1 && interval <= LONGEST_INTERVAL,
                    "43708",
                    "TimeInterval must be 1 to " + LONGEST_INTERVAL + " seconds, not " + interval);
            checkSlots(config.path("OperTimeslot"));
        }
    }

    private static void checkSlots(JsonNode slots) {
        Refusal.unless(slots.size() <= MOST_SLOTS, "43709", "OperTimeslot has more than " + MOST_SLOTS + " entries");
        Set<String> seen = new HashSet<>();
        for (JsonNode slot : slots) {
            LocalTime start = TimeSection.time(slot.path("Start").asText(), "43711");
            LocalTime end = TimeSection.time(slot.path("End").asText(), "43711");
            Refusal.unless(
                    start.isBefore(end), "43710", "A slot must start before its end, not " + start + " - " + end);
            Refusal.unless(
                    seen.add(start + " " + end), "43712", "The slot from " + start + " to " + end + " is there twice");
        }
    }
}

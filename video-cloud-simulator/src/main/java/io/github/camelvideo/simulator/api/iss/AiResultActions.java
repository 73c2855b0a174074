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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.Iss;
import io.github.camelvideo.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/** What AI tasks have recognized on a channel, the newest first, in a list for each type. */
record AiResultActions(World world) {

    private static final List<String> TYPES =
            List.of("Body", "Pet", "Car", "Chefhat", "Chefcloth", "Facemask", "Smoking", "PhoneCall");
    private static final String UNKNOWN_TASK = "43718";
    private static final long LONGEST = Duration.ofDays(30).toSeconds();
    private static final long DEFAULT_SIZE = 10;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    ObjectNode read(Parameters parameters) {
        String task = parameters.text("TaskId");
        Refusal.unless(world.records("iss/ai-task").contains(task), UNKNOWN_TASK, "There is no AI task " + task);
        List<ObjectNode> found = found(task, parameters);
        long page = parameters.number("PageNumber", 1);
        long size = parameters.number("PageSize", DEFAULT_SIZE);
        Refusal.unless(page >= 1 && size >= 1, Codes.PAGE, "There is no page " + page + " of " + size + " results");
        ObjectNode types = JsonNodeFactory.instance.objectNode();
        TYPES.forEach(types::putArray);
        found.stream().skip((page - 1) * size).limit(size).forEach(result -> types.withArray(
                        result.path("Type").asText())
                .add(show(result)));
        ObjectNode answer =
                JsonNodeFactory.instance.objectNode().put("TaskId", task).put("AIResultCount", found.size());
        answer.set("AIResults", types);
        return JsonNodeFactory.instance.objectNode().set("Data", answer);
    }

    private List<ObjectNode> found(String task, Parameters parameters) {
        long from = parameters.number("BeginTime", 0);
        long to = parameters.number("EndTime", Long.MAX_VALUE);
        boolean bounded = parameters.has("BeginTime") && parameters.has("EndTime");
        Refusal.unless(
                from <= to && (!bounded || to - from <= LONGEST),
                Codes.TIME,
                "The time from " + from + " to " + to + " must be 0 to 30 days long");
        String type = parameters.filled(parameters.filled("DetectType") == null ? "AIType" : "DetectType");
        String object = parameters.filled("Object");
        return world.records(Iss.AI_RESULTS).where("TaskId", task).stream()
                .filter(result -> result.path("ChannelId").asText().equals(parameters.text("ChannelId")))
                .filter(result -> type == null || result.path("Type").asText().equals(type))
                .filter(result ->
                        from <= result.path("At").asLong() && result.path("At").asLong() <= to)
                .filter(result -> object == null || object(result).equals(object))
                .sorted(Comparator.comparingLong(
                                (ObjectNode result) -> result.path("At").asLong())
                        .reversed())
                .toList();
    }

    /** The path of the picture in its bucket. */
    private static String object(ObjectNode result) {
        return result.path("ChannelId").asText() + "/" + result.path("RecordId").asText() + ".jpg";
    }

    private static ObjectNode show(ObjectNode result) {
        ObjectNode shown = JsonNodeFactory.instance
                .objectNode()
                .put("Time", TIME.format(Instant.ofEpochSecond(result.path("At").asLong())))
                .put("Url", "https://pictures.example.com/" + object(result));
        return shown.set(result.path("Type").asText() + "Info", result.get("Info"));
    }
}

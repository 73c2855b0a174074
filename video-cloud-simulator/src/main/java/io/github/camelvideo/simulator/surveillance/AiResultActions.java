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
import io.github.camelvideo.simulator.world.Surveillance;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What AI tasks have recognized, the newest first. */
final class AiResultActions {

    private static final Pages PAGES = new Pages(10, 100, "43720", "43721");
    private static final long LONGEST = Duration.ofDays(30).toSeconds();

    private final AiTaskActions tasks;
    private final Records results;

    AiResultActions(Cameras cameras, AiTaskActions tasks) {
        this.tasks = tasks;
        this.results = cameras.world().records(Surveillance.AI_RESULTS);
    }

    ObjectNode read(Parameters parameters) {
        String task = tasks.required(parameters).path("TaskId").asText();
        Refusal.unless(parameters.filled("ChannelId") != null, "43725", "ChannelId is empty");
        List<ObjectNode> found = found(task, parameters);
        ObjectNode types = Data.object();
        AiTaskRules.TYPES.forEach(types::putArray);
        PAGES.turn(found, parameters)
                .forEach(result -> types.withArray(result.path("Type").asText()).add(show(result)));
        ObjectNode answer = Data.object().put("TaskId", task).put("AIResultCount", found.size());
        return Data.of(answer.set("AIResults", types));
    }

    private List<ObjectNode> found(String task, Parameters parameters) {
        long from = parameters.number("BeginTime", 0);
        long to = parameters.number("EndTime", Long.MAX_VALUE);
        boolean bounded = parameters.has("BeginTime") && parameters.has("EndTime");
        Refusal.unless(
                from <= to && (!bounded || to - from <= LONGEST),
                "43727",
                "The time from " + from + " to " + to + " must be 0 to 30 days long");
        String type = parameters.filled(parameters.filled("DetectType") == null ? "AIType" : "DetectType");
        return Data.where(results, "TaskId", task).stream()
                .filter(result -> Filters.equal(result, parameters, "ChannelId"))
                .filter(result -> type == null || result.path("Type").asText().equals(type))
                .filter(result ->
                        from <= result.path("At").asLong() && result.path("At").asLong() <= to)
                .filter(result -> isOf(result, parameters.filled("Object")))
                .sorted(Comparator.comparingLong(
                                (ObjectNode result) -> result.path("At").asLong())
                        .reversed())
                .toList();
    }

    private static boolean isOf(ObjectNode result, String object) {
        return object == null || object(result).equals(object);
    }

    /** The path of the picture in its bucket. */
    private static String object(ObjectNode result) {
        return result.path("ChannelId").asText() + "/" + result.path("RecordId").asText() + ".jpg";
    }

    private static ObjectNode show(ObjectNode result) {
        ObjectNode shown = Data.object()
                .put("Time", Times.text(Instant.ofEpochSecond(result.path("At").asLong())))
                .put("Url", "https://pictures.example.com/" + object(result));
        return shown.set(result.path("Type").asText() + "Info", result.get("Info"));
    }
}

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
package io.github.camelvideo.simulator.api.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tasks that record a stream or take screenshots of it. Their files are not simulated. */
final class StreamTaskActions {

    private static final Duration LONGEST_TASK = Duration.ofHours(24);
    private static final Duration LONGEST_AHEAD = Duration.ofDays(7);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);
    private static final Duration OLDEST_WINDOW = Duration.ofDays(90);
    /** The document does not say how many; few enough for a test to see a second page. */
    private static final int PAGE = 20;

    private final String noun;
    private final World world;
    private final Records tasks;
    private final Clock clock;

    /**
     * @param noun {@code Record} or {@code Screenshot}
     */
    StreamTaskActions(String noun, World world, Clock clock) {
        this.noun = noun;
        this.world = world;
        this.tasks = world.records("live/task/" + noun);
        this.clock = clock;
    }

    void addTo(Map<String, Behaviour> behaviours) {
        behaviours.put("Create" + noun + "Task", this::create);
        behaviours.put("Stop" + noun + "Task", this::stop);
        behaviours.put("Delete" + noun + "Task", this::delete);
        behaviours.put("Describe" + noun + "Task", this::list);
    }

    private ObjectNode create(Parameters parameters) {
        Instant now = clock.instant();
        Instant start = Instant.ofEpochSecond(parameters.number("StartTime", now.getEpochSecond()));
        Instant end = Instant.ofEpochSecond(parameters.number("EndTime", 0));
        check(end.isAfter(start) && end.isAfter(now), "EndTime must be after StartTime and in the future");
        check(!end.isAfter(now.plus(LONGEST_AHEAD)), "EndTime must be within the next 7 days");
        check(!end.isAfter(start.plus(LONGEST_TASK)), "A task must last 24 hours at most");
        return world.exclusively(() -> {
            String id = tasks.newId(12);
            tasks.save(
                    id,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("TaskId", id)
                            .put("DomainName", parameters.text("DomainName"))
                            .put("AppName", parameters.text("AppName"))
                            .put("StreamName", parameters.text("StreamName"))
                            .put("StartTime", start.getEpochSecond())
                            .put("EndTime", end.getEpochSecond())
                            .put("TemplateId", parameters.number("TemplateId", 0))
                            .put("Stopped", 0L));
            return JsonNodeFactory.instance.objectNode().put("TaskId", id);
        });
    }

    private ObjectNode stop(Parameters parameters) {
        long now = clock.instant().getEpochSecond();
        boolean known = tasks.change(parameters.text("TaskId"), task -> {
            // a task that was stopped or is over stays as it is
            if (task.path("Stopped").asLong() == 0 && task.path("EndTime").asLong() > now) {
                task.put("Stopped", now);
            }
        });
        return done(known, parameters);
    }

    private ObjectNode delete(Parameters parameters) {
        return done(tasks.remove(parameters.text("TaskId")), parameters);
    }

    private static ObjectNode done(boolean known, Parameters parameters) {
        check(known, "There is no task " + parameters.text("TaskId"));
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode list(Parameters parameters) {
        long from = parameters.number("StartTime", 0);
        long to = parameters.number("EndTime", 0);
        long oldest = clock.instant().minus(OLDEST_WINDOW).getEpochSecond();
        check(to > from, "EndTime must be after StartTime");
        check(to - from <= LONGEST_WINDOW.toSeconds(), "The window must be a week at most");
        check(from >= oldest, "StartTime must be " + oldest + " or later");
        List<ObjectNode> found = tasks.all().stream()
                .filter(task -> is(parameters, task, "StreamName"))
                .filter(task -> is(parameters, task, "DomainName"))
                .filter(task -> is(parameters, task, "AppName"))
                .filter(task -> task.path("StartTime").asLong() >= from
                        && task.path("EndTime").asLong() <= to)
                .toList();
        int begin = position(parameters);
        int end = Math.min(found.size(), begin + PAGE);
        ArrayNode page = JsonNodeFactory.instance.arrayNode();
        found.stream().skip(begin).limit(PAGE).forEach(page::add);
        ObjectNode answer =
                JsonNodeFactory.instance.objectNode().put("ScrollToken", end < found.size() ? "after-" + end : "");
        answer.set("TaskList", page);
        return answer;
    }

    private static int position(Parameters parameters) {
        String token = parameters.filled("ScrollToken");
        if (token == null) {
            return 0;
        }
        check(token.matches("after-\\d{1,9}"), "ScrollToken must be one of an answer, not " + token);
        return Integer.parseInt(token.substring(token.indexOf('-') + 1));
    }

    private static boolean is(Parameters parameters, ObjectNode task, String name) {
        return parameters.filled(name) == null || task.path(name).asText().equals(parameters.text(name));
    }

    private static void check(boolean right, String message) {
        if (!right) {
            throw new Refusal("InvalidParameter", message);
        }
    }
}

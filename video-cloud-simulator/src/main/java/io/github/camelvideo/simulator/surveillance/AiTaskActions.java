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
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/** AI tasks, which must be off to be changed. */
final class AiTaskActions {

    static final Pages PAGES = new Pages(20, 200, "43720", "43721");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final World world;
    private final Clock clock;
    private final Shown shown;
    private final Stock tasks;
    private final AiTaskRules rules;

    AiTaskActions(Cameras cameras, Shown shown, Clock clock) {
        this.world = cameras.world();
        this.clock = clock;
        this.shown = shown;
        this.tasks = new Stock(world.records("iss/ai-task"), "TaskId", "43718", "AI task");
        this.rules = new AiTaskRules(cameras, tasks);
    }

    ObjectNode create(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode task = Data.object()
                    .put("TaskId", "at" + tasks.records().newUuid().replace("-", ""))
                    .put("Desc", "")
                    .put("CallbackUrl", "")
                    .put("Status", parameters.flag("IsStartTheTask") ? "on" : "off")
                    .put("CreatedTime", Times.text(clock.instant()));
            return change(task, parameters);
        });
    }

    ObjectNode update(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode task = required(parameters);
            Refusal.unless(!isOn(task), "43719", "AI task " + task.path("TaskId") + " is on");
            return change(task, parameters);
        });
    }

    private ObjectNode change(ObjectNode task, Parameters parameters) {
        for (String field : List.of("Name", "Desc", "ChannelList", "CallbackUrl", "Templates")) {
            if (parameters.has(field)) {
                task.set(field, parameters.json().get(field));
            }
        }
        rules.check(task);
        tasks.save(task.put("UpdatedTime", Times.text(clock.instant())));
        return Data.of(shown.as("AITask", task));
    }

    /** The task that the parameter names. */
    ObjectNode required(Parameters parameters) {
        String id = parameters.text("TaskId");
        Refusal.unless(id != null && ID.matcher(id).matches(), "43717", "Illegal AI task id \"" + id + "\"");
        return tasks.required(id);
    }

    private static boolean isOn(ObjectNode task) {
        return task.path("Status").asText().equals("on");
    }

    ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> {
            required(parameters);
            tasks.remove(parameters);
            return Data.object();
        });
    }

    ObjectNode turn(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode task = required(parameters);
            String status = parameters.filled("Status");
            Refusal.unless(status != null, "43722", "Status is empty");
            Refusal.unless(List.of("on", "off").contains(status), "43723", "Status must be on or off, not " + status);
            Refusal.unless(
                    status.equals("on") || isOn(task), "43724", "AI task " + task.path("TaskId") + " is off already");
            tasks.save(task.put("Status", status));
            return Data.object();
        });
    }

    ObjectNode detail(Parameters parameters) {
        return Data.of(shown.as("AITask", required(parameters)));
    }

    ObjectNode list(Parameters parameters) {
        return Data.of(PAGES.of(tasks.records().all(), parameters, task -> {
            if (!parameters.flag("IsContainChannelList")) {
                task.remove("ChannelList");
            }
            if (!parameters.flag("IsContainTemplate")) {
                task.remove("Templates");
            }
            return shown.as("AITask", task);
        }));
    }
}

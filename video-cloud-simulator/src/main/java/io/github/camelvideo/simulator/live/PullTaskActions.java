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
package io.github.camelvideo.simulator.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.NumberedPage;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Tasks that pull a source and push it on. The stream that comes of one is not simulated, only whether it runs. */
final class PullTaskActions {

    private static final NumberedPage PAGE = new NumberedPage("TaskInfos", 10);
    private static final int MOST = 200;
    private static final Duration LONGEST = Duration.ofDays(30);
    /** What an operation on a task carries besides its settings. */
    private static final Set<String> NO_SETTINGS = Set.of("TaskId", "Operator", "SpecifyTaskId", "VodLoopTimes");

    private static final Comparator<ObjectNode> LATEST_UPDATE_FIRST = Comparator.comparing(
                    (ObjectNode task) -> task.path("UpdateTime").asText())
            .reversed();

    private final World world;
    private final Records tasks;
    private final Shapes shapes;
    private final Codes codes;
    private final Clock clock;

    PullTaskActions(World world, Shapes shapes, Codes codes, Clock clock) {
        this.world = world;
        this.tasks = world.records("live/task/Pull");
        this.shapes = shapes;
        this.codes = codes;
        this.clock = clock;
    }

    ObjectNode create(Parameters parameters) {
        checkTarget(parameters);
        checkTimes(start(parameters), end(parameters));
        return world.exclusively(() -> {
            if (tasks.size() >= MOST) {
                throw codes.refusal(
                        "CreateLivePullStreamTask", Codes.Wrong.TOO_MANY, "There are " + MOST + " tasks already");
            }
            String custom = parameters.filled("SpecifyTaskId");
            if (custom != null && tasks.all().stream().anyMatch(task -> isCalled(task, custom))) {
                throw new Refusal("InvalidParameter", "There is a task with SpecifyTaskId " + custom + " already");
            }
            String id = tasks.newId(8);
            String now = TimeStyle.UTC.write(clock.instant());
            ObjectNode task = set(JsonNodeFactory.instance.objectNode(), parameters);
            task.put("TaskId", id)
                    .put("CreateTime", now)
                    .put("CreateBy", parameters.text("Operator"))
                    .put("Region", "ap-guangzhou")
                    .put("Status", "enable")
                    .put("SpecifyTaskId", custom == null ? "" : custom);
            if (!task.has("VodLoopTimes")) {
                task.put("VodLoopTimes", -1);
            }
            tasks.save(id, task);
            return JsonNodeFactory.instance.objectNode().put("TaskId", id);
        });
    }

    private static void checkTarget(Parameters parameters) {
        boolean address = parameters.filled("ToUrl") != null;
        boolean parts = parameters.filled("DomainName") != null
                || parameters.filled("AppName") != null
                || parameters.filled("StreamName") != null;
        if (address == parts) {
            throw new Refusal(
                    "InvalidParameter.InvalidToUrl",
                    "Give either ToUrl, with DomainName, AppName and StreamName empty, or those");
        }
        if (parameters.text("SourceType").equals("PullLivePushLive")
                && parameters.texts("SourceUrls").size() != 1) {
            throw new Refusal("InvalidParameter.InvalidSourceUrl", "A live source has one URL");
        }
    }

    private void checkTimes(Instant start, Instant end) {
        if (!end.isAfter(start) || !end.isAfter(clock.instant()) || !end.isBefore(start.plus(LONGEST))) {
            throw new Refusal(
                    "InvalidParameter.InvalidTaskTime",
                    "EndTime must lie after StartTime, after now and less than 30 days after StartTime, not " + end);
        }
    }

    ObjectNode modify(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode task = set(required("ModifyLivePullStreamTask", parameters), parameters);
            if (parameters.has("StartTime") || parameters.has("EndTime")) {
                checkTimes(start(new Parameters(task)), end(new Parameters(task)));
            }
            tasks.save(task.path("TaskId").asText(), task);
            return JsonNodeFactory.instance.objectNode();
        });
    }

    ObjectNode restart(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode task = required("RestartLivePullStreamTask", parameters);
            tasks.save(task.path("TaskId").asText(), set(task, parameters));
            return JsonNodeFactory.instance.objectNode();
        });
    }

    ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> {
            tasks.remove(required("DeleteLivePullStreamTask", parameters)
                    .path("TaskId")
                    .asText());
            return JsonNodeFactory.instance.objectNode();
        });
    }

    ObjectNode list(Parameters parameters) {
        String id = parameters.filled("TaskId");
        String custom = parameters.filled("SpecifyTaskId");
        List<ObjectNode> found = tasks.all().stream()
                .filter(task -> id == null || task.path("TaskId").asText().equals(id))
                .filter(task -> custom == null || isCalled(task, custom))
                .sorted(LATEST_UPDATE_FIRST)
                .toList();
        return PAGE.of(found, parameters, task -> shapes.complete("PullStreamTaskInfo", task))
                .put("LimitTaskNum", MOST);
    }

    ObjectNode status(Parameters parameters) {
        ObjectNode task = required("DescribeLivePullStreamTaskStatus", parameters);
        Instant now = clock.instant();
        boolean runs = task.path("Status").asText().equals("enable")
                && !now.isBefore(start(new Parameters(task)))
                && now.isBefore(end(new Parameters(task)));
        ObjectNode status = JsonNodeFactory.instance
                .objectNode()
                .put("FileUrl", task.at("/SourceUrls/0").asText())
                .put("ReportTime", TimeStyle.UTC.write(now))
                .put("RunStatus", runs ? "active" : "inactive");
        return JsonNodeFactory.instance.objectNode().set("TaskStatusInfo", shapes.complete("TaskStatusInfo", status));
    }

    private ObjectNode set(ObjectNode task, Parameters parameters) {
        parameters.json().properties().stream()
                .filter(each -> !each.getValue().isNull() && !NO_SETTINGS.contains(each.getKey()))
                .forEach(each -> task.set(each.getKey(), each.getValue()));
        if (parameters.filled("VodLoopTimes") != null) {
            // text when a task is made, a number when it is changed
            task.put("VodLoopTimes", parameters.json().get("VodLoopTimes").asInt());
        }
        return task.put("UpdateTime", TimeStyle.UTC.write(clock.instant()))
                .put("UpdateBy", parameters.text("Operator"));
    }

    private ObjectNode required(String action, Parameters parameters) {
        ObjectNode task = tasks.get(parameters.text("TaskId"));
        String custom = parameters.filled("SpecifyTaskId");
        if (task == null || custom != null && !isCalled(task, custom)) {
            throw codes.refusal(action, Codes.Wrong.UNKNOWN, "There is no task " + parameters.text("TaskId"));
        }
        return task;
    }

    private static boolean isCalled(ObjectNode task, String custom) {
        return task.path("SpecifyTaskId").asText().equals(custom);
    }

    private static Instant start(Parameters parameters) {
        return TimeStyle.read(parameters, "StartTime").moment();
    }

    private static Instant end(Parameters parameters) {
        return TimeStyle.read(parameters, "EndTime").moment();
    }
}

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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.time.Instant;

/** Whether a task that pulls a source runs: it does between its times while it is enabled. Its stream is not simulated. */
record PullTaskStatus(World world, AnswerBuilder answers, Clock clock) {

    ObjectNode read(Parameters parameters) {
        String id = parameters.text("TaskId");
        ObjectNode task = world.records("live/pull-task").get(id);
        Refusal.unless(task != null, "InvalidParameter.TaskNotExist", "There is no task " + id);
        Parameters times = new Parameters(task);
        Instant now = clock.instant();
        boolean runs = task.path("Status").asText().equals("enable")
                && !now.isBefore(TimeStyle.read(times, "StartTime").moment())
                && now.isBefore(TimeStyle.read(times, "EndTime").moment());
        ObjectNode status = JsonNodeFactory.instance
                .objectNode()
                .put("FileUrl", task.at("/SourceUrls/0").asText())
                .put("ReportTime", TimeStyle.UTC.write(now))
                .put("RunStatus", runs ? "active" : "inactive");
        return answers.record("DescribeLivePullStreamTaskStatus", id, status);
    }
}

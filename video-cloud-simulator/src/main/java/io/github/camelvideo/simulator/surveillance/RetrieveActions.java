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
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;

/** Tasks that retrieve recordings from the archive. */
final class RetrieveActions {

    private static final int MOST_CHANNELS = 32;
    private static final int NOTHING_ARCHIVED = 3;
    /** What a second of recording takes, in MB. */
    private static final double RATE = 0.25;

    private final World world;
    private final Cameras cameras;
    private final Recordings recordings;
    private final Retrievals retrievals;
    private final Shown shown;
    private final Clock clock;
    private final Stock tasks;

    RetrieveActions(Cameras cameras, Recordings recordings, Shown shown, Clock clock) {
        this.world = cameras.world();
        this.cameras = cameras;
        this.recordings = recordings;
        this.retrievals = new Retrievals(world, clock);
        this.shown = shown;
        this.clock = clock;
        this.tasks = new Stock(world.records(Retrievals.KIND), "TaskId", Codes.UNKNOWN, "retrieve task");
    }

    ObjectNode add(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode task = parameters.json().deepCopy();
            task.put("TaskId", tasks.records().newUuid().replace("-", ""));
            check(task);
            tasks.save(task.put("Since", clock.instant().getEpochSecond()));
            return Data.of(show(task, "RetrieveTask"));
        });
    }

    private void check(ObjectNode task) {
        Names.check(task.path("TaskName").asText(), Names.NAME, Codes.NAME);
        tasks.checkUnique("TaskName", task, Codes.INVALID);
        long from = task.path("StartTime").asLong();
        long to = task.path("EndTime").asLong();
        Times.checkOrder(from, to, "43404");
        Times.checkOneDay(from, to);
        JsonNode channels = task.path("Channels");
        Refusal.unless(
                !channels.isEmpty() && channels.size() <= MOST_CHANNELS,
                Codes.INVALID,
                "A task has 1 to " + MOST_CHANNELS + " channels, not " + channels.size());
        for (JsonNode channel : channels) {
            ObjectNode known = cameras.known(channel.path("ChannelId").asText());
            Refusal.unless(
                    known != null && known.path("DeviceId").equals(channel.path("DeviceId")),
                    "43407",
                    "There is no such device and channel: " + channel);
            // whether it had something in the archive cannot be told any more once it was retrieved
            boolean archived = recordings.inCloud(known.path("ChannelId").asText(), from, to).stream()
                    .anyMatch(Slice::archived);
            ((ObjectNode) channel).put("Archived", archived);
        }
    }

    ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> {
            tasks.remove(parameters);
            return Data.none();
        });
    }

    ObjectNode describe(Parameters parameters) {
        return Data.of(show(tasks.required(parameters), "RetrieveTaskDetail"));
    }

    ObjectNode list(Parameters parameters) {
        return Data.list(tasks.records().all(), task -> show(task, "RetrieveTask"));
    }

    private ObjectNode show(ObjectNode task, String type) {
        int status = retrievals.status(task);
        long seconds = task.path("EndTime").asLong() - task.path("StartTime").asLong();
        long archived = Data.elements(task.path("Channels"))
                .filter(channel -> channel.path("Archived").asBoolean())
                .count();
        task.put("Status", status).put("Capacity", seconds * RATE * archived * retrievals.progress(task));
        for (JsonNode channel : task.path("Channels")) {
            show((ObjectNode) channel, status);
        }
        return shown.as(type, task);
    }

    private void show(ObjectNode channel, int status) {
        ObjectNode known = cameras.known(channel.path("ChannelId").asText());
        ObjectNode device =
                cameras.devices().records().get(channel.path("DeviceId").asText());
        boolean archived = channel.remove("Archived").asBoolean();
        channel.put("ChannelName", known == null ? "" : known.path("Name").asText())
                .put("DeviceName", device == null ? "" : device.path("Name").asText())
                .put("Status", archived ? status : NOTHING_ARCHIVED);
    }
}

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
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.time.Duration;

/** How far tasks are that retrieve recordings from the archive; the clock moves them on. */
final class Retrievals {

    static final String KIND = "iss/retrieve-task";
    static final int DONE = 0;
    static final int RUNNING = 1;
    static final int WAITING = 2;

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration RUN = Duration.ofSeconds(30);

    private final Records tasks;
    private final Clock clock;

    Retrievals(World world, Clock clock) {
        this.tasks = world.records(KIND);
        this.clock = clock;
    }

    private Duration age(JsonNode task) {
        return Duration.ofSeconds(
                clock.instant().getEpochSecond() - task.path("Since").asLong());
    }

    int status(JsonNode task) {
        Duration age = age(task);
        if (age.compareTo(WAIT) < 0) {
            return WAITING;
        }
        return age.compareTo(WAIT.plus(RUN)) < 0 ? RUNNING : DONE;
    }

    /** The part that is retrieved, 0 to 1. */
    double progress(JsonNode task) {
        double running = age(task).minus(WAIT).toSeconds();
        return Math.max(0, Math.min(1, running / RUN.toSeconds()));
    }

    /** Whether a copy of an archived recording was retrieved and has not expired. */
    boolean cover(String channelId, Slice slice) {
        return slice.archived() && tasks.all().stream().anyMatch(task -> covers(task, channelId, slice));
    }

    private boolean covers(JsonNode task, String channelId, Slice slice) {
        Duration kept =
                Duration.ofDays(task.path("Expiration").asLong()).plus(WAIT).plus(RUN);
        return status(task) == DONE
                && age(task).compareTo(kept) < 0
                && task.path("StartTime").asLong() <= slice.begin()
                && task.path("EndTime").asLong() >= slice.end()
                && Data.elements(task.path("Channels"))
                        .anyMatch(each -> each.path("ChannelId").asText().equals(channelId));
    }
}

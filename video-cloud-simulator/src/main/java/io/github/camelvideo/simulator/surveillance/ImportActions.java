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

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.ServiceNode;
import io.github.camelvideo.simulator.world.Surveillance;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;

/**
 * Devices that come in by a file. What the file holds does not matter, the world says how many devices are found in it.
 * They are there at once; how far the job is follows the clock. A job of the same id takes the place of the one before.
 */
final class ImportActions {

    private static final String NAME = "Imported-";
    private static final int SECONDS = 10;
    private static final int FOUND = 3;

    private final World world;
    private final Cameras cameras;
    private final Clock clock;
    private final Stock jobs;

    ImportActions(Cameras cameras, Clock clock) {
        this.world = cameras.world();
        this.cameras = cameras;
        this.clock = clock;
        this.jobs = new Stock(world.records("iss/import-job"), "JobId", Codes.UNKNOWN, "import job");
    }

    ObjectNode start(Parameters parameters) {
        return world.exclusively(() -> {
            String organization = parameters.text("OrganizationId");
            cameras.organizations().required(organization);
            String id = parameters.filled("JobId");
            Refusal.unless(id != null, Codes.INVALID, "JobId is empty");
            ObjectNode file = world.records(Surveillance.IMPORT_FILE).get("next");
            int total = file == null ? FOUND : file.path("Total").asInt();
            int failed = file == null ? 0 : file.path("Failed").asInt();
            for (int i = 1; i <= total - failed; i++) {
                add(NAME + i, organization, parameters.number("AccessProtocol", DeviceRules.GB28181));
            }
            jobs.save(Data.object()
                    .put("JobId", id)
                    .put("Total", total)
                    .put("Failed", failed)
                    .put("Since", clock.instant().getEpochSecond()));
            return Data.none();
        });
    }

    private void add(String name, String organization, long protocol) {
        world.surveillance()
                .addDevice(Data.object()
                        .put("Name", name)
                        .put("AccessProtocol", protocol)
                        .put("Type", 1)
                        .put("Password", protocol == DeviceRules.GB28181 ? "123456" : "")
                        .put("OrganizationId", organization)
                        .put("ClusterId", ServiceNode.ALL.get(0).id()));
    }

    ObjectNode progress(Parameters parameters) {
        ObjectNode job = jobs.required(parameters);
        long age = clock.instant().getEpochSecond() - job.path("Since").asLong();
        int total = job.path("Total").asInt();
        long done = Math.min(total, total * age / SECONDS);
        boolean finished = age >= SECONDS;
        // those that fail are the last of the file
        long failed = Math.max(0, done - (total - job.path("Failed").asInt()));
        return Data.of(Data.object()
                .put("State", finished ? 1 : 0)
                .put("Rate", finished ? 1.0 : Math.min(1.0, (double) age / SECONDS))
                .put("Total", total)
                .put("Succeed", done - failed)
                .put("Failed", failed));
    }

    /** The rows of the file that tells of each device. */
    ObjectNode result(Parameters parameters) {
        ObjectNode job = jobs.required(parameters);
        int total = job.path("Total").asInt();
        int succeeding = total - job.path("Failed").asInt();
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        rows.addArray().add("Name").add("Result");
        for (int i = 1; i <= total; i++) {
            rows.addArray().add(NAME + i).add(i <= succeeding ? "succeeded" : "failed");
        }
        return Data.of(rows);
    }
}

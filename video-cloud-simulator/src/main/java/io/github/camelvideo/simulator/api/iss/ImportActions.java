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
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.Iss;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.ServiceNode;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;

/**
 * Devices that are imported by a file. Whatever the file holds, three devices are found in it. They exist at once; the progress of
 * the job follows the clock. A job replaces an earlier one of the same id.
 */
final class ImportActions {

    private static final String KIND = "iss/import-job";
    private static final int SECONDS = 10;
    private static final int DEVICES = 3;

    private final World world;
    private final Records jobs;
    private final Clock clock;

    ImportActions(World world, Clock clock) {
        this.world = world;
        this.jobs = world.records(KIND);
        this.clock = clock;
    }

    ObjectNode start(Parameters parameters) {
        return world.exclusively(() -> {
            String organization = parameters.text("OrganizationId");
            Codes.required(world, Iss.ORGANIZATIONS, organization);
            for (int i = 1; i <= DEVICES; i++) {
                world.iss()
                        .addDevice(JsonNodeFactory.instance
                                .objectNode()
                                .put("Name", "Imported-" + i)
                                .put("AccessProtocol", parameters.number("AccessProtocol", 2))
                                .put("Type", 1)
                                .put("OrganizationId", organization)
                                .put("ClusterId", ServiceNode.ALL.get(0).id()));
            }
            jobs.save(
                    parameters.text("JobId"),
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("Since", clock.instant().getEpochSecond()));
            return AnswerBuilder.nothing();
        });
    }

    ObjectNode progress(Parameters parameters) {
        ObjectNode job = Codes.required(world, KIND, parameters.text("JobId"));
        long age = clock.instant().getEpochSecond() - job.path("Since").asLong();
        boolean finished = age >= SECONDS;
        ObjectNode progress = JsonNodeFactory.instance
                .objectNode()
                .put("State", finished ? 1 : 0)
                .put("Rate", finished ? 1.0 : (double) age / SECONDS)
                .put("Total", DEVICES)
                .put("Succeed", finished ? DEVICES : DEVICES * age / SECONDS)
                .put("Failed", 0);
        return JsonNodeFactory.instance.objectNode().set("Data", progress);
    }
}

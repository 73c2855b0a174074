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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.resource.ResourceActions;
import io.github.camelvideo.simulator.world.Iss;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.Map;

/** The actions of the surveillance platform: plain records as declared, and what looks further into the world. */
public final class IssActions {

    private IssActions() {}

    /** Behaviours by action. */
    public static Map<String, Behaviour> of(
            ApiCatalog api, World world, AnswerBuilder answers, Shapes shapes, Clock clock) {
        OrganizationTree organizations = new OrganizationTree(world);
        Map<String, Behaviour> behaviours = new ResourceActions(api, world, answers, clock)
                .show(Iss.ORGANIZATIONS, organizations::withCounts)
                .behaviours();
        Behaviour listed = behaviours.get("ListDevices");
        behaviours.put("ListDevices", parameters -> listed.answer(organizations.withSubLevels(parameters)));
        Behaviour created = behaviours.get("CreateAITask");
        behaviours.put("CreateAITask", parameters -> created.answer(withStatus(parameters)));

        DeviceActions devices = new DeviceActions(world, answers);
        behaviours.put("AddDevice", devices::add);
        behaviours.put("UpdateDeviceStatus", devices::updateStatus);
        behaviours.put("UpdateDeviceOrganization", devices::move);

        GatewayActions gateways = new GatewayActions(world, shapes, clock);
        Behaviour deleted = behaviours.get("DeleteGateway");
        behaviours.put("DeleteGateway", parameters -> gateways.delete(parameters, deleted));
        behaviours.put("DescribeGatewayMonitor", gateways::monitor);
        behaviours.put("ListGatewayDevices", gateways::devices);

        ImportActions imports = new ImportActions(world, clock);
        behaviours.put("ImportDevices", imports::start);
        behaviours.put("DescribeDeviceImportProgress", imports::progress);

        RecordingActions recordings = new RecordingActions(world);
        behaviours.put("DescribeCloudRecordTimeline", recordings::cloud);
        behaviours.put("DescribeDeviceRecordTimeline", recordings::device);
        behaviours.put("GetAITaskResult", new AiResultActions(world)::read);
        return behaviours;
    }

    private static Parameters withStatus(Parameters parameters) {
        ObjectNode task = parameters.json().deepCopy();
        return new Parameters(task.put("Status", parameters.flag("IsStartTheTask") ? "on" : "off"));
    }
}

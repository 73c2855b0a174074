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
import io.github.camelvideo.simulator.world.SurveillanceDevice.State;
import io.github.camelvideo.simulator.world.World;
import java.util.List;
import java.util.Set;

/** Organizations, which hold devices and further organizations. */
final class OrganizationActions {

    private static final int LONGEST_NAME = 16;

    private final World world;
    private final Cameras cameras;
    private final Stock stock;

    OrganizationActions(Cameras cameras) {
        this.world = cameras.world();
        this.cameras = cameras;
        this.stock = cameras.organizations();
    }

    ObjectNode add(Parameters parameters) {
        return world.exclusively(() -> {
            String name = parameters.text("Name");
            String parentId = parameters.text("ParentId");
            cameras.organizations(parentId, false);
            checkName(Data.object().put("Name", name));
            return Data.of(stock.required(world.surveillance().addOrganization(name, parentId)));
        });
    }

    ObjectNode rename(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode organization = stock.required(parameters);
            organization.put("Name", parameters.text("Name"));
            checkName(organization);
            stock.save(organization);
            return Data.of(organization);
        });
    }

    private void checkName(ObjectNode organization) {
        Names.check(organization.path("Name").asText(), LONGEST_NAME, Codes.NAME);
        stock.checkUnique("Name", organization, "41613");
    }

    ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> {
            String id = stock.required(parameters).path("Id").asText();
            Refusal.unless(
                    Data.where(stock.records(), "ParentId", id).isEmpty(),
                    "41607",
                    "Organization " + id + " has organizations below it");
            Refusal.unless(
                    cameras.devicesOf(Set.of(id)).isEmpty(), "41608", "Organization " + id + " still has devices");
            stock.remove(parameters);
            return Data.none();
        });
    }

    ObjectNode list(Parameters parameters) {
        return Data.list(stock.records().all(), this::counted);
    }

    private ObjectNode counted(ObjectNode organization) {
        List<ObjectNode> devices =
                cameras.devicesOf(cameras.organizations(organization.path("Id").asText(), true));
        long online = devices.stream()
                .filter(device -> device.path("Status").asInt() == State.ONLINE.ordinal())
                .count();
        return organization.put("Online", online).put("Total", devices.size());
    }
}

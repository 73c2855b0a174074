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

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.Iss;
import io.github.camelvideo.simulator.world.IssDevice;
import io.github.camelvideo.simulator.world.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Organizations, which hold devices and further organizations. */
record OrganizationTree(World world) {

    /** The organization with its level and the counts of the devices in it and below it. */
    ObjectNode withCounts(ObjectNode organization) {
        Set<String> ids = andBelow(organization.path("Id").asText());
        List<IssDevice> devices = world.iss().devices().stream()
                .filter(device -> ids.contains(device.organizationId()))
                .toList();
        return organization
                .put("Level", level(organization))
                .put("Online", devices.stream().filter(IssDevice::online).count())
                .put("Total", devices.size());
    }

    private int level(ObjectNode organization) {
        ObjectNode parent = world.records(Iss.ORGANIZATIONS)
                .get(organization.path("ParentId").asText());
        return parent == null ? 1 : 1 + level(parent);
    }

    /** Asks for the devices of all organizations below the one that is named, if the call says so. */
    Parameters withSubLevels(Parameters parameters) {
        String id = parameters.text("OrganizationId");
        boolean known = id.equals(Iss.ROOT) || world.records(Iss.ORGANIZATIONS).contains(id);
        if (!known || !parameters.flag("IsContainSubLevel")) {
            return parameters;
        }
        ObjectNode widened = parameters.json().deepCopy();
        ArrayNode ids = widened.putArray("OrganizationId");
        andBelow(id).forEach(ids::add);
        return new Parameters(widened);
    }

    private Set<String> andBelow(String id) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                world.records(Iss.ORGANIZATIONS)
                        .where("ParentId", next)
                        .forEach(child -> open.push(child.path("Id").asText()));
            }
        }
        return found;
    }
}

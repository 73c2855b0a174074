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
package io.github.camelvideo.simulator.mdl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.World;
import java.util.Set;
import java.util.regex.Pattern;

/** Security groups: who may push to an input. */
final class SecurityGroupActions {

    static final String KIND = "mdl/security-group";

    private static final int MOST_GROUPS = 5;
    private static final int MOST_ENTRIES = 10;
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern CIDR = Pattern.compile("(" + BYTE + "\\.){3}" + BYTE + "/(3[0-2]|[12]?[0-9])");

    private final World world;
    private final Things groups;
    private final Records inputs;

    SecurityGroupActions(World world) {
        this.world = world;
        this.groups = new Things(world.records(KIND), "input security group");
        this.inputs = world.records(StreamLive.INPUTS);
    }

    ObjectNode create(Parameters parameters) {
        return world.exclusively(() -> {
            groups.checkName(parameters.text("Name"), null);
            checkWhitelist(parameters.texts("Whitelist"));
            Check.that(
                    groups.records().size() < MOST_GROUPS,
                    "ExceededQuantityLimit",
                    "There are " + MOST_GROUPS + " input security groups already");
            String id = groups.records().newHexId(20);
            groups.records().save(id, Things.sent(parameters).put("Id", id).put("Region", StreamLive.REGION));
            return Things.id(id);
        });
    }

    ObjectNode modify(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode group = groups.required(parameters);
            if (parameters.has("Name")) {
                groups.checkName(parameters.text("Name"), parameters.text("Id"));
            }
            if (parameters.has("Whitelist")) {
                checkWhitelist(parameters.texts("Whitelist"));
            }
            groups.records().save(parameters.text("Id"), group.setAll(Things.sent(parameters)));
            return Things.nothing();
        });
    }

    private static void checkWhitelist(Set<String> entries) {
        Check.that(
                !entries.isEmpty() && entries.size() <= MOST_ENTRIES,
                "Whitelist",
                "Whitelist must have 1 to " + MOST_ENTRIES + " entries, not " + entries.size());
        for (String entry : entries) {
            Check.that(CIDR.matcher(entry).matches(), "Whitelist", "An entry must look like 1.1.1.1/1, not " + entry);
        }
    }

    ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> groups.delete(
                parameters,
                id -> Check.that(
                        Holders.ofSecurityGroup(inputs, id).isEmpty(),
                        "AlreadyAssociatedInput",
                        "Inputs are bound to input security group " + id)));
    }

    ObjectNode read(Parameters parameters) {
        return Things.answer("Info", show(groups.required(parameters)));
    }

    ObjectNode list(Parameters parameters) {
        return groups.list(this::show);
    }

    private ObjectNode show(ObjectNode group) {
        return group.set(
                "OccupiedInputs",
                Holders.ofSecurityGroup(inputs, group.path("Id").asText()));
    }
}

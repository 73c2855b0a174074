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

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.ServiceNode;
import io.github.camelvideo.simulator.world.Surveillance;
import io.github.camelvideo.simulator.world.World;
import java.util.function.Predicate;

/** Domains, of which each service node may have one, and the service nodes. */
final class DomainActions {

    private final World world;
    private final Stock domains;

    DomainActions(World world) {
        this.world = world;
        this.domains = new Stock(world.records(Surveillance.DOMAINS), "Id", Codes.UNKNOWN, "domain");
    }

    ObjectNode freeNodes(Parameters parameters) {
        return nodes(node -> !hasDomain(node));
    }

    ObjectNode nodesWithDomain(Parameters parameters) {
        return nodes(this::hasDomain);
    }

    private static ObjectNode nodes(Predicate<ServiceNode> which) {
        return Data.list(
                ServiceNode.ALL.stream().filter(which).toList(),
                node -> Data.object().put("Label", node.label()).put("Value", node.id()));
    }

    private boolean hasDomain(ServiceNode node) {
        return !Data.where(domains.records(), "ClusterId", node.id()).isEmpty();
    }

    ObjectNode cname(Parameters parameters) {
        return Data.of(TextNode.valueOf(node(parameters).cname()));
    }

    private static ServiceNode node(Parameters parameters) {
        String id = parameters.text("ClusterId");
        ServiceNode node = ServiceNode.of(id);
        Refusal.unless(node != null, Codes.INVALID, "There is no service node " + id);
        return node;
    }

    ObjectNode check(Parameters parameters) {
        return Data.of(BooleanNode.valueOf(isFiled(parameters.text("PlayDomain"))));
    }

    private boolean isFiled(String domain) {
        return !world.records(Surveillance.UNFILED).contains(domain);
    }

    ObjectNode add(Parameters parameters) {
        return world.exclusively(() -> {
            String name = parameters.text("PlayDomain");
            ServiceNode node = node(parameters);
            Refusal.unless(isFiled(name), "41609", "The domain " + name + " is not filed");
            Refusal.unless(!hasDomain(node), "41618", "Service node " + node.id() + " has a domain");
            ObjectNode domain = Data.object()
                    .put("Id", domains.records().newUuid())
                    .put("PlayDomain", name)
                    .put("InternalDomain", parameters.text("InternalDomain"))
                    .put("Status", 1)
                    .put("HaveCert", 1)
                    .put("ClusterId", node.id())
                    .put("ClusterName", node.label());
            domains.checkUnique("PlayDomain", domain, "41618");
            domains.save(domain);
            return Data.of(domain);
        });
    }

    ObjectNode update(Parameters parameters) {
        return world.exclusively(() -> {
            domains.save(domains.required(parameters).put("HaveCert", 1));
            return Data.none();
        });
    }

    ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> {
            domains.remove(parameters);
            return Data.none();
        });
    }

    ObjectNode list(Parameters parameters) {
        return Data.list(domains.records().all(), domain -> domain);
    }
}

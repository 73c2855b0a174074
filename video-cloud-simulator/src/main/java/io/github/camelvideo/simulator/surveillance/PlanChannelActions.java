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
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which channels are in plans and which are not. */
final class PlanChannelActions {

    private static final int MOST_ORGANIZATIONS = 10;

    private final Cameras cameras;
    private final Stock plans;
    private final Stock backupPlans;

    PlanChannelActions(Cameras cameras) {
        this.cameras = cameras;
        this.plans = Family.PLANS.stock(cameras.world());
        this.backupPlans = Family.BACKUP_PLANS.stock(cameras.world());
    }

    ObjectNode ofPlan(Parameters parameters) {
        return page(Stream.of(plans.required(parameters)), parameters);
    }

    /** Without an id the channels of all plans. */
    ObjectNode ofBackupPlan(Parameters parameters) {
        return page(
                parameters.filled("PlanId") == null
                        ? backupPlans.records().all().stream()
                        : Stream.of(backupPlans.required(parameters)),
                parameters);
    }

    private ObjectNode page(Stream<ObjectNode> of, Parameters parameters) {
        Set<String> ids = of.flatMap(PlanRules::channelIds).collect(Collectors.toSet());
        List<ObjectNode> channels = named(parameters).stream()
                .filter(channel -> ids.contains(channel.path("ChannelId").asText()))
                .toList();
        return Data.of(Pages.PLAIN.numbered(channels, parameters, channel -> channel.without("OrganizationId")));
    }

    /** Only one filter counts: the name of the channel before that of the device before that of the organization. */
    private List<ObjectNode> named(Parameters parameters) {
        String filter = Stream.of("ChannelName", "DeviceName", "OrganizationName")
                .filter(name -> parameters.filled(name) != null)
                .findFirst()
                .orElse("ChannelName");
        return cameras.allChannels().stream()
                .map(this::row)
                .filter(row -> Filters.contains(row, parameters, filter))
                .toList();
    }

    private ObjectNode row(ObjectNode channel) {
        ObjectNode device = cameras.deviceOf(channel);
        String organization = device.path("OrganizationId").asText();
        ObjectNode found = cameras.organizations().records().get(organization);
        return Data.object()
                .put("DeviceId", device.path("Id").asText())
                .put("DeviceName", device.path("Name").asText())
                .put("ChannelId", channel.path("ChannelId").asText())
                .put("ChannelName", channel.path("Name").asText())
                .put("OrganizationId", organization)
                .put("OrganizationName", found == null ? "" : found.path("Name").asText());
    }

    ObjectNode all(Parameters parameters) {
        return Data.of(Data.object().set("List", Data.array(planned().stream().map(TextNode::valueOf))));
    }

    private Set<String> planned() {
        return plans.records().all().stream()
                .flatMap(PlanRules::channelIds)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    ObjectNode ofOrganization(Parameters parameters) {
        String organization = parameters.text("OrganizationId");
        cameras.organizations(organization, false);
        Set<String> planned = planned();
        List<ObjectNode> channels = named(parameters).stream()
                .filter(row -> row.path("OrganizationId").asText().equals(organization))
                .map(row ->
                        row.put("InPlan", planned.contains(row.path("ChannelId").asText())))
                .toList();
        return Data.of(Pages.PLAIN.numbered(
                channels, parameters, row -> row.without(List.of("OrganizationId", "OrganizationName"))));
    }

    ObjectNode count(Parameters parameters) {
        Set<String> organizations = parameters.texts("OrganizationId");
        Refusal.unless(
                organizations.size() <= MOST_ORGANIZATIONS,
                "43406",
                "At most " + MOST_ORGANIZATIONS + " organizations, not " + organizations.size());
        organizations.forEach(id -> cameras.organizations(id, false));
        Set<String> planned = planned();
        List<String> channels = cameras.devicesOf(organizations).stream()
                .flatMap(device -> cameras.channelsOf(device).stream())
                .map(channel -> channel.path("ChannelId").asText())
                .toList();
        return Data.of(Data.object()
                .put("TotalCount", channels.size())
                .put(
                        "NotInPlanCount",
                        channels.stream().filter(id -> !planned.contains(id)).count()));
    }
}

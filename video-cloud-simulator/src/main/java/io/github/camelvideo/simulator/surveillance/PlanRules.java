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
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan, its template and its channels; those of organizations are added once, as they are at that time.
 *
 * @param fromDevices whether it uploads what devices recorded
 * @param retirePlan what happens to a plan that is about to change or go
 */
record PlanRules(Cameras cameras, Stock plans, Stock templates, boolean fromDevices, Consumer<ObjectNode> retirePlan)
        implements FamilyRules {

    private static final int MOST_ORGANIZATIONS = 10;
    private static final int MOST_CHANNELS = 5000;
    private static final int SHORTEST_COLD = 60;

    @Override
    public void merge(ObjectNode plan, ObjectNode changes) {
        ArrayNode channels = plan.withArray("Channels");
        JsonNode removed = changes.path("Del");
        channels.removeIf(channel -> Data.elements(removed).anyMatch(id -> id.equals(channel.path("ChannelId"))));
        Stream.of("Channels", "Add").forEach(field -> changes.path(field).forEach(channel -> add(channels, channel)));
        addOrganizations(channels, changes.path("OrganizationId"));
        changes.remove(List.of("Channels", "Add", "Del", "OrganizationId"));
        plan.setAll(changes);
        plan.put("ChannelCount", channels.size());
    }

    private void addOrganizations(ArrayNode channels, JsonNode organizations) {
        Refusal.unless(
                organizations.size() <= MOST_ORGANIZATIONS,
                "43406",
                "At most " + MOST_ORGANIZATIONS + " organizations, not " + organizations.size());
        for (JsonNode id : organizations) {
            cameras.devicesOf(cameras.organizations(id.asText(), false)).stream()
                    .flatMap(device -> cameras.channelsOf(device).stream())
                    .forEach(channel -> add(channels, channel));
        }
    }

    private static void add(ArrayNode channels, JsonNode channel) {
        boolean there =
                Data.elements(channels).anyMatch(each -> each.path("ChannelId").equals(channel.path("ChannelId")));
        if (!there) {
            channels.addObject()
                    .put("DeviceId", channel.path("DeviceId").asText())
                    .put("ChannelId", channel.path("ChannelId").asText());
        }
    }

    @Override
    public void check(ObjectNode plan) {
        templates.required(plan.path("TemplateId").asText());
        checkLifeCycle(plan.path("LifeCycle"));
        JsonNode channels = plan.path("Channels");
        Refusal.unless(
                channels.size() <= MOST_CHANNELS,
                Codes.INVALID,
                "At most " + MOST_CHANNELS + " channels, not " + channels.size());
        Set<String> taken = plans.records().all().stream()
                .filter(each -> !each.path("PlanId").equals(plan.path("PlanId")))
                .flatMap(PlanRules::channelIds)
                .collect(Collectors.toSet());
        Map<String, ObjectNode> known = cameras.allChannels().stream()
                .collect(Collectors.toMap(each -> each.path("ChannelId").asText(), Function.identity()));
        channels.forEach(channel -> check(channel, known, taken));
    }

    @Override
    public void retire(ObjectNode plan) {
        retirePlan.accept(plan);
    }

    private void check(JsonNode planned, Map<String, ObjectNode> known, Set<String> taken) {
        String id = planned.path("ChannelId").asText();
        ObjectNode channel = known.get(id);
        Refusal.unless(
                channel != null && channel.path("DeviceId").equals(planned.path("DeviceId")),
                "43407",
                "There is no such device and channel: " + planned);
        Refusal.unless(!taken.contains(id), Codes.IN_USE, "Channel " + id + " is in another plan");
        Refusal.unless(
                !fromDevices || cameras.deviceOf(channel).path("AccessProtocol").asInt() != DeviceRules.RTMP,
                "40002",
                "The device of channel " + id + " keeps no recordings");
    }

    private static void checkLifeCycle(JsonNode life) {
        Refusal.unless(
                life.path("Transition").asInt() >= 1, Codes.INVALID, "LifeCycle.Transition must be 1 day or more");
        int cold = life.path("Expiration").asInt();
        Refusal.unless(
                cold == 0 || cold >= SHORTEST_COLD,
                Codes.INVALID,
                "LifeCycle.Expiration must be 0 or at least " + SHORTEST_COLD + " days, not " + cold);
    }

    static Stream<String> channelIds(ObjectNode plan) {
        return Data.elements(plan.path("Channels"))
                .map(channel -> channel.path("ChannelId").asText());
    }
}

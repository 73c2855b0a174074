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
import io.github.camelvideo.simulator.world.SurveillanceDevice.State;
import io.github.camelvideo.simulator.world.World;
import java.util.List;
import java.util.Set;

/** Devices and their places in organizations. */
final class DeviceActions {

    private final World world;
    private final Cameras cameras;
    private final Shown shown;
    private final DeviceRules rules;

    DeviceActions(Cameras cameras, Shown shown) {
        this.world = cameras.world();
        this.cameras = cameras;
        this.shown = shown;
        this.rules = new DeviceRules(cameras);
    }

    ObjectNode add(Parameters parameters) {
        return world.exclusively(() -> {
            rules.checkNew(parameters.json());
            return info(world.surveillance().addDevice(parameters.json()));
        });
    }

    private ObjectNode info(String id) {
        return Data.of(shown.as("DeviceInfo", cameras.device(id)));
    }

    ObjectNode update(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode device = cameras.device(parameters.text("Id"));
            parameters.json().properties().stream()
                    .filter(change -> !change.getValue().isNull())
                    .forEach(change -> device.set(change.getKey(), change.getValue()));
            rules.check(device);
            cameras.devices().save(device);
            return info(parameters.text("Id"));
        });
    }

    /** A disabled device is offline, and cannot come back before it is enabled. */
    ObjectNode updateStatus(Parameters parameters) {
        return world.exclusively(() -> {
            String id = cameras.device(parameters.text("Id")).path("Id").asText();
            long status = parameters.number("Status", -1);
            boolean disables = status == State.DISABLED.ordinal();
            Refusal.unless(
                    disables || status == State.OFFLINE.ordinal(),
                    "40004",
                    "Status must be 2 to enable or 3 to disable, not " + status);
            boolean disabled = cameras.device(id).path("Status").asInt() == State.DISABLED.ordinal();
            if (disables != disabled) {
                world.surveillance().setOnline(id, false);
                cameras.devices().save(cameras.device(id).put("Status", status));
            }
            return Data.none();
        });
    }

    ObjectNode move(Parameters parameters) {
        return world.exclusively(() -> {
            String organization = parameters.text("OrganizationId");
            cameras.organizations().required(organization);
            List<ObjectNode> devices =
                    parameters.texts("Ids").stream().map(cameras::device).toList();
            devices.forEach(device -> cameras.devices().save(device.put("OrganizationId", organization)));
            return Data.none();
        });
    }

    ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> {
            String id = cameras.device(parameters.text("Id")).path("Id").asText();
            world.surveillance().removeDevice(id);
            return Data.none();
        });
    }

    ObjectNode describe(Parameters parameters) {
        return Data.of(shown.as("DeviceDetail", cameras.device(parameters.text("Id"))));
    }

    ObjectNode list(Parameters parameters) {
        String keyword = parameters.filled("Keyword");
        List<ObjectNode> devices = cameras
                .devicesOf(
                        cameras.organizations(parameters.text("OrganizationId"), parameters.flag("IsContainSubLevel")))
                .stream()
                .filter(device -> List.of("AccessProtocol", "Type", "Status", "ClusterId").stream()
                        .allMatch(field -> Filters.equal(device, parameters, field)))
                .filter(device ->
                        keyword == null || device.path("Name").asText().contains(keyword))
                .toList();
        return Data.of(Pages.PLAIN.of(devices, parameters, device -> shown.as("DeviceInfo", device)));
    }

    /** The rows of the file that lists devices. */
    ObjectNode export(Parameters parameters) {
        Set<String> chosen = parameters.texts("DeviceIds");
        chosen.forEach(cameras::device);
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        rows.addArray().add("Id").add("Code").add("Name").add("Status");
        cameras
                .devicesOf(
                        cameras.organizations(parameters.text("OrganizationId"), parameters.flag("IsContainSubLevel")))
                .stream()
                .filter(device ->
                        chosen.isEmpty() || chosen.contains(device.path("Id").asText()))
                .forEach(device -> rows.addArray()
                        .add(device.path("Id").asText())
                        .add(device.path("Code").asText())
                        .add(device.path("Name").asText())
                        .add(device.path("Status").asText()));
        return Data.of(rows);
    }

    ObjectNode channels(Parameters parameters) {
        return Data.list(cameras.channelsOf(cameras.device(parameters.text("DeviceId"))), channel -> channel);
    }

    /** A device that had told of no channel tells of one. */
    ObjectNode refresh(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode device = cameras.device(parameters.text("DeviceId"));
            Refusal.unless(
                    device.path("AccessProtocol").asInt() == DeviceRules.GB28181,
                    "40002",
                    "Only GB28181 devices tell of their channels");
            Cameras.checkOnline(device);
            if (cameras.channelsOf(device).isEmpty()) {
                world.surveillance()
                        .addChannel(
                                device.path("Id").asText(), device.path("Name").asText() + "-1");
            }
            return Data.none();
        });
    }
}

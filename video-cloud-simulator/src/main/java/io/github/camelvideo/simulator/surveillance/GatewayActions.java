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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.Surveillance;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/** Gateways, through which devices of other makers come in. */
final class GatewayActions {

    private static final List<String> PROTOCOLS = List.of("Hikvision SDK", "Dahua SDK", "Uniview SDK", "Onvif");
    private static final int ONVIF = 4;

    private final World world;
    private final Cameras cameras;
    private final Shown shown;
    private final GatewayFigures figures;
    private final Stock gateways;

    GatewayActions(Cameras cameras, Shown shown, Clock clock) {
        this.world = cameras.world();
        this.cameras = cameras;
        this.shown = shown;
        this.figures = new GatewayFigures(cameras, shown.shapes(), clock);
        this.gateways = new Stock(world.records(Surveillance.GATEWAYS), "Id", Codes.UNKNOWN, "gateway");
    }

    ObjectNode list(Parameters parameters) {
        List<ObjectNode> found = gateways.records().all().stream()
                .filter(gateway -> Filters.contains(gateway, parameters, "Name"))
                .filter(gateway -> Filters.equal(gateway, parameters, "ClusterId"))
                .filter(gateway -> Filters.equal(gateway, parameters, "Status"))
                .toList();
        return Data.of(Pages.PLAIN.of(found, parameters, gateway -> shown.as("GatewayInfo", gateway)));
    }

    ObjectNode describe(Parameters parameters) {
        ObjectNode gateway = gateways.required(parameters);
        ArrayNode versions = gateway.putArray("Version");
        gateway.path("Services").forEach(service -> versions.addObject()
                .put("Name", service.path("Name").asText())
                .put("Version", service.path("Version").asText()));
        return Data.of(shown.as("GatewayDetail", gateway));
    }

    ObjectNode monitor(Parameters parameters) {
        return Data.of(figures.of(gateways.required(parameters)));
    }

    ObjectNode devices(Parameters parameters) {
        List<ObjectNode> behind = figures.devices(gateways.required(parameters));
        ObjectNode answer = Data.object().put("TotalCount", behind.size());
        return Data.of(answer.set("List", Data.array(behind.stream().map(this::show))));
    }

    private ObjectNode show(ObjectNode device) {
        return Data.object()
                .put("Id", device.path("Id").asText())
                .put("Name", device.path("Name").asText())
                .put("ProtocolType", ONVIF)
                .put("ProtocolTypeName", PROTOCOLS.get(ONVIF - 1))
                .put("Type", device.path("Type").asInt())
                .put("Ip", "192.0.2.1")
                .put("Port", 80)
                .put("ChannelNum", cameras.channelsOf(device).size())
                .put("Status", device.path("Status").asInt());
    }

    ObjectNode protocols(Parameters parameters) {
        return Data.list(IntStream.range(0, PROTOCOLS.size()).boxed().toList(), i -> Data.object()
                .put("TypeCode", "10001")
                .put("Label", PROTOCOLS.get(i))
                .put("Value", i + 1));
    }

    ObjectNode version(Parameters parameters) {
        ObjectNode versions = Data.object();
        ArrayNode services = versions.putArray("Services");
        gateways.required(parameters).path("Services").forEach(service -> {
            boolean newer = !service.path("Version").equals(service.path("LatestVersion"));
            ObjectNode shownService = service.deepCopy();
            services.add(shownService.put("IsUpdate", newer).put("UpgradeInfo", newer ? "More functions" : ""));
        });
        return Data.of(versions);
    }

    ObjectNode upgrade(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode gateway = gateways.required(parameters);
            gateway.path("Services")
                    .forEach(service -> ((ObjectNode) service).set("Version", service.path("LatestVersion")));
            gateways.save(gateway);
            return Data.none();
        });
    }

    ObjectNode update(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode gateway = gateways.required(parameters);
            Names.check(parameters.text("Name"), Names.NAME, Codes.NAME);
            Names.checkDescription(parameters.json().path("Description"), Codes.DESCRIPTION);
            gateway.put("Name", parameters.text("Name"));
            if (parameters.has("Description")) {
                gateway.put("Description", parameters.text("Description"));
            }
            gateways.save(gateway);
            return Data.of(shown.as("GatewayInfo", gateway));
        });
    }

    /** The devices behind it go too. */
    ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> {
            figures.devices(gateways.required(parameters)).forEach(device -> world.surveillance()
                    .removeDevice(device.path("Id").asText()));
            gateways.remove(parameters);
            return Data.none();
        });
    }
}

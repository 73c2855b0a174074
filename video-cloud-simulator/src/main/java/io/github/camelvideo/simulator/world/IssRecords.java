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
package io.github.camelvideo.simulator.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** New records of the surveillance platform. */
final class IssRecords {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final int RTMP = 1;
    private static final int GB28181 = 2;

    private IssRecords() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode domain(String id) {
        ServiceNode node = ServiceNode.ALL.get(0);
        return object().put("Id", id)
                .put("PlayDomain", "video.example.com")
                .put("InternalDomain", "node01.play-iss.example.com")
                .put("Status", 1)
                .put("HaveCert", 1)
                .put("ClusterId", node.id())
                .put("ClusterName", node.label());
    }

    static ObjectNode device(String organizationId, String name, boolean recorder, int accessProtocol) {
        return object().put("Name", name)
                .put("AccessProtocol", accessProtocol)
                .put("Type", recorder ? 2 : 1)
                .put("Password", accessProtocol == GB28181 ? "123456" : "")
                .put("OrganizationId", organizationId)
                .put("ClusterId", ServiceNode.ALL.get(0).id());
    }

    static ObjectNode complete(ObjectNode parameters, String id, String code) {
        ObjectNode device = object().put("TransportProtocol", 1)
                .put("Password", "")
                .put("Description", "")
                .put("Manufacturer", "");
        parameters.properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .forEach(entry -> device.set(entry.getKey(), entry.getValue()));
        ServiceNode node = ServiceNode.of(device.path("ClusterId").asText());
        int protocol = device.path("AccessProtocol").asInt();
        boolean sip = protocol == GB28181;
        return device.put("Id", id)
                .put("Code", code)
                .put("Status", IssDevice.State.UNREGISTERED.ordinal())
                .put("ClusterName", node == null ? "" : node.label())
                .put("SipId", sip ? "61010000002000000001" : "")
                .put("SipDomain", sip ? "6101000000" : "")
                .put("SipIp", sip ? "203.0.113.10" : "")
                .put("SipPort", sip ? 5060 : 0)
                .put("PushStreamUrl", protocol == RTMP ? "rtmp://push.example.com/live/" + id : "");
    }

    static ObjectNode channel(String deviceId, String id, String code, String name, boolean online) {
        return object().put("DeviceId", deviceId)
                .put("ChannelId", id)
                .put("ChannelCode", code)
                .put("Name", name)
                .put("Status", 0)
                .put("PtzType", 1)
                .put("Manufacturer", "Onvif")
                .put("Resolution", "6/3")
                .put("State", online ? 1 : 0);
    }

    static ObjectNode gateway(String id, String code, String name, Instant now) {
        ServiceNode node = ServiceNode.ALL.get(0);
        ObjectNode gateway = object().put("Id", id)
                .put("GwId", code)
                .put("Name", name)
                .put("Description", "")
                .put("ClusterId", node.id())
                .put("ClusterName", node.label())
                .put("Status", 1)
                .put("CreatedAt", TIME.format(now));
        gateway.withArray("Version").addObject().put("Name", "media").put("Version", "t0.0.0.16");
        return gateway;
    }

    static ObjectNode recording(String channelId, Instant begin, Instant end) {
        return object().put("ChannelId", channelId)
                .put("Begin", begin.getEpochSecond())
                .put("End", end.getEpochSecond());
    }

    /** Details of something recognized: those of a car, or the details that all other types have. */
    static ObjectNode recognized(String type) {
        ObjectNode location =
                object().put("X", 55).put("Y", 222).put("Width", 459).put("Height", 731);
        if (!type.equals("Car")) {
            ObjectNode detail = object().put("Name", type.toLowerCase(Locale.ROOT));
            return detail.put("Score", 97).set("Location", location);
        }
        ObjectNode plate = object().put("Plate", "A12345").put("Color", "blue").put("Type", "small");
        plate.set("Location", location);
        ObjectNode car = object().put("Serial", "Model 1")
                .put("Brand", "Example")
                .put("Type", "sedan")
                .put("Color", "white")
                .put("Confidence", 97)
                .put("Year", 2020);
        car.set("PlateContent", plate);
        return car.set("Location", location.deepCopy());
    }
}

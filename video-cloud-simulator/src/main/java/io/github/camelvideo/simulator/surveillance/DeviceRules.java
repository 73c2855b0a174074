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
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.ServiceNode;
import io.github.camelvideo.simulator.world.Surveillance;
import java.util.regex.Pattern;

/** What is refused of a device. */
record DeviceRules(Cameras cameras) {

    static final int RTMP = 1;
    static final int GB28181 = 2;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{6,16}");
    private static final int LONGEST_PASSWORD = 63;

    void checkNew(ObjectNode device) {
        int protocol = device.path("AccessProtocol").asInt();
        Refusal.unless(protocol == RTMP || protocol == GB28181, "40002", "AccessProtocol must be 1 or 2");
        int type = device.path("Type").asInt();
        Refusal.unless(
                type == 1 || type == 2 && protocol == GB28181,
                "40003",
                "Type must be 1, or 2 of a GB28181 device, not " + type);
        check(device);
        cameras.organizations().required(device.path("OrganizationId").asText());
        String node = device.path("ClusterId").asText();
        Refusal.unless(ServiceNode.of(node) != null, Codes.INVALID, "There is no service node " + node);
        Refusal.unless(
                !Data.where(cameras.world().records(Surveillance.DOMAINS), "ClusterId", node)
                        .isEmpty(),
                "41610",
                "Service node " + node + " has no domain yet");
    }

    void check(ObjectNode device) {
        Names.check(device.path("Name").asText(), Names.NAME, Codes.NAME);
        Names.checkDescription(device.path("Description"), Codes.DESCRIPTION);
        if (device.path("AccessProtocol").asInt() == GB28181) {
            String password = device.path("Password").asText();
            Refusal.unless(
                    password.isEmpty() || password.length() > 1 && password.length() <= LONGEST_PASSWORD,
                    "41635",
                    "The password must have 2 to " + LONGEST_PASSWORD + " characters");
            Refusal.unless(DIGITS.matcher(password).matches(), "41626", "The password must have 6 to 16 digits only");
        }
    }
}

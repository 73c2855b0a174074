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
package io.github.camelvideo.simulator.api.mdl;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.world.StreamLive;

/** Gives StreamLive inputs the addresses to which they are pushed: the same for the same input, one for each pipeline. */
final class InputAddresses {

    private static final String DOMAIN = ".mdialive." + StreamLive.REGION + ".livepush.example.com";

    private InputAddresses() {}

    static ObjectNode assign(ObjectNode input) {
        String id = input.path("Id").asText();
        String type = input.path("Type").asText();
        ArrayNode settings = input.withArray("InputSettings");
        // these two need no settings, and show addresses all the same
        if (settings.isEmpty() && (type.equals("RTP_PUSH") || type.equals("UDP_PUSH"))) {
            settings.addObject();
            settings.addObject();
        }
        for (int i = 0; i < settings.size(); i++) {
            ((ObjectNode) settings.get(i)).put("InputAddress", address(id, type, i));
        }
        return input;
    }

    private static String address(String id, String type, int place) {
        int port = 10_000 + Math.floorMod(id.hashCode(), 20_000);
        return switch (type) {
            case "RTP_PUSH" -> "rtp://203.0.113." + (1 + place) + ":" + port;
            case "UDP_PUSH" -> "udp://203.0.113." + (1 + place) + ":" + port;
            case "SRT_PUSH" -> "srt://" + id + "-" + place + DOMAIN + ":" + port;
            case "RTMP_PUSH" -> "rtmp://" + id + "-" + place + DOMAIN;
            default -> "";
        };
    }
}

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
package io.github.camelvideo.tencent.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.request.ExactJson;
import io.github.camelvideo.simulator.world.Device;
import io.github.camelvideo.simulator.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The vendor's document's own example of every action. */
final class Examples {

    private static final JsonNode ALL = read();

    private Examples() {}

    static List<String> actions() {
        return ALL.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** The example request. What it refers to is made part of the world. */
    static ObjectNode request(String action, World world) {
        ObjectNode request = ALL.get(action).get("request").deepCopy();
        for (String name : List.of("GroupId", "ParentId")) {
            if (request.has(name)) {
                request.put(
                        name, world.addGroup("example", World.ROOT_GROUP, "").id());
            }
        }
        if (request.has("DeviceId")) {
            String id = request.get("DeviceId").asText();
            Device like = world.devices().get(0);
            world.save(new Device(
                    id,
                    like.code(),
                    like.name(),
                    like.type(),
                    like.online(),
                    like.groupId(),
                    like.createdAt(),
                    like.alarmsOn(),
                    like.channels()));
        }
        return request;
    }

    /** The example answer in its envelope. */
    static ObjectNode answer(String action) {
        return ALL.get(action).get("response").deepCopy();
    }

    private static JsonNode read() {
        try (InputStream document = Examples.class.getResourceAsStream("/examples/iotvideoindustry.json")) {
            return ExactJson.parse(document.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

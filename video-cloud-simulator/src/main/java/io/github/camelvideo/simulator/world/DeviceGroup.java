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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A folder of devices.
 *
 * @param id group id
 * @param name what the owner calls it
 * @param parentId group above, or {@link World#ROOT_GROUP}
 * @param description free text, may be empty
 * @param createdAt when it was made, in whole seconds
 */
public record DeviceGroup(String id, String name, String parentId, String description, Instant createdAt) {

    static DeviceGroup of(JsonNode json) {
        return new DeviceGroup(
                json.path("GroupId").asText(),
                json.path("GroupName").asText(),
                json.path("ParentId").asText(),
                json.path("GroupDescribe").asText(),
                Instant.ofEpochSecond(json.path("CreateTime").asLong()));
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("GroupId", id)
                .put("GroupName", name)
                .put("ParentId", parentId)
                .put("GroupDescribe", description)
                .put("CreateTime", createdAt.getEpochSecond())
                .put("Status", "OK");
    }
}

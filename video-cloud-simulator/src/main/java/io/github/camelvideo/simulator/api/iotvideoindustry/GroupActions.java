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
package io.github.camelvideo.simulator.api.iotvideoindustry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.DeviceGroup;
import io.github.camelvideo.simulator.world.World;

/** Groups of devices. */
final class GroupActions {

    private final World world;
    private final Shapes shapes;

    GroupActions(World world, Shapes shapes) {
        this.world = world;
        this.shapes = shapes;
    }

    ObjectNode create(Parameters parameters) {
        String parent = parameters.filled("ParentId");
        if (parent != null && !parent.equals(World.ROOT_GROUP) && world.group(parent) == null) {
            throw new Refusal("UnsupportedOperation.GroupParentidNotExist", "There is no group " + parent);
        }
        String above = parent == null ? World.ROOT_GROUP : parent;
        String name = parameters.text("GroupName");
        boolean taken = world.groups().stream()
                .anyMatch(
                        group -> group.parentId().equals(above) && group.name().equals(name));
        if (taken) {
            throw new Refusal("UnsupportedOperation.GroupExist", "There is a group " + name + " already");
        }
        String description = parameters.filled("GroupDescribe");
        DeviceGroup group = world.addGroup(name, above, description == null ? "" : description);
        return DeviceActions.ok().put("GroupId", group.id());
    }

    ObjectNode read(Parameters parameters) {
        DeviceGroup group = required(parameters);
        long devices = world.devices().stream()
                .filter(device -> device.groupId().equals(group.id()))
                .count();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("Group", show("GroupItem", group).put("DeviceNum", devices).put("SubGroupNum", children(group)));
        return answer;
    }

    ObjectNode list(Parameters parameters) {
        ArrayNode groups = JsonNodeFactory.instance.arrayNode();
        world.groups().stream()
                .filter(group -> parameters.allows("GroupIds", group.id()))
                .map(group -> show("GroupInfo", group).put("Error", ""))
                .forEach(groups::add);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("Groups", groups);
        return answer;
    }

    ObjectNode delete(Parameters parameters) {
        DeviceGroup group = required(parameters);
        if (children(group) > 0) {
            throw new Refusal("UnsupportedOperation.SubgrpExist", "Group " + group.id() + " has groups below it");
        }
        world.removeGroup(group.id());
        return DeviceActions.ok();
    }

    private long children(DeviceGroup group) {
        return world.groups().stream()
                .filter(other -> other.parentId().equals(group.id()))
                .count();
    }

    private DeviceGroup required(Parameters parameters) {
        DeviceGroup group = world.group(parameters.text("GroupId"));
        if (group == null) {
            throw new Refusal("ResourceNotFound.GroupNotExist", "There is no group " + parameters.text("GroupId"));
        }
        return group;
    }

    private ObjectNode show(String type, DeviceGroup group) {
        return shapes.struct(type, group.id())
                .put("GroupId", group.id())
                .put("GroupName", group.name())
                .put("ParentId", group.parentId())
                .put("GroupPath", "/" + group.name())
                .put("GroupDescribe", group.description())
                .put("CreateTime", group.createdAt().getEpochSecond());
    }
}

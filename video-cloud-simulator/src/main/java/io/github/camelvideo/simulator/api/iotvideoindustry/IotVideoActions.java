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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.resource.ResourceActions;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.Map;

/** The list of all actions with a behaviour. */
public final class IotVideoActions {

    private IotVideoActions() {}

    /** Behaviours by action. */
    public static Map<String, Behaviour> of(
            ApiCatalog api, World world, AnswerBuilder answers, Shapes shapes, Clock clock) {
        Map<String, Behaviour> behaviours = new ResourceActions(api, world, answers, clock)
                .show(World.GROUPS, group -> withCounts(group, world))
                .behaviours();
        AlarmActions alarms = new AlarmActions(world, answers, clock);
        behaviours.put("DescribeWarnings", alarms::list);
        behaviours.put("ResetWarning", alarms::reset);
        behaviours.put("DeleteWarning", alarms::delete);
        DeviceActions devices = new DeviceActions(world, answers, shapes);
        behaviours.put("CreateDevice", devices::create);
        behaviours.put("DescribeDevice", devices::read);
        for (String list : new String[] {"DescribeDeviceList", "DescribeAllDeviceList"}) {
            behaviours.put(list, parameters -> devices.list(list, parameters));
        }
        behaviours.put("ModifyDeviceData", devices::rename);
        behaviours.put("DeleteDevice", devices::delete);
        behaviours.put("DescribeChannels", devices::channels);
        SubscriptionActions subscriptions = new SubscriptionActions(world);
        behaviours.put("ModifySubscriptionStatus", subscriptions::modify);
        behaviours.put("DescribeSubscriptionStatus", subscriptions::read);
        return behaviours;
    }

    private static ObjectNode withCounts(ObjectNode group, World world) {
        String id = group.path("GroupId").asText();
        long devices = world.devices().stream()
                .filter(device -> device.groupId().equals(id))
                .count();
        return group.put("GroupPath", "/" + group.path("GroupName").asText())
                .put("DeviceNum", devices)
                .put(
                        "SubGroupNum",
                        world.records(World.GROUPS).where("ParentId", id).size());
    }
}

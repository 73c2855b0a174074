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

import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.Map;

/** The list of all actions with a behaviour. */
public final class IotVideoActions {

    private IotVideoActions() {}

    /** Behaviours by action. */
    public static Map<String, Behaviour> of(World world, AnswerBuilder answers, Shapes shapes, Clock clock) {
        AlarmActions alarms = new AlarmActions(world, answers, clock);
        DeviceActions devices = new DeviceActions(world, answers, shapes);
        GroupActions groups = new GroupActions(world, shapes);
        SubscriptionActions subscriptions = new SubscriptionActions(world);
        return Map.ofEntries(
                Map.entry("DescribeWarnings", alarms::list),
                Map.entry("ResetWarning", alarms::reset),
                Map.entry("DeleteWarning", alarms::delete),
                Map.entry("CreateDevice", devices::create),
                Map.entry("DescribeDevice", devices::read),
                Map.entry("DescribeDeviceList", parameters -> devices.list("DescribeDeviceList", parameters)),
                Map.entry("DescribeAllDeviceList", parameters -> devices.list("DescribeAllDeviceList", parameters)),
                Map.entry("ModifyDeviceData", devices::rename),
                Map.entry("DeleteDevice", devices::delete),
                Map.entry("DescribeChannels", devices::channels),
                Map.entry("ModifySubscriptionStatus", subscriptions::modify),
                Map.entry("DescribeSubscriptionStatus", subscriptions::read),
                Map.entry("CreateDeviceGroup", groups::create),
                Map.entry("DescribeGroupById", groups::read),
                Map.entry("DescribeGroups", groups::list),
                Map.entry("DeleteDeviceGroup", groups::delete));
    }
}

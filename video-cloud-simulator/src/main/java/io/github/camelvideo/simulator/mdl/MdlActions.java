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
package io.github.camelvideo.simulator.mdl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The list of all actions with a behaviour. */
public final class MdlActions {

    private MdlActions() {}

    /** Behaviours by action. */
    public static Map<String, Behaviour> of(World world, Shapes shapes, Clock clock) {
        Map<String, Behaviour> behaviours = new HashMap<>();
        addConfiguration(behaviours, world, clock);
        addReports(behaviours, world, shapes, clock);
        return behaviours;
    }

    private static void addConfiguration(Map<String, Behaviour> behaviours, World world, Clock clock) {
        SecurityGroupActions groups = new SecurityGroupActions(world);
        behaviours.put("CreateStreamLiveInputSecurityGroup", groups::create);
        behaviours.put("ModifyStreamLiveInputSecurityGroup", groups::modify);
        behaviours.put("DeleteStreamLiveInputSecurityGroup", groups::delete);
        behaviours.put("DescribeStreamLiveInputSecurityGroup", groups::read);
        behaviours.put("DescribeStreamLiveInputSecurityGroups", groups::list);
        InputActions inputs = new InputActions(world);
        behaviours.put("CreateStreamLiveInput", inputs::create);
        behaviours.put("ModifyStreamLiveInput", inputs::modify);
        behaviours.put("DeleteStreamLiveInput", inputs::delete);
        behaviours.put("DescribeStreamLiveInput", inputs::read);
        behaviours.put("DescribeStreamLiveInputs", inputs::list);
        behaviours.put("QueryInputStreamState", inputs::state);
        ChannelActions channels = new ChannelActions(world);
        behaviours.put("CreateStreamLiveChannel", channels::create);
        behaviours.put("ModifyStreamLiveChannel", channels::modify);
        behaviours.put("DeleteStreamLiveChannel", channels::delete);
        behaviours.put("DescribeStreamLiveChannel", channels::read);
        behaviours.put("DescribeStreamLiveChannels", channels::list);
        behaviours.put("StartStreamLiveChannel", channels::start);
        behaviours.put("StopStreamLiveChannel", channels::stop);
        PlanActions plans = new PlanActions(world, clock);
        behaviours.put("CreateStreamLivePlan", plans::create);
        behaviours.put("DeleteStreamLivePlan", plans::delete);
        behaviours.put("DescribeStreamLivePlans", plans::list);
        WatermarkActions watermarks = new WatermarkActions(world, clock);
        behaviours.put("CreateStreamLiveWatermark", watermarks::create);
        behaviours.put("ModifyStreamLiveWatermark", watermarks::modify);
        behaviours.put("DeleteStreamLiveWatermark", watermarks::delete);
        behaviours.put("DescribeStreamLiveWatermark", watermarks::read);
        behaviours.put("DescribeStreamLiveWatermarks", watermarks::list);
    }

    private static void addReports(Map<String, Behaviour> behaviours, World world, Shapes shapes, Clock clock) {
        StatisticsActions statistics = new StatisticsActions(world, shapes, clock);
        behaviours.put("DescribeStreamLiveChannelInputStatistics", statistics::input);
        behaviours.put("DescribeStreamLiveChannelOutputStatistics", statistics::output);
        behaviours.put("DescribeStreamLiveChannelAlerts", new AlertActions(world)::list);
        behaviours.put("DescribeStreamLiveChannelLogs", new LogActions(world, clock)::list);
        behaviours.put("DescribeStreamLiveTranscodeDetail", new TranscodeActions(world, clock)::list);
        behaviours.put("DescribeStreamLiveRegions", MdlActions::regions);
    }

    private static ObjectNode regions(Parameters parameters) {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.putArray("Regions").addObject().put("Name", StreamLive.REGION);
        return Things.answer("Info", info);
    }
}

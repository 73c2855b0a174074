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

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.resource.ResourceActions;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.Map;

/** The actions of StreamLive: plain records as declared, running channels, and what is reported of them. */
public final class MdlActions {

    private MdlActions() {}

    /** Behaviours by action. */
    public static Map<String, Behaviour> of(
            ApiCatalog api, World world, AnswerBuilder answers, Shapes shapes, Clock clock) {
        Map<String, Behaviour> behaviours = new ResourceActions(api, world, answers, clock)
                .show(StreamLive.INPUTS, InputAddresses::assign)
                .behaviours();
        ChannelActions channels = new ChannelActions(world);
        behaviours.put("StartStreamLiveChannel", channels::start);
        behaviours.put("StopStreamLiveChannel", channels::stop);
        behaviours.put("QueryInputStreamState", new InputStateActions(world)::read);
        StatisticsActions statistics = new StatisticsActions(world, shapes, clock);
        behaviours.put("DescribeStreamLiveChannelInputStatistics", statistics::input);
        behaviours.put("DescribeStreamLiveChannelOutputStatistics", statistics::output);
        behaviours.put("DescribeStreamLiveChannelAlerts", new AlertActions(world)::list);
        behaviours.put("DescribeStreamLiveChannelLogs", new LogActions(world, clock)::list);
        behaviours.put("DescribeStreamLiveTranscodeDetail", new TranscodeActions(world, answers, clock)::list);
        return behaviours;
    }
}

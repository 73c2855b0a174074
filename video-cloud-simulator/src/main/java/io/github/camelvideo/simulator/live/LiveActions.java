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
package io.github.camelvideo.simulator.live;

import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.Live;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The list of all actions with a behaviour. */
public final class LiveActions {

    private LiveActions() {}

    /** Behaviours by action. */
    public static Map<String, Behaviour> of(World world, Shapes shapes, Clock clock) {
        Map<String, Behaviour> behaviours = new HashMap<>();
        addStreams(behaviours, world.live(), shapes, clock);
        addStatistics(behaviours, world.live(), shapes, clock);
        return behaviours;
    }

    private static void addStreams(Map<String, Behaviour> behaviours, Live live, Shapes shapes, Clock clock) {
        StreamActions streams = new StreamActions(live, clock);
        behaviours.put("DescribeLiveStreamOnlineList", streams::online);
        behaviours.put("DescribeLiveStreamState", streams::state);
        behaviours.put("DropLiveStream", streams::drop);
        behaviours.put("ForbidLiveStream", streams::forbid);
        behaviours.put("ResumeLiveStream", streams::resume);
        HistoryActions history = new HistoryActions(live, shapes, clock);
        behaviours.put("DescribeLiveStreamEventList", history::events);
        behaviours.put("DescribeLiveStreamPublishedList", history::published);
    }

    private static void addStatistics(Map<String, Behaviour> behaviours, Live live, Shapes shapes, Clock clock) {
        TrafficActions traffic = new TrafficActions(live, shapes, clock);
        behaviours.put("DescribeBillBandwidthAndFluxList", traffic::played);
        behaviours.put("DescribePushBandwidthAndFluxList", traffic::pushed);
    }
}

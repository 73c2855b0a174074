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

import io.github.camelvideo.catalog.ApiCatalog;
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
    public static Map<String, Behaviour> of(ApiCatalog api, World world, Shapes shapes, Clock clock) {
        Map<String, Behaviour> behaviours = new HashMap<>();
        Codes codes = new Codes(api);
        addStreams(behaviours, world, shapes, clock);
        addDomains(behaviours, new DomainActions(world, codes, clock));
        addStatistics(behaviours, world.live(), shapes, clock);
        for (TemplateKind kind : TemplateKind.ALL) {
            new TemplateActions(kind, world, shapes, codes, clock).addTo(behaviours);
            new RuleActions(kind, world, shapes, codes, clock).addTo(behaviours);
        }
        new StreamTaskActions("Record", world, clock).addTo(behaviours);
        new StreamTaskActions("Screenshot", world, clock).addTo(behaviours);
        addPullTasks(behaviours, new PullTaskActions(world, shapes, codes, clock));
        return behaviours;
    }

    private static void addStreams(Map<String, Behaviour> behaviours, World world, Shapes shapes, Clock clock) {
        StreamActions streams = new StreamActions(world.live(), clock);
        behaviours.put("DescribeLiveStreamOnlineList", streams::online);
        behaviours.put("DescribeLiveStreamState", streams::state);
        behaviours.put("DropLiveStream", streams::drop);
        behaviours.put("ForbidLiveStream", streams::forbid);
        behaviours.put("ResumeLiveStream", streams::resume);
        HistoryActions history = new HistoryActions(world.live(), shapes, clock);
        behaviours.put("DescribeLiveStreamEventList", history::events);
        behaviours.put("DescribeLiveStreamPublishedList", history::published);
        DelayActions delays = new DelayActions(world, clock);
        behaviours.put("AddDelayLiveStream", delays::add);
        behaviours.put("ResumeDelayLiveStream", delays::resume);
        behaviours.put("DescribeLiveDelayInfoList", delays::list);
    }

    private static void addDomains(Map<String, Behaviour> behaviours, DomainActions domains) {
        behaviours.put("AddLiveDomain", domains::add);
        behaviours.put("DescribeLiveDomain", domains::read);
        behaviours.put("DescribeLiveDomains", domains::list);
        behaviours.put("EnableLiveDomain", domains::enable);
        behaviours.put("ForbidLiveDomain", domains::disable);
        behaviours.put("ModifyLivePlayDomain", domains::modifyPlayType);
        behaviours.put("DeleteLiveDomain", domains::delete);
    }

    private static void addPullTasks(Map<String, Behaviour> behaviours, PullTaskActions tasks) {
        behaviours.put("CreateLivePullStreamTask", tasks::create);
        behaviours.put("ModifyLivePullStreamTask", tasks::modify);
        behaviours.put("RestartLivePullStreamTask", tasks::restart);
        behaviours.put("DeleteLivePullStreamTask", tasks::delete);
        behaviours.put("DescribeLivePullStreamTasks", tasks::list);
        behaviours.put("DescribeLivePullStreamTaskStatus", tasks::status);
    }

    private static void addStatistics(Map<String, Behaviour> behaviours, Live live, Shapes shapes, Clock clock) {
        TrafficActions traffic = new TrafficActions(live, shapes, clock);
        behaviours.put("DescribeBillBandwidthAndFluxList", traffic::played);
        behaviours.put("DescribePushBandwidthAndFluxList", traffic::pushed);
        StreamStatisticsActions statistics = new StreamStatisticsActions(live, shapes, clock);
        behaviours.put("DescribeLiveStreamPushInfoList", statistics::pushes);
        behaviours.put("DescribeStreamPlayInfoList", statistics::plays);
        behaviours.put("DescribeCallbackRecordsList", new CallbackRecordActions(live, clock)::list);
    }
}

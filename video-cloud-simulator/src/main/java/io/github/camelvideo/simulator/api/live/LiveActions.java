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
package io.github.camelvideo.simulator.api.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.resource.ResourceActions;
import io.github.camelvideo.simulator.world.Live;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

/** The actions of live streaming: templates, rules, domains and tasks as declared, and the streams of the world. */
public final class LiveActions {

    private static final int MOST_DOMAINS = 100;

    private LiveActions() {}

    /** Behaviours by action. */
    public static Map<String, Behaviour> of(
            ApiCatalog api, World world, AnswerBuilder answers, Shapes shapes, Clock clock) {
        Map<String, Behaviour> behaviours = new ResourceActions(api, world, answers, clock)
                .show(Live.DOMAINS, LiveActions::withTarget)
                .show("live/delay", delay -> withStatus(delay, clock.instant()))
                .behaviours();
        behaviours.put("DescribeLivePullStreamTaskStatus", new PullTaskStatus(world, answers, clock)::read);
        addDomains(behaviours, world.live());
        addStreams(behaviours, world.live(), answers, clock);
        behaviours.put(
                "DescribeCallbackRecordsList", new CallbackRecordActions(world.callbacks(), answers, clock)::list);
        addStatistics(behaviours, world.live(), answers, shapes, clock);
        new StreamTaskActions("Record", world, clock).addTo(behaviours);
        new StreamTaskActions("Screenshot", world, clock).addTo(behaviours);
        return behaviours;
    }

    private static ObjectNode withTarget(ObjectNode domain) {
        String kind = domain.path("Type").asInt() == 0 ? ".livepush" : ".liveplay";
        return domain.put("TargetDomain", domain.path("Name").asText() + kind + ".example.com");
    }

    private static ObjectNode withStatus(ObjectNode delay, Instant now) {
        String end = delay.path("ExpireTime").asText();
        boolean over = !end.isEmpty() && !now.isBefore(OffsetDateTime.parse(end).toInstant());
        return delay.put("Status", over ? -1 : 1);
    }

    private static void addDomains(Map<String, Behaviour> behaviours, Live live) {
        Behaviour listed = behaviours.get("DescribeLiveDomains");
        behaviours.put("DescribeLiveDomains", parameters -> {
            int free = MOST_DOMAINS - live.domains().size();
            return listed.answer(parameters).put("CreateLimitCount", free);
        });
        Behaviour forbidden = behaviours.get("ForbidLiveDomain");
        behaviours.put("ForbidLiveDomain", parameters -> {
            ObjectNode answer = forbidden.answer(parameters);
            live.save(live.domain(parameters.text("DomainName")).withEnabled(false));
            return answer;
        });
    }

    private static void addStreams(Map<String, Behaviour> behaviours, Live live, AnswerBuilder answers, Clock clock) {
        StreamActions streams = new StreamActions(live, answers, clock);
        behaviours.put("DescribeLiveStreamOnlineList", streams::online);
        behaviours.put("DescribeLiveStreamState", streams::state);
        behaviours.put("DropLiveStream", streams::drop);
        behaviours.put("ForbidLiveStream", streams::forbid);
        behaviours.put("ResumeLiveStream", streams::resume);
        HistoryActions history = new HistoryActions(live, answers, clock);
        behaviours.put("DescribeLiveStreamEventList", history::events);
        behaviours.put("DescribeLiveStreamPublishedList", history::published);
    }

    private static void addStatistics(
            Map<String, Behaviour> behaviours, Live live, AnswerBuilder answers, Shapes shapes, Clock clock) {
        TrafficActions traffic = new TrafficActions(live, shapes, clock);
        behaviours.put("DescribeBillBandwidthAndFluxList", traffic::played);
        behaviours.put("DescribePushBandwidthAndFluxList", traffic::pushed);
        StreamStatisticsActions statistics = new StreamStatisticsActions(live, answers, shapes, clock);
        behaviours.put("DescribeLiveStreamPushInfoList", statistics::pushes);
        behaviours.put("DescribeStreamPlayInfoList", statistics::plays);
        behaviours.put("DescribePlayErrorCodeDetailInfoList", new PlayErrorActions(live, shapes, clock)::minutes);
    }
}

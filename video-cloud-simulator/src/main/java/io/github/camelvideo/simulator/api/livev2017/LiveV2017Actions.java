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
package io.github.camelvideo.simulator.api.livev2017;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.Live;
import io.github.camelvideo.simulator.world.LiveStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Streams as the world of live streaming has them, by their stream code. */
public final class LiveV2017Actions {

    private static final String CHANNEL = "Param.s.channel_id";

    private static final int NONE = 0;
    private static final int LIVE = 1;
    private static final int DISABLED = 3;

    private static final Duration DISABLED_FOR = Duration.ofDays(7);
    private static final Duration FORBIDDEN_AT_MOST = Duration.ofDays(90);

    private final Live live;
    private final Shapes shapes;
    private final Clock clock;

    private LiveV2017Actions(Live live, Shapes shapes, Clock clock) {
        this.live = live;
        this.shapes = shapes;
        this.clock = clock;
    }

    /** Behaviours by action. */
    public static Map<String, Behaviour> of(Live live, Shapes shapes, Clock clock) {
        LiveV2017Actions actions = new LiveV2017Actions(live, shapes, clock);
        return Map.of(
                "LiveChannelSetStatus", actions::setStatus,
                "ChannelManager", actions::manage,
                "LiveChannelGetStatus", actions::status,
                "LiveChannelGetLiveChannelList", actions::online,
                "LiveChannelGetChannelList", actions::all,
                "GetLiveStat", parameters -> actions.statistics("LiveStreamStat", parameters),
                "GetLivePushStat", parameters -> actions.statistics("LivePushStreamStat", parameters),
                "GetLivePlayStat", parameters -> actions.statistics("LivePlayStreamStat", parameters));
    }

    private ObjectNode setStatus(Parameters parameters) {
        String name = parameters.text(CHANNEL);
        switch ((int) parameters.number("Param.n.status", LIVE)) {
            case 0 -> live.forbidStream(name, clock.instant().plus(DISABLED_FOR));
            case 1 -> live.resumeStream(name);
            default -> drop(name);
        }
        return nothing();
    }

    private void drop(String name) {
        pushes(name).forEach(push -> live.dropStream(push.domain(), push.app(), push.name()));
    }

    private ObjectNode manage(Parameters parameters) {
        String name = parameters.text(CHANNEL);
        if (parameters.text("Param.s.action").equals("resume")) {
            live.resumeStream(name);
            return nothing();
        }
        Instant asked = Instant.ofEpochSecond(parameters.number("Param.n.abstime_end", 0));
        Instant latest = clock.instant().plus(FORBIDDEN_AT_MOST);
        live.forbidStream(name, asked.isAfter(latest) ? latest : asked);
        return nothing();
    }

    private ObjectNode status(Parameters parameters) {
        String name = parameters.text(CHANNEL);
        int status = statusOf(name);
        boolean known = status != NONE
                || live.endedStreams().stream().anyMatch(push -> push.name().equals(name));
        if (!known) {
            throw new Refusal("20601", "The stream " + name + " has never been pushed");
        }
        return nothing()
                .put("rate_type", 0)
                .put("recv_type", 1)
                .put("status", status)
                .put("width", status == LIVE ? 1280 : 0)
                .put("height", status == LIVE ? 720 : 0);
    }

    private int statusOf(String name) {
        if (live.isForbidden(name)) {
            return DISABLED;
        }
        return pushes(name).isEmpty() ? NONE : LIVE;
    }

    private List<LiveStream> pushes(String name) {
        return live.streams().stream().filter(push -> push.name().equals(name)).toList();
    }

    private ObjectNode online(Parameters parameters) {
        List<String> names =
                live.streams().stream().map(LiveStream::name).distinct().toList();
        ObjectNode answer = nothing().put("all_count", names.size());
        ArrayNode list = answer.putArray("channel_list");
        names.forEach(name -> list.addObject().put("channel_id", name));
        return answer;
    }

    /** Every stream code that was ever pushed, in the order of the first push. */
    private ObjectNode all(Parameters parameters) {
        Comparator<LiveStream> byStart =
                Comparator.comparing(LiveStream::startedAt).thenComparing(LiveStream::name);
        List<String> names = Stream.concat(live.endedStreams().stream(), live.streams().stream())
                .sorted(parameters.number("Param.n.order_by_type", 0) == 1 ? byStart.reversed() : byStart)
                .map(LiveStream::name)
                .distinct()
                .filter(name -> !parameters.has("Param.n.status")
                        || statusOf(name) == parameters.number("Param.n.status", NONE))
                .toList();
        return page(names, 10, parameters, "all_count", "channel_list", name -> shapes.struct("ChannelInfo", name)
                .put("channel_id", name)
                .put("channel_name", name)
                .put("status", statusOf(name)));
    }

    private ObjectNode statistics(String type, Parameters parameters) {
        String wanted = parameters.filled("Param.s.stream_id");
        List<String> names = live.streams().stream()
                .map(LiveStream::name)
                .distinct()
                .filter(name -> wanted == null || wanted.equals(name))
                .toList();
        return page(names, 300, parameters, "stream_count", "stream_info", name -> shapes.struct(type, name)
                .put("stream_name", name));
    }

    private static ObjectNode page(
            List<String> names,
            int defaultSize,
            Parameters parameters,
            String total,
            String items,
            Function<String, ObjectNode> item) {
        long size = parameters.number("Param.n.page_size", defaultSize);
        ObjectNode answer = nothing().put(total, names.size());
        ArrayNode list = answer.putArray(items);
        names.stream()
                .skip((parameters.number("Param.n.page_no", 1) - 1) * size)
                .limit(size)
                .map(item)
                .forEach(list::add);
        return answer;
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}

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
package io.github.camelvideo.simulator.api2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Channels: made, read, changed, opened, closed and deleted. They live in the records {@value #KIND}; a test that lets
 * somebody push sets {@code channel_status} there.
 */
public final class ChannelActions {

    /** Kind of the records of channels. */
    static final String KIND = "live-v2/channel";

    private static final String NO_INPUT = "0";
    private static final String LIVE = "1";
    private static final String CLOSED = "3";
    private static final int DEFAULT_PAGE = 10;

    /** The document leaves the zone open; times of the same API that name one name this. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final World world;
    private final Records channels;
    private final Shapes shapes;
    private final Clock clock;

    private ChannelActions(World world, Shapes shapes, Clock clock) {
        this.world = world;
        this.channels = world.records(KIND);
        this.shapes = shapes;
        this.clock = clock;
    }

    /** Behaviours by action. */
    public static Map<String, Behaviour> of(World world, Shapes shapes, Clock clock) {
        ChannelActions actions = new ChannelActions(world, shapes, clock);
        return Map.of(
                "CreateLVBChannel", actions::create,
                "ModifyLVBChannel", actions::modify,
                "DeleteLVBChannel", actions::delete,
                "StartLVBChannel", parameters -> actions.turn(parameters, NO_INPUT),
                "StopLVBChannel", parameters -> actions.turn(parameters, CLOSED),
                "DescribeLVBChannelList", actions::list,
                "DescribeLVBChannel", actions::read);
    }

    private ObjectNode create(Parameters parameters) {
        return world.exclusively(() -> {
            // beyond 63 bit, as the vendor's own
            String id = "16" + channels.newId(18);
            ObjectNode channel = JsonNodeFactory.instance
                    .objectNode()
                    .put("channel_id", id)
                    .put("channel_name", parameters.text("channelName"))
                    .put("channel_describe", orEmpty(parameters.text("channelDescribe")))
                    .put("channel_status", NO_INPUT)
                    .put("create_time", TIME.format(clock.instant()));
            channels.save(id, channel);
            ObjectNode answer = JsonNodeFactory.instance.objectNode().put("channel_id", id);
            answer.set("channelInfo", shapes.struct("LVBChannelAddresses", id));
            return answer;
        });
    }

    private ObjectNode modify(Parameters parameters) {
        return world.exclusively(() -> {
            String id = parameters.text("channelId");
            ObjectNode channel = required(id);
            refuseIf(LIVE, channel, "20108", "is live and cannot be edited");
            channel.put("channel_name", parameters.text("channelName"));
            if (parameters.has("channelDescribe")) {
                channel.put("channel_describe", parameters.text("channelDescribe"));
            }
            channels.save(id, channel);
            return nothing();
        });
    }

    private ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> {
            Set<String> ids = parameters.texts("channelIds");
            ids.forEach(id -> refuseIf(LIVE, required(id), "20109", "is live: close it first"));
            ids.forEach(channels::remove);
            return nothing();
        });
    }

    private ObjectNode turn(Parameters parameters, String status) {
        return world.exclusively(() -> {
            Set<String> ids = parameters.texts("channelIds");
            ids.forEach(this::required);
            ids.forEach(id -> channels.change(id, channel -> {
                boolean open = !channel.path("channel_status").asText().equals(CLOSED);
                // an open channel that is opened keeps its stream
                if (!open || status.equals(CLOSED)) {
                    channel.put("channel_status", status);
                }
            }));
            return nothing();
        });
    }

    private ObjectNode list(Parameters parameters) {
        List<ObjectNode> found = new ArrayList<>(channels.all());
        String status = parameters.filled("channelStatus");
        found.removeIf(channel ->
                status != null && !status.equals(channel.path("channel_status").asText()));
        if (parameters.number("ascDesc", 0) == 1) {
            Collections.reverse(found);
        }
        long size = Math.max(1, parameters.number("pageSize", DEFAULT_PAGE));
        ArrayNode page = JsonNodeFactory.instance.arrayNode();
        found.stream()
                .skip((Math.max(1, parameters.number("pageNo", 1)) - 1) * size)
                .limit(size)
                .map(channel -> channel.retain("channel_id", "channel_name", "channel_status", "create_time"))
                .forEach(page::add);
        // the count is quoted, as in the document's example
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("all_count", Integer.toString(found.size()));
        answer.set("channelSet", page);
        return answer;
    }

    private ObjectNode read(Parameters parameters) {
        String id = parameters.text("channelId");
        ObjectNode channel = required(id);
        channel.remove("create_time");
        ObjectNode detail = shapes.struct("LVBChannelDetail", id);
        detail.setAll(channel);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("channelInfo").add(detail);
        return answer;
    }

    private ObjectNode required(String id) {
        ObjectNode channel = channels.get(id);
        if (channel == null) {
            throw new Refusal("20301", "There is no channel " + id);
        }
        return channel;
    }

    private static void refuseIf(String status, ObjectNode channel, String code, String reason) {
        if (channel.path("channel_status").asText().equals(status)) {
            throw new Refusal(code, "Channel " + channel.path("channel_id").asText() + " " + reason);
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}

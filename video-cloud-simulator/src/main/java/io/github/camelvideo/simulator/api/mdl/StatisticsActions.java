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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What came into a channel and went out of it, a point for each period in which it ran; asked again, the same points. */
final class StatisticsActions {

    private static final Map<String, Integer> PERIODS = Map.of("5s", 5, "1min", 60, "5min", 300, "15min", 900);

    private final Clock clock;
    private final World world;
    private final InputHistory history;
    private final Traffic traffic;

    StatisticsActions(World world, Shapes shapes, Clock clock) {
        this.clock = clock;
        this.world = world;
        this.history = new InputHistory(world);
        this.traffic = new Traffic(shapes);
    }

    ObjectNode input(Parameters parameters) {
        String channel = parameters.text("ChannelId");
        Codes.required(world, StreamLive.CHANNELS, channel);
        // no code of its own for the end of the window is listed here
        TimeWindow window = TimeWindow.of(parameters, clock.instant(), "InvalidParameter");
        int period = period(parameters);
        Map<String, ArrayNode[]> series = new LinkedHashMap<>();
        for (InputHistory.Run run : history.runs(channel)) {
            for (JsonNode input : run.inputs()) {
                String id = input.path("Id").asText();
                List<InputHistory.Span> streams = history.streams(run, input);
                points(run, window, period, moment -> {
                    boolean on = streams.stream().anyMatch(span -> span.contains(moment));
                    ArrayNode[] pipelines = series.computeIfAbsent(id, ignored -> Pipelines.empty());
                    for (int i = 0; i < pipelines.length; i++) {
                        pipelines[i].add(traffic.in(channel + id + i, moment.getEpochSecond(), on));
                    }
                });
            }
        }
        return show("InputId", series);
    }

    ObjectNode output(Parameters parameters) {
        String channel = parameters.text("ChannelId");
        Codes.required(world, StreamLive.CHANNELS, channel);
        TimeWindow window = TimeWindow.of(parameters, clock.instant(), Codes.END);
        int period = period(parameters);
        Map<String, ArrayNode[]> series = new LinkedHashMap<>();
        for (InputHistory.Run run : history.runs(channel)) {
            List<InputHistory.Span> streams = run.inputs().stream()
                    .flatMap(input -> history.streams(run, input).stream())
                    .toList();
            points(run, window, period, moment -> {
                boolean on = streams.stream().anyMatch(span -> span.contains(moment));
                for (JsonNode group : run.channel().path("OutputGroups")) {
                    String name = group.path("Name").asText();
                    ArrayNode[] pipelines = series.computeIfAbsent(name, ignored -> Pipelines.empty());
                    for (int i = 0; i < pipelines.length; i++) {
                        pipelines[i].add(traffic.out(channel + name + i, moment.getEpochSecond(), on));
                    }
                }
            });
        }
        return show("OutputGroupName", series);
    }

    private static int period(Parameters parameters) {
        String period = parameters.filled("Period");
        return PERIODS.get(period == null ? "1min" : period);
    }

    private void points(InputHistory.Run run, TimeWindow window, int period, Consumer<Instant> point) {
        Instant from = window.from().isAfter(run.span().from())
                ? window.from()
                : run.span().from();
        Instant now = clock.instant();
        Instant to = window.to().isBefore(now) ? window.to() : now;
        long first = -Math.floorDiv(-from.getEpochSecond(), (long) period) * period;
        for (Instant at = Instant.ofEpochSecond(first); !at.isAfter(to); at = at.plusSeconds(period)) {
            if (!run.span().contains(at)) {
                return;
            }
            point.accept(at);
        }
    }

    private static ObjectNode show(String key, Map<String, ArrayNode[]> series) {
        ArrayNode infos = JsonNodeFactory.instance.arrayNode();
        series.forEach(
                (name, pipelines) -> infos.addObject().put(key, name).set("Statistics", Pipelines.show(pipelines)));
        return JsonNodeFactory.instance.objectNode().set("Infos", infos);
    }
}

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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** When a channel ran, and when its inputs brought a stream meanwhile. */
final class InputHistory {

    /**
     * From one moment to another, that one excluded.
     *
     * @param to {@link Instant#MAX} while it is ongoing
     */
    record Span(Instant from, Instant to) {

        static Span of(ObjectNode data) {
            return new Span(
                    Instant.parse(data.path("Start").asText()),
                    data.has("End") ? Instant.parse(data.path("End").asText()) : Instant.MAX);
        }

        boolean contains(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }

        Span within(Span other) {
            return new Span(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
        }

        boolean isEmpty() {
            return !from.isBefore(to);
        }
    }

    /**
     * One run of a channel.
     *
     * @param channel what the channel was like
     * @param inputs what its inputs were like
     */
    record Run(String channelId, Span span, JsonNode channel, List<JsonNode> inputs) {

        static Run of(ObjectNode data) {
            return new Run(
                    data.path("ChannelId").asText(),
                    Span.of(data),
                    data.path("Channel"),
                    elements(data, "Inputs").toList());
        }
    }

    private final World world;

    InputHistory(World world) {
        this.world = world;
    }

    /** The elements of an array; none where there is no array. */
    static Stream<JsonNode> elements(JsonNode node, String array) {
        return node.path(array).valueStream();
    }

    /** Whether inputs of a type get their stream themselves. */
    static boolean pulls(String type) {
        return type.endsWith("_PULL");
    }

    List<Run> runs() {
        return world.records(StreamLive.RUNS).all().stream().map(Run::of).toList();
    }

    List<Run> runs(String channelId) {
        return runs().stream().filter(run -> run.channelId().equals(channelId)).toList();
    }

    /** When an input brought a stream during a run. */
    List<Span> streams(Run run, JsonNode input) {
        if (pulls(input.path("Type").asText())) {
            return List.of(run.span());
        }
        String id = input.path("Id").asText();
        return world.records(StreamLive.PUSHES).all().stream()
                .filter(push -> push.path("InputId").asText().equals(id))
                .map(push -> Span.of(push).within(run.span()))
                .filter(span -> !span.isEmpty())
                .toList();
    }
}

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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Streams that are shown later than they are pushed. */
final class DelayActions {

    private static final Duration LONGEST = Duration.ofDays(7);

    private final Records delays;
    private final Clock clock;

    DelayActions(World world, Clock clock) {
        this.delays = world.records("live/delay");
        this.clock = clock;
    }

    ObjectNode add(Parameters parameters) {
        Instant now = clock.instant();
        Instant end = parameters.filled("ExpireTime") == null
                ? now.plus(LONGEST)
                : TimeStyle.read(parameters, "ExpireTime").moment();
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw new Refusal(
                    "InvalidParameterValue", "ExpireTime must lie within the 7 days after " + now + ", not " + end);
        }
        delays.save(
                key(parameters),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("DomainName", parameters.text("DomainName"))
                        .put("AppName", StreamActions.app(parameters))
                        .put("StreamName", parameters.text("StreamName"))
                        .put("DelayInterval", parameters.number("DelayTime", 0))
                        .put("CreateTime", TimeStyle.UTC.write(now))
                        .put("ExpireTime", TimeStyle.UTC.write(end)));
        return JsonNodeFactory.instance.objectNode();
    }

    ObjectNode resume(Parameters parameters) {
        delays.remove(key(parameters));
        return JsonNodeFactory.instance.objectNode();
    }

    ObjectNode list(Parameters parameters) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        Instant now = clock.instant();
        delays.all().stream()
                .map(delay -> delay.put(
                        "Status",
                        now.isBefore(Instant.parse(delay.path("ExpireTime").asText())) ? 1 : -1))
                .forEach(answer.putArray("DelayInfoList")::add);
        return answer;
    }

    private static String key(Parameters parameters) {
        return parameters.text("DomainName") + " " + StreamActions.app(parameters) + " "
                + parameters.text("StreamName");
    }
}

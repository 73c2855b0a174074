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
package io.github.camelvideo.simulator.api.linkvisual;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.Records;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** How many days the recordings or pictures of a camera are kept. Without a setting they are kept for ever. */
record LifeCycleActions(Cameras cameras, Records lives, Clock clock) {

    /** The document names no maximum for pictures; this one is longer than any recording is old. */
    private static final long LONGEST = 1_000_000;

    ObjectNode set(Parameters parameters) {
        String iotId = cameras.owned(parameters);
        long days = parameters.number("Day", 0);
        Refusal.unless(days >= 0, Codes.PARAMETER, "Day must be 0 or more, not " + days);
        lives.save(iotId, Data.object().put("IotId", iotId).put("Day", days));
        return Data.none();
    }

    ObjectNode ofOne(Parameters parameters) {
        return Data.of(known(List.of(cameras.owned(parameters))).get(0));
    }

    ObjectNode ofMany(Parameters parameters) {
        List<String> ids =
                parameters.texts("DeviceList").stream().map(cameras::owned).toList();
        return Data.of(Data.array(known(ids).stream()));
    }

    private List<ObjectNode> known(List<String> ids) {
        List<ObjectNode> known =
                ids.stream().map(lives::get).filter(Objects::nonNull).toList();
        Refusal.unless(!known.isEmpty(), Codes.BUSINESS, "deviceList lifecycle not exist.");
        return known;
    }

    /** The moment before which recordings and pictures have expired. */
    Instant oldest(String iotId) {
        ObjectNode life = lives.get(iotId);
        return life == null
                ? Instant.MIN
                : clock.instant()
                        .minus(Duration.ofDays(Math.min(life.path("Day").asLong(), LONGEST)));
    }
}

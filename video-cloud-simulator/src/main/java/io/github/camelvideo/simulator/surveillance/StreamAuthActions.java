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
package io.github.camelvideo.simulator.surveillance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.Surveillance;
import io.github.camelvideo.simulator.world.World;
import java.util.List;
import java.util.regex.Pattern;

/** Whether and how pushing and playing need a signature; there is one setting for all. */
final class StreamAuthActions {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9]{0,10}");
    private static final int LONGEST = 60;

    private final World world;
    private final Stock settings;

    StreamAuthActions(World world) {
        this.world = world;
        this.settings = new Stock(world.records(Surveillance.STREAM_AUTH), "Id", Codes.UNKNOWN, "stream setting");
    }

    ObjectNode update(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode setting = settings.required(parameters);
            for (String way : List.of("Pull", "Push")) {
                String secret = parameters.text(way + "Secret");
                long minutes = parameters.number(way + "Expired", 0);
                Refusal.unless(
                        secret != null && SECRET.matcher(secret).matches(),
                        Codes.INVALID,
                        way + "Secret must have at most 10 letters and digits");
                Refusal.unless(
                        minutes >= 0 && minutes <= LONGEST,
                        Codes.INVALID,
                        way + "Expired must be 0 to " + LONGEST + ", not " + minutes);
                setting.put(way + "State", parameters.number(way + "State", 0))
                        .put(way + "Secret", secret)
                        .put(way + "Expired", minutes);
            }
            settings.save(setting);
            return Data.of(setting);
        });
    }

    ObjectNode read(Parameters parameters) {
        return Data.of(settings.records().all().stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(Codes.UNKNOWN, "There is no stream setting")));
    }
}

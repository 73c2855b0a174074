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
package io.github.camelvideo.simulator.api.iss;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.Iss;
import io.github.camelvideo.simulator.world.World;
import java.util.Map;

/** The vendor's error codes. */
final class Codes {

    static final String STATUS = "40004";
    static final String ORDER = "41611";
    static final String PAGE = "43720";
    static final String TIME = "43727";
    private static final String UNKNOWN = "40006";
    private static final Map<String, String> UNKNOWN_BY_KIND = Map.of(Iss.DEVICES, "42206", Iss.CHANNELS, "42207");

    private Codes() {}

    /** The record of an id, which must exist. */
    static ObjectNode required(World world, String kind, String id) {
        ObjectNode record = world.records(kind).get(id);
        Refusal.unless(record != null, UNKNOWN_BY_KIND.getOrDefault(kind, UNKNOWN), "There is no " + kind + " " + id);
        return record;
    }
}

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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.World;

/** The vendor's error codes. */
final class Codes {

    static final String STATE = "InvalidParameter.StateError";
    static final String START = "InvalidParameter.StartTime";
    static final String END = "InvalidParameter.EndTime";
    static final String CHANNEL = "InvalidParameter.ChannelId";
    private static final String NOT_FOUND = "InvalidParameter.NotFound";

    private Codes() {}

    /** The record of an id, which must exist. */
    static ObjectNode required(World world, String kind, String id) {
        ObjectNode record = world.records(kind).get(id);
        Refusal.unless(record != null, NOT_FOUND, "There is no " + kind + " " + id);
        return record;
    }
}

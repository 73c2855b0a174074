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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A recording of a channel from one second to another; one in the archive must be retrieved before it can be played. */
record Slice(long begin, long end, boolean archived) {

    static Slice of(JsonNode recording) {
        return new Slice(
                recording.path("Begin").asLong(),
                recording.path("End").asLong(),
                recording.path("Archived").asBoolean());
    }

    boolean touches(long from, long to) {
        return begin < to && end > from;
    }

    /** The part of it between two seconds. */
    Slice within(long from, long to) {
        return new Slice(Math.max(begin, from), Math.min(end, to), archived);
    }

    ObjectNode json() {
        return Data.object().put("Begin", begin).put("End", end);
    }
}

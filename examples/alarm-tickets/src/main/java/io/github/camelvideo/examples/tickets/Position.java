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
package io.github.camelvideo.examples.tickets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.spi.StateRepository;

/** How far the feed has come, as the repository holds it. */
final class Position {

    /** The feed's key in the repository. */
    static final String KEY = "alarm-tickets";

    private Position() {}

    /** All alarms before this moment have been handed to the broker; nothing before the first run. */
    static Optional<Instant> in(StateRepository<String, String> positions) throws JsonProcessingException {
        String stored = positions.getState(KEY);
        if (stored == null) {
            return Optional.empty();
        }
        String watermark = new ObjectMapper().readTree(stored).path("watermark").asText();
        return Optional.of(Instant.parse(watermark));
    }
}

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

import io.github.camelvideo.feed.position.PositionAdministration;
import io.github.camelvideo.feed.position.PositionRepository;
import java.time.Instant;
import java.util.Optional;

/** How far the feed has come, as the repository holds it. */
final class Position {

    /** The feed's name in the repository. */
    static final String KEY = "alarm-tickets";

    private Position() {}

    /** All alarms before this moment have been delivered to the broker; nothing before the first run. */
    static Optional<Instant> in(PositionRepository positions) {
        return new PositionAdministration(positions, "alarm-tickets", false)
                .list(KEY).stream()
                        .map(PositionAdministration.Summary::watermark)
                        .map(Instant::parse)
                        .findFirst();
    }
}

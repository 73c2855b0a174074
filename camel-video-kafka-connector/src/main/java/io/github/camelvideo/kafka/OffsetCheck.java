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
package io.github.camelvideo.kafka;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Checks the offsets that users set. Stateless. */
final class OffsetCheck {

    private OffsetCheck() {}

    /** What is wrong with an offset, or null. */
    static String problem(Map<String, ?> partition, Map<String, ?> offset, Instant now) {
        try {
            Instant start = StartOffset.read(offset);
            if (start == null) {
                if (OffsetSegment.read(new HashMap<>(offset)) == null) {
                    return "it says nothing; set it to null to start at startFrom of the connector";
                }
                return null;
            }
            if (partition.containsKey(SourcePartition.SEGMENT)) {
                return "a segment cannot have '" + StartOffset.START_FROM + "'; set it without '"
                        + SourcePartition.SEGMENT + "'";
            }
            return start.isAfter(now) ? "'" + StartOffset.START_FROM + "' is in the future; now it is " + now : null;
        } catch (IllegalArgumentException e) {
            return e.getMessage() + "; known: {\"" + StartOffset.START_FROM
                    + "\": \"2026-05-01T00:00:00Z\"}, null, or an offset as it was read";
        }
    }
}

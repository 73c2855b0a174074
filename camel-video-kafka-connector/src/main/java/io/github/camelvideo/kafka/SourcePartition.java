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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The source partitions under which Connect keeps the offsets of a feed. Stateless. */
final class SourcePartition {

    static final String FEED = "feed";
    static final String PARTITION = "partition";
    /** Of one segment of a large position. */
    static final String SEGMENT = "segment";

    private static final Set<String> MEMBERS = Set.of(FEED, PARTITION, SEGMENT);

    private SourcePartition() {}

    /** @param partition the id of the feed's partition; empty for a feed without {@code forEach} */
    static Map<String, Object> of(String feed, String partition) {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put(FEED, feed);
        key.put(PARTITION, partition);
        return key;
    }

    static Map<String, Object> of(String feed, String partition, int segment) {
        Map<String, Object> key = of(feed, partition);
        key.put(SEGMENT, Integer.toString(segment));
        return key;
    }

    /** What is wrong with a source partition that a user gives, or null. */
    static String problem(Map<String, ?> given) {
        if (given == null || !(given.get(FEED) instanceof String) || !(given.get(PARTITION) instanceof String)) {
            return "the source partition must have the texts '" + FEED + "' and '" + PARTITION
                    + "', as GET /connectors/<name>/offsets shows them; without forEach, '" + PARTITION + "' is empty";
        }
        for (String member : given.keySet()) {
            if (!MEMBERS.contains(member)) {
                return "the source partition has the unknown member '" + member + "'; known: " + FEED + ", " + PARTITION
                        + ", " + SEGMENT;
            }
        }
        return null;
    }
}

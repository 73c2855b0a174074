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
package io.github.camelvideo.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A feed of the differences between two readings of a list without time. */
public record SnapshotSpec(
        String items,
        List<String> key,
        Map<String, JsonNode> defaults,
        Integer pageSize,
        Duration delay,
        Map<String, Map<String, String>> acknowledge)
        implements FeedSpec {

    @Override
    public Kind kind() {
        return Kind.SNAPSHOT;
    }
}

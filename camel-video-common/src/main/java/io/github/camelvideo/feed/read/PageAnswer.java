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
package io.github.camelvideo.feed.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;

/**
 * The vendor's answer to one call.
 *
 * @param body the answer without its envelope
 * @param date the vendor's time when it answered, to the second, or null when it did not say
 */
public record PageAnswer(JsonNode body, Instant date) {

    /** The body of an answer by which the vendor says that there is nothing to list. */
    public static final JsonNode NOTHING = MissingNode.getInstance();
}

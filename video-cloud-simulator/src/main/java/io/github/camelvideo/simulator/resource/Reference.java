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
package io.github.camelvideo.simulator.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.simulator.answer.Paths;
import java.util.List;
import java.util.stream.Stream;

/**
 * A field that holds the id of another record, which must exist.
 *
 * @param field path of the field, such as {@code AttachedInputs[].Id}
 * @param kind kind of the record it refers to
 * @param except values that refer to nothing, such as the id of a root
 * @param code error code of an unknown id, or null for the one of the kind or API
 * @param message text of the refusal, or null
 */
record Reference(String field, String kind, List<String> except, String code, String message) {

    Reference {
        except = except == null ? List.of() : except;
    }

    /** The ids that a record or request refers to. */
    Stream<String> ids(JsonNode node) {
        return Paths.values(node, field).map(JsonNode::asText).filter(id -> !id.isEmpty() && !except.contains(id));
    }
}

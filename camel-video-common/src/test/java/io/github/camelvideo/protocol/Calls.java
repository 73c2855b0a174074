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
package io.github.camelvideo.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.json.ExactJson;
import java.util.List;
import java.util.Map;

/** Calls of an API that knows nothing of its actions. */
final class Calls {

    private static final ApiCatalog API = apiWith(Map.of());

    private Calls() {}

    /** An API with these structures. */
    static ApiCatalog apiWith(Map<String, Map<String, Field>> structures) {
        return new ApiCatalog(
                "toy",
                "Toy",
                null,
                null,
                "toy",
                "toy.example.com",
                null,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                structures,
                Map.of(),
                null);
    }

    static ApiCall with(String parameters) {
        try {
            return new ApiCall(
                    API,
                    Action.undocumented("Read", Action.RegionRule.NONE, List.of()),
                    (ObjectNode) ExactJson.parse(parameters),
                    null);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

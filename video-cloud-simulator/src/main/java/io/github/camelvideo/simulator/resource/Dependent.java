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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Paths;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.World;
import java.util.List;

/**
 * Records of another kind that refer to those of this one.
 *
 * @param kind kind of the dependent records
 * @param field path of the field that refers
 * @param deleted whether they are deleted together with the record they refer to; otherwise they prevent its deletion
 * @param shownAs field in which a record shows the ids of its dependents, or null
 * @param code error code of a deletion that they prevent, or null for the one of the kind or API
 */
record Dependent(String kind, String field, boolean deleted, String shownAs, String code) {

    /** The ids of the records that refer to an id. */
    List<String> ids(World world, String id) {
        Records records = world.records(kind);
        return records.ids().stream()
                .filter(each -> refers(records.get(each), id))
                .toList();
    }

    private boolean refers(ObjectNode dependent, String id) {
        return dependent != null
                && Paths.values(dependent, field)
                        .anyMatch(value -> value.asText().equals(id));
    }
}

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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Shapes;

/** Shows of a record what a structure of the catalog has; the rest of the record is not for callers. */
record Shown(Shapes shapes) {

    ObjectNode as(String type, ObjectNode thing) {
        ObjectNode shown = shapes.struct(type, "");
        shown.fieldNames().forEachRemaining(name -> shown.set(name, thing.get(name)));
        shown.properties().removeIf(field -> field.getValue().isNull());
        return shown;
    }
}

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
import io.github.camelvideo.simulator.answer.Parameters;

/** Whether a thing passes a filter; one that is not set lets all pass. */
final class Filters {

    private Filters() {}

    /** The field is what the parameter of the same name says. */
    static boolean equal(ObjectNode thing, Parameters parameters, String field) {
        String wanted = parameters.filled(field);
        return wanted == null || thing.path(field).asText().equals(wanted);
    }

    /** The field contains what the parameter of the same name says. */
    static boolean contains(ObjectNode thing, Parameters parameters, String field) {
        String wanted = parameters.filled(field);
        return wanted == null || thing.path(field).asText().contains(wanted);
    }
}

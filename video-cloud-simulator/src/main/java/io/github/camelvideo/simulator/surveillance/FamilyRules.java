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

/** What is special about a family. */
interface FamilyRules {

    /** Puts changes into a thing; each takes the place of what was there. */
    default void merge(ObjectNode thing, ObjectNode changes) {
        thing.setAll(changes);
    }

    /** Refuses a thing that may not be kept like that. */
    void check(ObjectNode thing);

    /** Refuses to delete. */
    default void checkDelete(ObjectNode thing) {}

    /** A thing is about to change or go. */
    default void retire(ObjectNode thing) {}
}

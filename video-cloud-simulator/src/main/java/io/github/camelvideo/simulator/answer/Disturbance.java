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
package io.github.camelvideo.simulator.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;

/** Changes a call on its way to the world, or its answer on the way back. */
public interface Disturbance {

    /** Changes nothing. */
    Disturbance NONE = new Disturbance() {};

    /** What the world is asked instead. */
    default ObjectNode parameters(Action action, ObjectNode parameters) {
        return parameters;
    }

    /** Changes an answer; paths of the action lead into it. */
    default void answer(Action action, ObjectNode answer) {}
}

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

/** A fault of a list: changes the request for a page, or the page itself. */
public interface ListFault {

    /** Changes nothing. */
    ListFault NONE = new ListFault() {};

    /** The parameters that are answered instead of those that were sent. */
    default ObjectNode parameters(Action action, ObjectNode parameters) {
        return parameters;
    }

    /** Changes an answer; the item path of the action leads into it. */
    default void answer(Action action, ObjectNode answer) {}
}

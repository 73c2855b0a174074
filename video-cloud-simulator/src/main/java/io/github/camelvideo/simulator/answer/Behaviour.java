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

/** What one action does to the world and says about it. Called by many threads at once. */
@FunctionalInterface
public interface Behaviour {

    /**
     * The answer without envelope and request id.
     *
     * @throws Refusal when the vendor would refuse
     */
    ObjectNode answer(Parameters parameters);
}

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
package io.github.camelvideo.simulator.callback;

/** What can go wrong with a callback. All but the first four hold for each of its requests. */
public enum CallbackFault {
    /** Nothing is sent. */
    DROP,
    /** The first request is sent later, after {@link CallbackFaultPlan#by}. */
    DELAY,
    /** The event is sent twice. Without {@link CallbackFaultPlan#by} the second follows at once. */
    DUPLICATE,
    /** The first request follows that of the next callback, or is sent after {@link CallbackFaultPlan#by} when there is none. */
    REORDER,
    /** The signature is made with another key. */
    WRONG_KEY,
    /** The signature is right, and its time has passed. */
    EXPIRED,
    /** The body is damaged: cut, or with another character. */
    MUTATED_BODY
}

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

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an action does with the records of a kind. */
enum Verb {
    @JsonProperty("create")
    CREATE,
    @JsonProperty("read")
    READ,
    @JsonProperty("list")
    LIST,
    /** Changes the fields that were sent. */
    @JsonProperty("modify")
    MODIFY,
    /** Changes the fields that were sent and drops all others, except those that have defaults. */
    @JsonProperty("replace")
    REPLACE,
    @JsonProperty("delete")
    DELETE,
    /** Gives some fields fixed values, such as a state. */
    @JsonProperty("set")
    SET
}

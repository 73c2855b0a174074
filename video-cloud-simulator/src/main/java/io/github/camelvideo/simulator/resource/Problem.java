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

/** Why a call for a record is refused, whatever code the vendor has for it. */
enum Problem {
    /** There is no record of that id. */
    @JsonProperty("unknown")
    UNKNOWN,
    /** A field refers to a record that does not exist. */
    @JsonProperty("reference")
    REFERENCE,
    /** Another record has the same name or key. */
    @JsonProperty("taken")
    TAKEN,
    /** There are as many records of the kind as the vendor allows. */
    @JsonProperty("tooMany")
    TOO_MANY,
    /** Other records refer to the one that is to be deleted. */
    @JsonProperty("inUse")
    IN_USE
}

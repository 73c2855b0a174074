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
package io.github.camelvideo.simulator.wire;

/** The errors that every API can answer with, each by a code of its own. */
public enum ErrorCase {
    /** A name the action does not have. */
    UNKNOWN_PARAMETER,
    /** A required parameter did not come. */
    MISSING_PARAMETER,
    /** A parameter has the wrong type or form. */
    INVALID_PARAMETER,
    /** A parameter is out of its bounds. */
    INVALID_VALUE,
    /** More calls in a second than documented. */
    TOO_MANY_CALLS,
    /** The vendor's own failure. */
    INTERNAL_ERROR,
    /** The signature was right once, or will be. */
    EXPIRED_SIGNATURE
}

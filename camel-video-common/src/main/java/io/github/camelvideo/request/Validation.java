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
package io.github.camelvideo.request;

/** How strictly a call is checked against the catalog before it is sent. */
public enum Validation {
    /** Unknown names, missing parameters, wrong types and values outside the documented ones are refused. */
    STRICT,
    /** As strict for what the catalog knows, but actions, parameters and values it does not know pass: vendors keep adding. */
    LENIENT,
    /** Nothing is refused; values are still given the declared type where that is possible. */
    OFF
}

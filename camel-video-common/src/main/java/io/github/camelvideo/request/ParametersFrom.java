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

/** Where a producer takes the parameters of a call from. */
public enum ParametersFrom {
    /** The URI, the body and the parameters header. */
    ALL,
    /** The URI and the parameters header. The body has no effect on the call. */
    HEADER,
    /** The URI alone. Neither body nor header have an effect on the call. */
    URI
}

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
package io.github.camelvideo.callback;

/** What became of the events of a request, which decides how it is answered. */
public enum CallbackAnswer {
    /** They are taken: 200, and the vendor does not repeat the request. */
    ACCEPTED,
    /** Too many wait: 503, and the vendor repeats the request. */
    FULL,
    /** They could not be stored or processed: 503, and the vendor repeats the request. */
    FAILED,
    /** Nobody takes events at the moment: 503, and the vendor repeats the request. */
    STOPPED,
    /** They are not believed: 403. */
    REJECTED
}

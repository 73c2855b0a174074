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
package io.github.camelvideo.feed;

/** What becomes of an item whose exchange failed. */
public enum OnFailure {
    /** It is handed over again, as often as {@code maxRedeliveries} allows; until then the watermark does not pass it. */
    REDELIVER,
    /** It is given up at once and counts as skipped. */
    SKIP
}

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
package io.github.camelvideo.simulator.world;

/** How the vendor writes the time of an alarm: its documents show both forms. */
public enum TimeForm {
    /** {@code 2021-05-25T17:56:51+08:00}. */
    ISO,
    /** {@code 1672471808}, as text. */
    UNIX_SECONDS,
    /** Every second alarm in the one, every second in the other form. */
    MIXED
}

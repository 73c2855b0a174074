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
package io.github.camelvideo.simulator.api.linkvisual;

import io.github.camelvideo.simulator.answer.Refusal;

/** How long recordings on request and of events are; the part before the moment counts. */
final class PlanDurations {

    private PlanDurations() {}

    static void check(long before, long length) {
        Refusal.unless(before >= 0, Codes.PARAMETER, "PreRecordDuration must be 0 or more, not " + before);
        Refusal.unless(
                length >= 1 && length >= before,
                Codes.PARAMETER,
                "RecordDuration must be 1 or more and not below PreRecordDuration " + before + ", not " + length);
    }
}

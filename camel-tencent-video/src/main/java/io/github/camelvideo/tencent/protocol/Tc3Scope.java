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
package io.github.camelvideo.tencent.protocol;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a version 3 signature is valid for.
 *
 * @param day the UTC day of the time stamp; the local day is wrong for some hours of each day
 * @param service name of the service, the first label of its host
 */
record Tc3Scope(LocalDate day, String service) {

    static final String TERMINATOR = "tc3_request";

    private static final int SECONDS_OF_A_DAY = 86_400;

    static Tc3Scope at(Instant time, String service) {
        return new Tc3Scope(LocalDate.ofEpochDay(Math.floorDiv(time.getEpochSecond(), SECONDS_OF_A_DAY)), service);
    }

    /** The credential scope as it is signed and sent. */
    String text() {
        return day + "/" + service + "/" + TERMINATOR;
    }
}

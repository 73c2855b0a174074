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
package io.github.camelvideo.benchmarks.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A list that the vendor plays. For any thread. */
interface VendorList {

    byte[] END = "],\"RequestId\":\"4f3f5a9c-0000-4000-8000-000000000000\"}}".getBytes(StandardCharsets.US_ASCII);

    /**
     * The body of an answer.
     *
     * @param now the vendor's present, in seconds
     */
    byte[] answer(JsonNode request, long now);

    /** Everything that can change changes. */
    default void change() {}

    /** The names of the lists that can be played. */
    enum Kind {
        /** {@code DescribeWarnings}: alarms. */
        ALARMS {
            @Override
            VendorList of(Instant first, int atOnce, int every, int count) {
                return new AlarmList(first, atOnce, every, count);
            }
        },
        /** {@code DescribeTranscodeTaskNum}: figures of some codes, one each in a time slot of a minute, for each domain. */
        FIGURES {
            @Override
            VendorList of(Instant first, int atOnce, int every, int count) {
                return new FigureList(first, atOnce, count);
            }
        },
        /** {@code DescribeRecordTask}: tasks of an hour, with page tokens. */
        TASKS {
            @Override
            VendorList of(Instant first, int atOnce, int every, int count) {
                return new TaskList(first, atOnce, every, count);
            }
        },
        /** {@code DescribeDeviceList}: devices, of which one changes from time to time, or all on demand. */
        DEVICES {
            @Override
            VendorList of(Instant first, int atOnce, int every, int count) {
                return new DeviceList(first, every, count);
            }
        };

        /**
         * @param atOnce items of one moment
         * @param every seconds from those to the next
         * @param count items, or moments of figures
         */
        abstract VendorList of(Instant first, int atOnce, int every, int count);
    }
}

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
package io.github.camelvideo.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/**
 * A feed of statistics, one item per time bucket and dimension. The key are the dimensions; the bucket always belongs to the identity.
 *
 * @param time where an item says which bucket it is of
 * @param window how a span of time is asked for; null where the action takes none
 * @param bucket how time is divided
 * @param gracePeriod how long after its end a bucket is complete
 * @param retention how long the vendor keeps buckets, or null where unknown
 */
public record SeriesSpec(
        ListSpec list, Time time, Window window, Bucket bucket, Duration gracePeriod, Duration retention)
        implements FeedSpec {

    @Override
    public Kind kind() {
        return Kind.SERIES;
    }

    /**
     * How time is divided.
     *
     * @param size length of one bucket where no parameter decides
     * @param label which end of its bucket the time of an item is
     * @param zone where the days begin that buckets are aligned to, or null where buckets are too short for that to matter
     * @param parameter the parameter that decides, or null
     * @param choices what each of its values means; {@value #ANY} for any value, where {@code size} is that without a value
     */
    public record Bucket(Duration size, Label label, ZoneId zone, String parameter, Map<String, Choice> choices) {

        /** Stands for any value among the choices. */
        public static final String ANY = "*";

        /**
         * The name under which the choices have a value.
         *
         * @param value of the parameter that decides, or null where it is not set
         * @return null where the parameter is not set
         */
        public String choiceOf(JsonNode value) {
            if (value == null) {
                return null;
            }
            String text = value.asText();
            return choices.containsKey(ANY) && !choices.containsKey(text) ? ANY : text;
        }
    }

    /** Which end of its bucket the time of an item is. */
    public enum Label {
        START,
        END
    }

    /**
     * One value of the parameter that decides about buckets.
     *
     * @param size length of one bucket
     * @param maxSpan longest span of one request, or null for that of the window
     */
    public record Choice(Duration size, Duration maxSpan) {}
}

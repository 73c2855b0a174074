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
package io.github.camelvideo.kafka;

import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;

/** A record that knows which write of a position it carries, so that Connect's word about the record is one about the position. */
final class PositionRecord extends SourceRecord {

    /**
     * One write and the records that carry it: it arrives with the first of them, and is dropped with the last. Guarded by whoever counts.
     */
    static final class Carried {

        private final OffsetWrite write;
        private final boolean hasItems;
        private final int records;
        private int dropped;

        /**
         * @param hasItems whether they are records of items
         * @param records how many carry it
         */
        Carried(OffsetWrite write, boolean hasItems, int records) {
            this.write = write;
            this.hasItems = hasItems;
            this.records = records;
        }

        OffsetWrite write() {
            return write;
        }

        boolean hasItems() {
            return hasItems;
        }

        /** Another record was dropped; whether it was the last one. */
        boolean dropsLast() {
            dropped++;
            return dropped == records;
        }
    }

    private static final long serialVersionUID = 1L;

    /** Null where it carries what is stored already. */
    private final transient Carried carried;

    PositionRecord(
            ItemRecords.Content content,
            Map<String, Object> sourcePartition,
            Map<String, Object> offset,
            Carried carried) {
        super(
                sourcePartition,
                offset,
                content.topic(),
                null,
                content.keySchema(),
                content.key(),
                content.valueSchema(),
                content.value(),
                content.timestamp(),
                content.headers());
        this.carried = carried;
    }

    Carried carried() {
        return carried;
    }

    /** By identity: two records of a poll may be equal, and each is one. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}

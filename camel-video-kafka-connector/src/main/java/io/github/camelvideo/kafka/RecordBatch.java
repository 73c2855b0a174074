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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Gives records their offsets, so that a position is stored with the records that it is about and never before.
 *
 * <p>Where Connect stores all records of a poll and their offsets at once, each record of a partition carries the new position: a
 * transformation may drop any of them. Otherwise, the last one alone does, and those before it carry what is stored already, since Connect
 * may store the offset of any record. A position without items is carried by a heartbeat. Used by the task's thread alone.
 */
final class RecordBatch {

    private final ConnectPositions positions;
    private final ItemRecords records;
    private final boolean isAtomic;

    /** A record of an item, and its partition. */
    record Item(String partition, ItemRecords.Content content) {}

    /** @param isAtomic whether Connect stores the records of a poll at once */
    RecordBatch(ConnectPositions positions, ItemRecords records, boolean isAtomic) {
        this.positions = positions;
        this.records = records;
        this.isAtomic = isAtomic;
    }

    /**
     * The records of one poll, in the order of the items.
     *
     * @param limit how many heartbeats there may be, about
     */
    List<SourceRecord> of(List<Item> items, int limit) {
        Map<String, Integer> count = new HashMap<>();
        items.forEach(item -> count.merge(item.partition(), 1, Integer::sum));
        Set<String> changed = new LinkedHashSet<>(count.keySet());
        changed.addAll(positions.changed(limit));
        Map<String, OffsetWrite> carriedByItems = new HashMap<>();
        List<OffsetWrite> carriedByHeartbeats = new ArrayList<>();
        for (String partition : changed) {
            for (OffsetWrite write : positions.write(partition)) {
                if (write.isFirst() && count.containsKey(partition)) {
                    carriedByItems.put(partition, write);
                } else {
                    carriedByHeartbeats.add(write);
                }
            }
        }
        List<SourceRecord> batch = new ArrayList<>();
        addItems(items, count, carriedByItems, batch);
        carriedByHeartbeats.forEach(write -> batch.add(
                records.heartbeat(write.partition(), (String) write.offset().get("watermark"))
                        .at(positions.key(write), write.offset(), new PositionRecord.Carried(write, false, 1))));
        return batch;
    }

    private void addItems(
            List<Item> items, Map<String, Integer> count, Map<String, OffsetWrite> writes, List<SourceRecord> batch) {
        Map<String, PositionRecord.Carried> carried = new HashMap<>();
        writes.forEach((partition, write) ->
                carried.put(partition, new PositionRecord.Carried(write, true, isAtomic ? count.get(partition) : 1)));
        for (Item item : items) {
            OffsetWrite write = writes.get(item.partition());
            boolean isLast = count.merge(item.partition(), -1, Integer::sum) == 0;
            boolean carries = isAtomic || isLast;
            batch.add(item.content()
                    .at(
                            positions.key(write),
                            carries ? write.offset() : write.before(),
                            carries ? carried.get(item.partition()) : null));
        }
    }
}

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

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What there is. Written by one thread at a time, read by many without waiting. */
final class WorldState {

    /** Alarms in the order of time, then id. */
    private record AlarmKey(Instant createdAt, long id) implements Comparable<AlarmKey> {

        private static final Comparator<AlarmKey> ORDER =
                Comparator.comparing(AlarmKey::createdAt).thenComparingLong(AlarmKey::id);

        @Override
        public int compareTo(AlarmKey other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<String, Device> devices = new ConcurrentSkipListMap<>();
    private final NavigableMap<AlarmKey, Alarm> alarms = new ConcurrentSkipListMap<>();
    private final Map<Long, AlarmKey> alarmKeys = new ConcurrentHashMap<>();
    private final Map<String, RecordStore> records = new ConcurrentHashMap<>();

    private final Timeline<LinkVisualEvent> events = new Timeline<>();
    private final Timeline<LinkVisualPicture> pictures = new Timeline<>();
    private final Timeline<LinkVisualRecording> recordings = new Timeline<>();

    void apply(Change change) {
        if (change instanceof Change.AlarmRaised raised) {
            save(raised.alarm());
        } else if (change instanceof Change.AlarmAcknowledged acknowledged) {
            save(alarm(acknowledged.id()).acknowledged(acknowledged.at()));
        } else if (change instanceof Change.AlarmDeleted deleted) {
            save(alarm(deleted.id()).deleted(deleted.at()));
        } else if (change instanceof Change.DeviceSaved saved) {
            devices.put(saved.device().id(), saved.device());
        } else if (change instanceof Change.DeviceRemoved removed) {
            devices.remove(removed.id());
        } else if (change instanceof Change.RecordSaved saved) {
            records(saved.kind()).save(saved.id(), saved.data());
        } else if (change instanceof Change.RecordRemoved removed) {
            records(removed.kind()).remove(removed.id());
        } else if (change instanceof Change.RecordsRemoved removed) {
            records(removed.kind()).clear();
        } else if (change instanceof Change.LinkVisualEventAdded added) {
            events.save(added.event());
        } else if (change instanceof Change.LinkVisualPictureAdded added) {
            pictures.save(added.picture());
        } else if (change instanceof Change.LinkVisualRecordingAdded added) {
            recordings.save(added.recording());
        } else {
            events.clear();
            pictures.clear();
            recordings.clear();
            devices.clear();
            alarms.clear();
            alarmKeys.clear();
            records.values().forEach(RecordStore::clear);
        }
    }

    RecordStore records(String kind) {
        return records.computeIfAbsent(kind, ignored -> new RecordStore());
    }

    private void save(Alarm alarm) {
        AlarmKey key = new AlarmKey(alarm.createdAt(), alarm.id());
        alarmKeys.put(alarm.id(), key);
        alarms.put(key, alarm);
    }

    /** The alarm of that id, visible or not, or null. */
    Alarm alarm(long id) {
        AlarmKey key = alarmKeys.get(id);
        return key == null ? null : alarms.get(key);
    }

    /** Alarms of a span, both ends included, in the order of time. */
    Collection<Alarm> alarms(Instant from, Instant to) {
        return alarms.subMap(new AlarmKey(from, Long.MIN_VALUE), true, new AlarmKey(to, Long.MAX_VALUE), true)
                .values();
    }

    boolean isEmpty() {
        return devices.isEmpty()
                && alarms.isEmpty()
                && events.isEmpty()
                && pictures.isEmpty()
                && recordings.isEmpty()
                && records.values().stream().allMatch(RecordStore::isEmpty);
    }

    /** How many records and timed items were ever saved, over all kinds. */
    long recordsSaved() {
        return records.values().stream().mapToLong(RecordStore::saved).sum()
                + events.saved()
                + pictures.saved()
                + recordings.saved();
    }

    Timeline<LinkVisualEvent> events() {
        return events;
    }

    Timeline<LinkVisualPicture> pictures() {
        return pictures;
    }

    Timeline<LinkVisualRecording> recordings() {
        return recordings;
    }

    long highestAlarmId() {
        return alarmKeys.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    Map<String, Device> devices() {
        return devices;
    }
}

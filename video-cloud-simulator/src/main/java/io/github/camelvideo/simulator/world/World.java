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

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Devices, groups and alarms of the simulated account.
 *
 * <p>A new world has three cameras with their alarms subscribed and no alarm. Everything invented comes from the seed:
 * the same seed and the same calls give the same world. What a caller does not raise itself, {@link #generateAlarms}
 * raises as the clock goes on; these alarms exist as soon as anyone looks.
 *
 * <p>An alarm can be read from its moment on, and not before: raising one for a later time is fine. Times of alarms are
 * whole seconds, as the vendor prints them. Safe for use by many threads. Readers wait for a writer only while they
 * bring generated alarms up to date; with a world file, a change is on disk before anyone can see it.
 */
public final class World implements AutoCloseable {

    /** Id of the group above all groups. */
    public static final String ROOT_GROUP = "0";

    /** First id beyond what a double can tell from its neighbours. */
    private static final long FIRST_HUGE_ID = (1L << 53) + 1;

    private static final long FIRST_ID = 100_001;

    private final Clock clock;
    private final long seed;
    private final WorldState state = new WorldState();
    private final Journal journal;
    private final Object writing = new Object();

    // guarded by writing
    private final Seeds seeds;
    private long nextId = FIRST_ID;
    private AlarmGenerator generator;

    private volatile Instant nextGenerated = Instant.MAX;
    private volatile TimeForm timeForm = TimeForm.ISO;
    private volatile boolean deletedListed = true;

    /**
     * A new world, or the one a file holds.
     *
     * @param file where the world lives on, or null to keep it in memory
     */
    public World(Clock clock, long seed, Path file) {
        this.clock = clock;
        this.seed = seed;
        this.journal = file == null ? Journal.NONE : WorldFile.open(file, state::apply);
        this.nextId = Math.max(FIRST_ID, state.highestAlarmId() + 1);
        // a world that goes on must not repeat the chances of its first run
        this.seeds = new Seeds(seed + nextId - FIRST_ID);
        if (state.devices().isEmpty() && state.alarms().isEmpty()) {
            addFirstDevices();
        }
    }

    private void addFirstDevices() {
        addDevice("Gate");
        addDevice("Yard");
        addDevice("Warehouse");
    }

    /** Back to the first day: three cameras, no alarm, no generator, alarm times in ISO, deleted alarms listed. */
    public void clear() {
        synchronized (writing) {
            change(List.of(new Change.Cleared()));
            seeds.restart(seed);
            nextId = FIRST_ID;
            stopGenerating();
            timeForm = TimeForm.ISO;
            deletedListed = true;
            addFirstDevices();
        }
    }

    /** Adds a camera with one channel and its alarms subscribed. */
    public Device addDevice(String name) {
        return addDevice(name, 2, 1, ROOT_GROUP);
    }

    /** Adds a device; type 2 is a camera, 3 a recorder. */
    public Device addDevice(String name, int type, int channels, String groupId) {
        synchronized (writing) {
            return save(seeds.device(name, type, channels, groupId, clock.instant()));
        }
    }

    /** Puts a device in the place of the one with the same id, or adds it. */
    public Device save(Device device) {
        change(List.of(new Change.DeviceSaved(device)));
        return device;
    }

    /** Removes a device; its alarms stay. */
    public void removeDevice(String id) {
        change(List.of(new Change.DeviceRemoved(id)));
    }

    /** The device of that id, or null. */
    public Device device(String id) {
        return state.devices().get(id);
    }

    /** All devices in the order of their ids. */
    public List<Device> devices() {
        return List.copyOf(state.devices().values());
    }

    /** Adds a group. */
    public DeviceGroup addGroup(String name, String parentId, String description) {
        synchronized (writing) {
            DeviceGroup group = new DeviceGroup("grp-" + seeds.digits(8), name, parentId, description, clock.instant());
            change(List.of(new Change.GroupSaved(group)));
            return group;
        }
    }

    /** Removes a group; its devices stay. */
    public void removeGroup(String id) {
        change(List.of(new Change.GroupRemoved(id)));
    }

    /** The group of that id, or null. */
    public DeviceGroup group(String id) {
        return state.groups().get(id);
    }

    /** All groups in the order of their ids. */
    public List<DeviceGroup> groups() {
        return List.copyOf(state.groups().values());
    }

    /** Raises one alarm, which can be read from the given moment on, and returns its id. */
    public long raiseAlarm(Device device, Instant at) {
        return raiseLate(device, at, at);
    }

    /** Raises one alarm on some device. */
    public long raiseAlarm(Instant at) {
        return raiseAlarms(1, at, at).get(0);
    }

    /** Raises an alarm that says it happened at one time but can be read only from a later time on. */
    public long raiseLate(Device device, Instant createdAt, Instant visibleAt) {
        return raise(() -> List.of(seeds.alarm(nextId++, device, createdAt, visibleAt, timeForm)))
                .get(0);
    }

    /** Raises many alarms at random moments of a span, on devices with subscribed alarms; returns their ids in order of time. */
    public List<Long> raiseAlarms(int count, Instant from, Instant to) {
        return raise(() -> {
            Instant[] moments = new Instant[count];
            Arrays.setAll(moments, i -> seeds.between(from, to));
            Arrays.sort(moments);
            return invent(List.of(moments));
        });
    }

    /** Raises alarms of its own from now on, so many a minute on average, as the clock goes on. */
    public void generateAlarms(double perMinute) {
        if (!(perMinute > 0)) {
            throw new IllegalArgumentException("Alarms per minute must be above 0, not " + perMinute);
        }
        synchronized (writing) {
            generator = new AlarmGenerator(seeds.split(), perMinute, clock.instant());
            nextGenerated = generator.next();
        }
    }

    /** Raises no more alarms of its own; those up to now stay. */
    public void stopGenerating() {
        catchUp(clock.instant());
        synchronized (writing) {
            generator = null;
            nextGenerated = Instant.MAX;
        }
    }

    /** How the times of alarms raised from now on are written; {@link TimeForm#ISO} at first. */
    public void timeForm(TimeForm form) {
        timeForm = form;
    }

    /** Gives alarms raised from now on ids beyond 2^53, which a double cannot hold. */
    public void hugeIds() {
        synchronized (writing) {
            nextId = Math.max(nextId, FIRST_HUGE_ID);
        }
    }

    /** Whether deleted alarms stay in the list, marked (the default), or leave it, so that later pages move up. */
    public void listDeleted(boolean listed) {
        deletedListed = listed;
    }

    /** Whether deleted alarms stay in the list. */
    public boolean deletedListed() {
        return deletedListed;
    }

    /** Alarms that can be read now, deleted ones too, in order of time and then id. */
    public List<Alarm> alarms() {
        return alarms(Instant.MIN, Instant.MAX);
    }

    /** Alarms of a span, both ends included, that can be read now. */
    public List<Alarm> alarms(Instant from, Instant to) {
        Instant now = clock.instant();
        catchUp(now);
        return state
                .alarms()
                .subMap(
                        new WorldState.AlarmKey(from, Long.MIN_VALUE),
                        true,
                        new WorldState.AlarmKey(to, Long.MAX_VALUE),
                        true)
                .values()
                .stream()
                .filter(alarm -> !alarm.visibleAt().isAfter(now))
                .toList();
    }

    /** Ids of all alarms that can be read now, deleted ones too, in order of time. */
    public Set<Long> alarmIds() {
        return idsOf(alarm -> true);
    }

    /** Ids of the alarms that were reset. */
    public Set<Long> acknowledged() {
        return idsOf(Alarm::isAcknowledged);
    }

    /** Ids of the alarms that were deleted. */
    public Set<Long> deleted() {
        return idsOf(Alarm::isDeleted);
    }

    private Set<Long> idsOf(Predicate<Alarm> which) {
        return alarms().stream().filter(which).map(Alarm::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Resets an alarm; false when none of that id can be read. */
    public boolean acknowledge(long id) {
        return touch(id, now -> new Change.AlarmAcknowledged(id, now));
    }

    /** Deletes an alarm; false when none of that id can be read or it was deleted before. */
    public boolean delete(long id) {
        return touch(id, now -> new Change.AlarmDeleted(id, now));
    }

    private boolean touch(long id, Function<Instant, Change> change) {
        Instant now = clock.instant();
        catchUp(now);
        synchronized (writing) {
            Alarm alarm = state.alarm(id);
            if (alarm == null || alarm.visibleAt().isAfter(now) || alarm.isDeleted()) {
                return false;
            }
            change(List.of(change.apply(now)));
            return true;
        }
    }

    private void catchUp(Instant now) {
        if (nextGenerated.isAfter(now)) {
            return;
        }
        synchronized (writing) {
            if (generator != null) {
                record(invent(generator.due(now)));
                // last, so that nobody passes by while the alarms are still being written
                nextGenerated = generator.next();
            }
        }
    }

    /** Called under the write lock. */
    private List<Alarm> invent(List<Instant> moments) {
        List<Device> sources =
                state.devices().values().stream().filter(Device::alarmsOn).toList();
        if (sources.isEmpty()) {
            return List.of();
        }
        List<Alarm> alarms = new ArrayList<>(moments.size());
        for (Instant moment : moments) {
            alarms.add(seeds.alarm(nextId++, seeds.oneOf(sources), moment, moment, timeForm));
        }
        return alarms;
    }

    private List<Long> raise(Supplier<List<Alarm>> alarms) {
        synchronized (writing) {
            List<Alarm> raised = alarms.get();
            record(raised);
            return raised.stream().map(Alarm::id).toList();
        }
    }

    private void record(List<Alarm> raised) {
        change(raised.stream().<Change>map(Change.AlarmRaised::new).toList());
    }

    /** The lock orders the lines of the file; it is held while they are written, because file and memory must not differ. */
    private void change(List<Change> changes) {
        synchronized (writing) {
            journal.append(changes);
            changes.forEach(state::apply);
        }
    }

    @Override
    public void close() {
        synchronized (writing) {
            journal.close();
        }
    }
}

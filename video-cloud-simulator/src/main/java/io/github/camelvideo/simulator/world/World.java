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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.callback.Callbacks;
import io.github.camelvideo.simulator.feed.ScriptedFeed;
import io.github.camelvideo.simulator.feed.ScriptedFeeds;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Devices, groups and alarms of the simulated account, and the records of all that has no type of its own.
 *
 * <p>A new world has three cameras with their alarms subscribed and no alarm. Everything invented comes from the seed:
 * the same seed and the same calls give the same world. What a caller does not raise itself, {@link #generateAlarms}
 * raises as the clock advances; these alarms exist as soon as they are read.
 *
 * <p>An alarm can be read from its moment on, and not before: raising one for a later time is fine. Times of alarms are
 * whole seconds, as the vendor prints them. Safe for use by many threads. Readers wait for a writer only while they
 * bring generated alarms up to date; with a world file, a change is on disk before anyone can see it.
 */
public final class World implements AutoCloseable {

    /** Id of the group above all groups. */
    public static final String ROOT_GROUP = "0";

    /** Kind of {@link #records}: the groups. */
    public static final String GROUPS = "iotvideoindustry/group";

    private final Clock clock;
    private final long seed;
    private final ChangeLog log;
    private final WorldState state = new WorldState();
    private final RandomData randomData;
    private final AlarmStore alarmStore;
    private final Live live;
    private final LinkVisual linkVisual;
    private final ScriptedFeeds feeds;
    private final Callbacks callbacks;

    private volatile boolean deletedListed = true;

    /**
     * A new world, or the one a file holds.
     *
     * @param file where the world lives on, or null to keep it in memory
     */
    public World(Clock clock, long seed, Path file) {
        this(clock, seed, file, (api, action) -> {}, api -> {
            throw new IllegalArgumentException("This world has no catalog of '" + api + "'.");
        });
    }

    /**
     * The same, for known feeds and callbacks.
     *
     * @param checkFeed refuses an API and an action that is no feed with an {@link IllegalArgumentException}
     * @param catalogs the catalog of an API; refuses an unknown one with an {@link IllegalArgumentException}
     */
    public World(
            Clock clock,
            long seed,
            Path file,
            BiConsumer<String, String> checkFeed,
            Function<String, ApiCatalog> catalogs) {
        this.clock = clock;
        this.feeds = new ScriptedFeeds(checkFeed);
        this.seed = seed;
        this.log = new ChangeLog(state, file == null ? Journal.NONE : WorldFile.open(file, state::apply));
        long nextId = Math.max(AlarmStore.FIRST_ID, state.highestAlarmId() + 1);
        // a resumed world must not repeat the random values of its first run
        this.randomData = new RandomData(seed + nextId - AlarmStore.FIRST_ID + state.recordsSaved());
        this.alarmStore = new AlarmStore(log, randomData, nextId);
        this.callbacks =
                new Callbacks(clock, seed, catalogs, kind -> records(kind).all(), this::catchUp);
        this.live = new Live(this, randomData, clock);
        this.linkVisual = new LinkVisual(this, log, randomData, clock);
        if (state.isEmpty()) {
            addFirstThings();
        }
    }

    private void catchUp() {
        live.catchUp();
    }

    private void addFirstThings() {
        addDevice("Gate");
        addDevice("Yard");
        addDevice("Warehouse");
        iss().addFirstRecords();
    }

    /**
     * The scripted feed of an action: from now on, the action lists what is added to it and nothing else. It is not kept in a world file.
     *
     * @param api name of the API, such as {@code mdl}
     * @param action an action that the catalog declares as a feed
     * @throws IllegalArgumentException when there is no such feed
     */
    public ScriptedFeed feed(String api, String action) {
        return feeds.of(api, action);
    }

    /** The requests by which the clouds tell addresses of the user what happens. They are not kept in a world file. */
    public Callbacks callbacks() {
        return callbacks;
    }

    /** The scripted feeds. */
    public ScriptedFeeds feeds() {
        return feeds;
    }

    /**
     * Back to the first day: three cameras, the first records of {@link #iss}, no other record, no alarm, no
     * generator, no scripted feed, no callback, alarm times in ISO, deleted alarms listed.
     */
    public void clear() {
        feeds.clear();
        callbacks.clear();
        log.exclusively(() -> {
            log.write(new Change.Cleared());
            randomData.restart(seed);
            alarmStore.clear();
            live.clear();
            linkVisual.clear();
            deletedListed = true;
            addFirstThings();
            return null;
        });
    }

    /** Adds a camera with one channel and its alarms subscribed. */
    public Device addDevice(String name) {
        return addDevice(name, 2, 1, ROOT_GROUP);
    }

    /** Adds a device; type 2 is a camera, 3 a recorder. */
    public Device addDevice(String name, int type, int channels, String groupId) {
        return log.exclusively(() -> save(randomData.device(name, type, channels, groupId, clock.instant())));
    }

    /** Puts a device in the place of the one with the same id, or adds it. */
    public Device save(Device device) {
        log.write(new Change.DeviceSaved(device));
        return device;
    }

    /** Removes a device; its alarms stay. */
    public void removeDevice(String id) {
        log.write(new Change.DeviceRemoved(id));
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
        return log.exclusively(() -> {
            Records groups = records(GROUPS);
            String id = "grp-" + groups.newId(8);
            DeviceGroup group = new DeviceGroup(
                    id, name, parentId, description, clock.instant().truncatedTo(ChronoUnit.SECONDS));
            groups.save(id, group.json());
            return group;
        });
    }

    /** The group of that id, or null. */
    public DeviceGroup group(String id) {
        ObjectNode group = records(GROUPS).get(id);
        return group == null ? null : DeviceGroup.of(group);
    }

    /** All groups in the order in which they were added. */
    public List<DeviceGroup> groups() {
        return records(GROUPS).all().stream().map(DeviceGroup::of).toList();
    }

    /** Raises one alarm, which can be read from the given moment on, and returns its id. */
    public long raiseAlarm(Device device, Instant at) {
        return alarmStore.raise(device, at, at);
    }

    /** Raises one alarm on a device with subscribed alarms and returns its id. */
    public long raiseAlarm(Instant at) {
        return raiseAlarms(1, at, at).get(0);
    }

    /** Raises an alarm that says it happened at one time but can be read only from a later time on. */
    public long raiseLate(Device device, Instant createdAt, Instant visibleAt) {
        return alarmStore.raise(device, createdAt, visibleAt);
    }

    /**
     * Raises alarms at random moments of a span, the end excluded, on devices with subscribed alarms; equal ends put all
     * of them into one second.
     *
     * @return their ids in the order of time
     * @throws IllegalStateException when no device has its alarms subscribed
     */
    public List<Long> raiseAlarms(int count, Instant from, Instant to) {
        if (devices().stream().noneMatch(Device::alarmsOn)) {
            throw new IllegalStateException("No device of the world has its alarms subscribed: add one");
        }
        return alarmStore.raiseMany(count, from, to);
    }

    /** Generates alarms from now on, at an average rate per minute, as the clock advances. */
    public void generateAlarms(double perMinute) {
        if (!(perMinute > 0)) {
            throw new IllegalArgumentException("Alarms per minute must be above 0, not " + perMinute);
        }
        alarmStore.generate(perMinute, clock.instant());
    }

    /** Raises no more alarms of its own; those up to now stay. */
    public void stopGenerating() {
        alarmStore.stopGenerating(clock.instant());
    }

    /** How the times of alarms raised from now on are written; {@link TimeForm#ISO} at first. */
    public void timeForm(TimeForm form) {
        alarmStore.timeForm(form);
    }

    /** Gives alarms raised from now on ids beyond 2^53, which a double cannot hold. */
    public void hugeIds() {
        alarmStore.hugeIds();
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
        return alarmStore.between(from, to, clock.instant());
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

    /** Resets an alarm; false when none of that id can be read or it was deleted. */
    public boolean acknowledge(long id) {
        return alarmStore.change(id, clock.instant(), now -> new Change.AlarmAcknowledged(id, now));
    }

    /** Deletes an alarm; false when none of that id can be read or it was deleted before. */
    public boolean delete(long id) {
        return alarmStore.change(id, clock.instant(), now -> new Change.AlarmDeleted(id, now));
    }

    /** The records of one kind, by convention {@code <api>/<thing>}, such as {@code mdl/channel}. */
    public Records records(String kind) {
        return new Records(log, randomData, kind);
    }

    /** StreamLive: inputs, channels and alerts. */
    public StreamLive streamLive() {
        return new StreamLive(this, clock);
    }

    /** Live streaming: streams and domains. */
    public Live live() {
        return live;
    }

    /** Link Visual: cameras with their events, pictures and recordings. */
    public LinkVisual linkVisual() {
        return linkVisual;
    }

    /** The surveillance platform: organizations, devices, gateways, recordings and AI results. */
    public Iss iss() {
        return new Iss(this, clock);
    }

    /**
     * Reads, decides and writes while nobody else writes. May be nested. Nothing is taken back when the work throws:
     * check first, write last.
     */
    public <T> T exclusively(Supplier<T> work) {
        return log.exclusively(work);
    }

    @Override
    public void close() {
        callbacks.close();
        log.close();
    }
}

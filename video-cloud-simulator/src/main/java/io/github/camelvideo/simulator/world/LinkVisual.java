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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.world.LinkVisualDevice.State;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Cameras of Link Visual (API {@code linkvisual}) with their events, pictures and recordings.
 *
 * <p>A new world has none. Events, pictures and recordings exist from their moment on, a recording from its end on. Many
 * thousand cameras with hundreds of thousands of events are fine. Safe for use by many threads.
 */
public final class LinkVisual {

    /** Kind of {@link World#records}: the cameras. */
    public static final String DEVICES = "linkvisual/device";

    /** Kind of {@link World#records}: how many days recordings are kept, by camera. */
    public static final String RECORDING_LIVES = "linkvisual/recording-life";

    /** Kind of {@link World#records}: how many days pictures are kept, by camera. */
    public static final String PICTURE_LIVES = "linkvisual/picture-life";

    /** Kind of {@link World#records}: time templates. */
    public static final String TEMPLATES = "linkvisual/template";

    /** Kind of {@link World#records}: recording plans. */
    public static final String PLANS = "linkvisual/plan";

    /** Kind of {@link World#records}: plans for recordings of events. */
    public static final String EVENT_PLANS = "linkvisual/event-plan";

    /** What follows the kind of plans in the kind of their cameras, whose ids are {@code IotId/StreamType}. */
    public static final String PLAN_DEVICES = "/device";

    private final World world;
    private final ChangeLog log;
    private final RandomData randomData;
    private final Clock clock;
    private final LinkVisualEventGenerator generator;

    LinkVisual(World world, ChangeLog log, RandomData randomData, Clock clock) {
        this.world = world;
        this.log = log;
        this.randomData = randomData;
        this.clock = clock;
        this.generator = new LinkVisualEventGenerator(log, randomData, clock);
    }

    /** Forgets the generator; all else is cleared by the world. */
    void clear() {
        generator.clear();
    }

    /** Adds a camera that is online and returns its IotId. */
    public String addDevice() {
        return addDevices(1).get(0);
    }

    /** Adds cameras that are online and returns their IotIds. */
    public List<String> addDevices(int count) {
        return log.exclusively(() -> {
            List<String> ids = new ArrayList<>(count);
            List<Change> changes = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                String id = randomData.hexDigits(20) + "000100";
                ids.add(id);
                changes.add(new Change.RecordSaved(DEVICES, id, json(id, State.ONLINE)));
            }
            log.write(changes);
            return ids;
        });
    }

    /** Puts a camera of that IotId into a state; adds it when it is not there. */
    public void setDevice(String iotId, State state) {
        world.records(DEVICES).save(iotId, json(iotId, state));
    }

    private static ObjectNode json(String iotId, State state) {
        return JsonNodeFactory.instance.objectNode().put("IotId", iotId).put("State", state.name());
    }

    /** Removes a camera but keeps its events, pictures and recordings. False when it is unknown. */
    public boolean removeDevice(String iotId) {
        return world.records(DEVICES).remove(iotId);
    }

    /** The camera of that IotId, or null. */
    public LinkVisualDevice device(String iotId) {
        ObjectNode json = world.records(DEVICES).get(iotId);
        return json == null
                ? null
                : new LinkVisualDevice(iotId, State.valueOf(json.path("State").asText()));
    }

    /** The IotIds of all cameras in the order in which they were added. */
    public List<String> deviceIds() {
        return world.records(DEVICES).all().stream()
                .map(each -> each.path("IotId").asText())
                .toList();
    }

    /** Raises an event with a picture and the recordings that a plan asks for; type 1 is motion, 2 a sound. */
    public LinkVisualEvent addEvent(String iotId, Instant at, int type) {
        return addLateEvent(iotId, at, at, type);
    }

    /** Raises an event that says it happened at one time but is listed only from a later time on, as is its picture. */
    public LinkVisualEvent addLateEvent(String iotId, Instant at, Instant visibleAt, int type) {
        LinkVisualEvent event = generator.raise(iotId, type, at, visibleAt);
        record(event, 0);
        record(event, 1);
        return event;
    }

    private void record(LinkVisualEvent event, int stream) {
        ObjectNode link = world.records(EVENT_PLANS + PLAN_DEVICES).get(event.iotId() + "/" + stream);
        ObjectNode plan = link == null
                ? null
                : world.records(EVENT_PLANS).get(link.path("PlanId").asText());
        if (plan != null && plan.path("EventType").asText().contains(Integer.toString(event.type()))) {
            Instant begin =
                    event.at().minusSeconds(plan.path("PreRecordDuration").asLong());
            Instant end = begin.plusSeconds(plan.path("RecordDuration").asLong());
            addRecording(event.iotId(), begin, end, 1, stream, event.id());
        }
    }

    /**
     * Raises events without pictures at random moments of a span, the end excluded, on random cameras.
     *
     * @return their ids
     * @throws IllegalStateException when there is no camera
     */
    public List<String> addEvents(int count, Instant from, Instant to) {
        return generator.raiseMany(count, from, to, someDevices());
    }

    /** Generates events with pictures on the present cameras from now on, at an average rate per minute. */
    public void generateEvents(double perMinute) {
        if (!(perMinute > 0)) {
            throw new IllegalArgumentException("Events per minute must be above 0, not " + perMinute);
        }
        generator.generate(perMinute, someDevices());
    }

    /** Raises no more events of its own; those up to now stay. */
    public void stopGenerating() {
        generator.stopGenerating();
    }

    private List<String> someDevices() {
        List<String> devices = deviceIds();
        if (devices.isEmpty()) {
            throw new IllegalStateException("Link Visual has no camera: add one before its events");
        }
        return devices;
    }

    /** Adds a picture of a source (1 event, 2 request, 3 other) that can be found from a moment on. */
    public LinkVisualPicture addPicture(String iotId, Instant at, Instant visibleAt, int source) {
        return log.exclusively(() -> {
            LinkVisualPicture picture = new LinkVisualPicture(randomData.digits(16), iotId, source, at, visibleAt);
            log.write(new Change.LinkVisualPictureAdded(picture));
            return picture;
        });
    }

    /** Adds a planned recording of the main stream. */
    public LinkVisualRecording addRecording(String iotId, Instant begin, Instant end) {
        return addRecording(iotId, begin, end, 0, 0, "");
    }

    /**
     * Adds a recording.
     *
     * @param type 0 planned, 1 for an event, 2 on request
     * @param stream 0 main, 1 sub
     * @param eventId the event or request, or empty; null for a request whose id is to be invented
     */
    public LinkVisualRecording addRecording(
            String iotId, Instant begin, Instant end, int type, int stream, String eventId) {
        return log.exclusively(() -> {
            String event = eventId == null ? randomData.digits(16) : eventId;
            String name = randomData.hexDigits(32);
            LinkVisualRecording recording = new LinkVisualRecording(name, iotId, type, stream, begin, end, event);
            log.write(new Change.LinkVisualRecordingAdded(recording));
            return recording;
        });
    }

    /** Events of a camera in a span, both ends included, that can be read now; newest first. */
    public List<LinkVisualEvent> events(String iotId, Instant from, Instant to) {
        generator.catchUp();
        return log.state().events().between(iotId, from, to, clock.instant());
    }

    /** Pictures of a camera in a span, both ends included, that can be found now; newest first. */
    public List<LinkVisualPicture> pictures(String iotId, Instant from, Instant to) {
        generator.catchUp();
        return log.state().pictures().between(iotId, from, to, clock.instant());
    }

    /** Recordings of a camera that began in a span, both ends included, and have ended; newest first. */
    public List<LinkVisualRecording> recordings(String iotId, Instant from, Instant to) {
        return log.state().recordings().between(iotId, from, to, clock.instant());
    }
}

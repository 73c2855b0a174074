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
package io.github.camelvideo.examples.linkvisual;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of the events: the cloud compared with the queue.
 *
 * @param raised how many events there are
 * @param received how many messages there were
 * @param lost events without a message of their device
 * @param repeated messages for an event that had one
 * @param disordered messages whose event is older than the one before it of the same device
 * @param pictures messages with a picture
 * @param failed messages without a picture that say why
 * @param missing messages without a picture that do not say why, though the event has one
 */
record Summary(
        int raised, int received, int lost, int repeated, int disordered, int pictures, int failed, int missing) {

    /** An event, by its camera and its id. */
    record Event(String device, String id) {}

    /** @param events what there is, and whether it has a picture */
    static Summary of(Map<Event, Boolean> events, List<Delivery> deliveries) {
        Set<Event> seen = new HashSet<>();
        Map<String, String> latest = new HashMap<>();
        int repeated = 0;
        int disordered = 0;
        int pictures = 0;
        int failed = 0;
        int missing = 0;
        for (Delivery delivery : deliveries) {
            Event event = new Event(delivery.device(), delivery.eventId());
            String before = latest.put(delivery.device(), delivery.eventTime());
            repeated += seen.add(event) ? 0 : 1;
            disordered += before != null && before.compareTo(delivery.eventTime()) > 0 ? 1 : 0;
            if (delivery.picture() != null) {
                pictures++;
            } else if (delivery.pictureError() != null) {
                failed++;
            } else if (events.getOrDefault(event, false)) {
                missing++;
            }
        }
        Set<Event> lost = new HashSet<>(events.keySet());
        lost.removeAll(seen);
        return new Summary(
                events.size(), deliveries.size(), lost.size(), repeated, disordered, pictures, failed, missing);
    }

    static Summary of(DemoCloud cloud, Receiver receiver) {
        Map<Event, Boolean> events = new HashMap<>();
        for (String device : cloud.devices()) {
            cloud.events(device)
                    .forEach(event -> events.put(
                            new Event(device, event.id()), !event.pictureId().isEmpty()));
        }
        return of(events, receiver.deliveries());
    }

    /** Whether every event came once, in order, with its picture or the reason why it cannot be had. */
    boolean isGood() {
        return received == raised && lost == 0 && repeated == 0 && disordered == 0 && missing == 0;
    }

    String text() {
        return "events raised " + raised + ", received " + received + ", lost " + lost + ", repeated " + repeated
                + ", out of order " + disordered + "; pictures " + pictures + ", missing " + missing
                + ", look-ups that failed " + failed;
    }
}

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
package io.github.camelvideo.examples.events;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What came of the events: the cloud compared with the tables.
 *
 * @param events how many there were
 * @param pushed how many a callback delivered
 * @param polled how many the poll delivered
 * @param lost how many were not delivered
 * @param repeated deliveries beyond one for each event, those of events that never were among them
 * @param open how many tickets are open
 * @param closed how many are closed
 * @param wrong streams without ticket or with one in the wrong state, and tickets of no stream
 */
record Summary(int events, int pushed, int polled, int lost, int repeated, int open, int closed, int wrong) {

    /**
     * Compares.
     *
     * @param events what happened; a stream may have started more than once
     * @param streams whether a stream is on air
     * @param tickets whether the ticket of a stream is open
     */
    static Summary of(
            List<Event> events, Map<String, Boolean> streams, List<Delivery> deliveries, Map<String, Boolean> tickets) {
        Map<Event, Long> happened = counted(events);
        Map<Event, Long> delivered =
                counted(deliveries.stream().map(Delivery::event).toList());
        long open = tickets.values().stream().filter(Boolean::booleanValue).count();
        long wrong = streams.entrySet().stream()
                        .filter(stream -> !stream.getValue().equals(tickets.get(stream.getKey())))
                        .count()
                + tickets.keySet().stream()
                        .filter(stream -> !streams.containsKey(stream))
                        .count();
        return new Summary(
                events.size(),
                from("push", deliveries),
                from("poll", deliveries),
                surplus(happened, delivered),
                surplus(delivered, happened),
                (int) open,
                tickets.size() - (int) open,
                (int) wrong);
    }

    private static Map<Event, Long> counted(Collection<Event> events) {
        return events.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static int from(String origin, List<Delivery> deliveries) {
        return (int) deliveries.stream()
                .filter(delivery -> delivery.origin().equals(origin))
                .count();
    }

    private static int surplus(Map<Event, Long> of, Map<Event, Long> over) {
        return (int) of.entrySet().stream()
                .mapToLong(each -> Math.max(0, each.getValue() - over.getOrDefault(each.getKey(), 0L)))
                .sum();
    }

    /** Whether every event came once, nothing else did, and the tickets are as the streams are. */
    boolean isGood() {
        return events > 0 && lost == 0 && repeated == 0 && wrong == 0;
    }

    String text() {
        return "events " + events + ", by push " + pushed + ", by poll " + polled + ", lost " + lost + ", repeated "
                + repeated + ", tickets open " + open + ", closed " + closed;
    }
}

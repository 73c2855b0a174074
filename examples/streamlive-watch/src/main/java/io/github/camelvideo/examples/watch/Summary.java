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
package io.github.camelvideo.examples.watch;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of the alerts: the cloud compared with chat and tickets.
 *
 * @param raised how many alerts were raised
 * @param cleared how many of them were cleared
 * @param lost alerts without the message that they were raised, and cleared ones without the message of that
 * @param repeated messages that say what one before them said
 * @param disordered messages that an alert was cleared before the one that it was raised
 * @param wrong alerts whose ticket is missing or in another state, and tickets of no alert
 */
record Summary(int raised, int cleared, int lost, int repeated, int disordered, int wrong) {

    /** @param alerts what there is, and whether it was cleared */
    static Summary of(Map<Alert, Boolean> alerts, List<String> messages, Map<String, Ticket> tickets) {
        Set<Alert> raised = new HashSet<>();
        Set<Alert> cleared = new HashSet<>();
        int repeated = 0;
        int disordered = 0;
        int wrong = 0;
        for (String message : messages) {
            String[] words = message.split(" ", 3);
            Ticket ticket = tickets.get(words[1]);
            if (ticket == null) {
                wrong++;
                continue;
            }
            boolean isNew =
                    switch (words[0]) {
                        case "RAISED" -> raised.add(ticket.alert());
                        case "CLEARED" -> cleared.add(ticket.alert());
                        default -> raised.add(ticket.alert()) & cleared.add(ticket.alert());
                    };
            repeated += isNew ? 0 : 1;
            disordered += raised.contains(ticket.alert()) ? 0 : 1;
        }
        int lost = 0;
        for (Map.Entry<Alert, Boolean> alert : alerts.entrySet()) {
            lost += raised.contains(alert.getKey()) ? 0 : 1;
            lost += alert.getValue() && !cleared.contains(alert.getKey()) ? 1 : 0;
            wrong += tickets.containsValue(new Ticket(alert.getKey(), !alert.getValue())) ? 0 : 1;
        }
        wrong += (int) tickets.values().stream()
                .filter(ticket -> !alerts.containsKey(ticket.alert()))
                .count();
        int over = (int) alerts.values().stream().filter(Boolean::booleanValue).count();
        return new Summary(alerts.size(), over, lost, repeated, disordered, wrong);
    }

    /** Whether chat and tickets have everything once and in order. */
    boolean isGood() {
        return raised > 0 && lost == 0 && repeated == 0 && disordered == 0 && wrong == 0;
    }

    String text() {
        return "raised " + raised + ", cleared " + cleared + ", lost " + lost + ", repeated " + repeated
                + ", out of order " + disordered + ", tickets wrong " + wrong;
    }
}

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
package io.github.camelvideo.examples.tickets;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What came of the alarms, over all runs: the simulator's world compared with the tickets' table.
 *
 * @param alarms ids of the alarms there are; nothing with a real cloud, where nobody can know
 * @param ticketed ids of the alarms that have a ticket
 * @param repeated tickets of alarms that have another one
 * @param recognised deliveries of alarms that had their ticket, and got no other one
 * @param interrupted whether alarms without a ticket are just not read yet
 */
record Summary(
        Optional<Set<String>> alarms, Set<String> ticketed, long repeated, long recognised, boolean interrupted) {

    static Summary of(Optional<Set<String>> alarms, TicketDesk desk, boolean interrupted) throws SQLException {
        return new Summary(alarms, desk.alarmIds(), desk.repeatedTickets(), desk.repeatedDeliveries(), interrupted);
    }

    /** Alarms that have no ticket. */
    long missing() {
        Set<String> missing = new HashSet<>(alarms.orElse(Set.of()));
        missing.removeAll(ticketed);
        return missing.size();
    }

    /** Zero when every alarm has its one ticket. */
    int exitCode() {
        return missing() == 0 && repeated == 0 ? 0 : 1;
    }

    String text() {
        StringBuilder text = new StringBuilder(interrupted ? "so far: " : "");
        alarms.ifPresent(ids -> text.append("alarms raised ").append(ids.size()).append(", "));
        text.append("tickets ").append(ticketed.size() + repeated);
        if (alarms.isPresent()) {
            text.append(interrupted ? ", not yet read " : ", lost ").append(missing());
        }
        text.append(", repeated ").append(repeated);
        if (recognised > 0) {
            text.append(" (delivered again and recognised: ").append(recognised).append(")");
        }
        return text.toString();
    }
}

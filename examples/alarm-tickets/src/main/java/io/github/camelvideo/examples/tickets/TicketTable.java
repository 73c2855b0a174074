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

import io.github.camelvideo.examples.tickets.Column.Longer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of a table of tickets, all equally wide. */
final class TicketTable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static final List<Column> COLUMNS = List.of(
            new Column("TICKET", 6, Longer.STAYS),
            new Column("ALARM AT", 19, Longer.STAYS),
            // in full: it is what one asks the vendor about
            new Column("ALARM", 8, Longer.STAYS),
            new Column("LEVEL", 8, Longer.KEEPS_START),
            new Column("DEVICE", 12, Longer.KEEPS_START),
            // channels of one device differ at the end
            new Column("CHANNEL", 12, Longer.KEEPS_END),
            new Column("KIND", 21, Longer.KEEPS_START));

    private final ZoneId zone;

    TicketTable(ZoneId zone) {
        this.zone = zone;
    }

    String head() {
        return line(COLUMNS.stream().map(Column::title).toList());
    }

    String row(Ticket ticket) {
        Alarm alarm = ticket.alarm();
        return line(List.of(
                "#" + ticket.number(),
                time(ticket.alarmTime()),
                alarm.id(),
                AlarmWords.level(alarm.level()),
                text(alarm.device()),
                text(alarm.channel()),
                AlarmWords.kind(alarm.mode(), alarm.type())));
    }

    /** A moment as people here read it. */
    String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static String line(List<String> cells) {
        return IntStream.range(0, COLUMNS.size())
                .mapToObj(i -> COLUMNS.get(i).fit(cells.get(i)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}

package io.github.camelvideo.examples.tickets;

import io.github.camelvideo.examples.tickets.Column.Longer;
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
                TIME.format(ticket.alarmTime().atZone(zone)),
                alarm.id(),
                AlarmWords.level(alarm.level()),
                text(alarm.device()),
                text(alarm.channel()),
                AlarmWords.kind(alarm.mode(), alarm.type())));
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

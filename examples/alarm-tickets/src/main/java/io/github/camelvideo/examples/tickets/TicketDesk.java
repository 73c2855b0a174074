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

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Opens tickets, at most one for an alarm, in any database that speaks standard SQL.
 *
 * <p>A broker delivers a message again when it cannot know that we are done with it. The alarm's id is the table's primary key, so that
 * such a repeat finds its ticket and is only counted. Every statement is a transaction of its own: when {@link #open} returns, the ticket
 * is on disk. May be used by several threads.
 */
final class TicketDesk {

    private static final String TABLE =
            """
            CREATE TABLE IF NOT EXISTS tickets (
                alarm_id   VARCHAR(40) PRIMARY KEY,
                ticket_no  BIGINT GENERATED ALWAYS AS IDENTITY (CACHE 1),
                opened_at  TIMESTAMP WITH TIME ZONE NOT NULL,
                alarm_at   TIMESTAMP WITH TIME ZONE NOT NULL,
                severity   VARCHAR(20) NOT NULL,
                kind       VARCHAR(60) NOT NULL,
                device     VARCHAR(200),
                channel    VARCHAR(100),
                deliveries INTEGER NOT NULL
            )""";

    private static final String INSERT =
            """
            INSERT INTO tickets (alarm_id, opened_at, alarm_at, severity, kind, device, channel, deliveries)
            VALUES (?, ?, ?, ?, ?, ?, ?, 1)""";

    private static final String REPEAT = "UPDATE tickets SET deliveries = deliveries + 1 WHERE alarm_id = ?";

    /** SQLSTATE of a second row with the same key, in every database. */
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource database;
    private final Clock clock;

    /** Makes the table where it is missing. */
    TicketDesk(DataSource database, Clock clock) throws SQLException {
        this.database = database;
        this.clock = clock;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    /** A new ticket, or nothing when the alarm has one already. */
    Optional<Ticket> open(Alarm alarm, Instant alarmTime) throws SQLException {
        try (Connection connection = database.getConnection()) {
            // asked first, because a refused INSERT uses up a ticket number
            if (countRepeat(connection, alarm)) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Ticket(insert(connection, alarm, alarmTime), alarmTime, alarm));
            } catch (SQLException e) {
                // somebody else was faster; the key decides
                if (UNIQUE_VIOLATION.equals(e.getSQLState()) && countRepeat(connection, alarm)) {
                    return Optional.empty();
                }
                throw e;
            }
        }
    }

    private static boolean countRepeat(Connection connection, Alarm alarm) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REPEAT)) {
            update.setString(1, alarm.id());
            return update.executeUpdate() > 0;
        }
    }

    private long insert(Connection connection, Alarm alarm, Instant alarmTime) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT, new String[] {"ticket_no"})) {
            insert.setString(1, alarm.id());
            insert.setObject(2, utc(clock.instant()));
            insert.setObject(3, utc(alarmTime));
            insert.setString(4, AlarmWords.level(alarm.level()));
            insert.setString(5, AlarmWords.kind(alarm.mode(), alarm.type()));
            insert.setString(6, alarm.device());
            insert.setString(7, alarm.channel());
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** How many tickets there are. */
    long tickets() throws SQLException {
        return number("SELECT COUNT(*) FROM tickets");
    }

    /** How many tickets an alarm has that has one already. */
    long repeatedTickets() throws SQLException {
        return number("SELECT COUNT(*) - COUNT(DISTINCT alarm_id) FROM tickets");
    }

    /** How many deliveries found their alarm's ticket open. */
    long repeatedDeliveries() throws SQLException {
        return number("SELECT COALESCE(SUM(deliveries - 1), 0) FROM tickets");
    }

    /** The alarms that have a ticket. */
    Set<String> alarmIds() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT alarm_id FROM tickets")) {
            Set<String> ids = new LinkedHashSet<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

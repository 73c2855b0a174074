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

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The tables as the routes fill them. */
final class Tables {

    private static final String TICKETS = "SELECT stream, closed IS NULL OR closed < opened FROM tickets";

    private final DataSource database;

    Tables(DataSource database) {
        this.database = database;
    }

    /** In the order in which they came. */
    List<Delivery> deliveries() throws SQLException {
        List<Delivery> deliveries = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT event, stream, origin FROM events ORDER BY id")) {
            while (result.next()) {
                Event event = new Event(result.getString(1), result.getString(2));
                deliveries.add(new Delivery(event, result.getString(3)));
            }
        }
        return deliveries;
    }

    /** Whether the ticket of a stream is open, by the stream. */
    Map<String, Boolean> tickets() throws SQLException {
        Map<String, Boolean> tickets = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(TICKETS)) {
            while (result.next()) {
                tickets.put(result.getString(1), result.getBoolean(2));
            }
        }
        return tickets;
    }
}

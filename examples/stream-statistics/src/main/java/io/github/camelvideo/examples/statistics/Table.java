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
package io.github.camelvideo.examples.statistics;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The table as the routes fill it. */
final class Table {

    private final DataSource database;

    Table(DataSource database) {
        this.database = database;
    }

    Map<Slot, Row> rows() throws SQLException {
        Map<Slot, Row> rows = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT metric, domain, slot, figure, deliveries FROM figures")) {
            while (result.next()) {
                OffsetDateTime slot = result.getObject(3, OffsetDateTime.class);
                rows.put(
                        new Slot(result.getString(1), result.getString(2), slot.toInstant()),
                        new Row(result.getBigDecimal(4), result.getInt(5)));
            }
        }
        return rows;
    }
}

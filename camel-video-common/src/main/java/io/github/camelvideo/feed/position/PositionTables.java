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
package io.github.camelvideo.feed.position;

import java.util.List;
import java.util.Locale;

/**
 * Names and definitions of the tables. Immutable.
 *
 * @param feeds one row per feed: who has it open, and an epoch that grows each time it is opened
 * @param positions one row per partition: its head, and the epoch of the feed's owner, which each save compares
 * @param entries one row per entry
 * @param leases one row per partition of a feed that several nodes share: who reads it
 * @param nodes one row per such node
 * @param states one row per key: a plain {@code StateRepository}, and the positions of version 1
 * @param stateKey column of the key
 * @param stateValue column of the value
 */
record PositionTables(
        String feeds,
        String positions,
        String entries,
        String leases,
        String nodes,
        String states,
        String stateKey,
        String stateValue) {

    /** Characters of a key of a {@code StateRepository}. */
    static final int STATE_KEY_LENGTH = 255;

    /** A table and the statements that make it. */
    record Definition(String table, String anyColumn, List<String> statements) {}

    /** @param product name of the database as its driver tells it */
    List<Definition> definitions(String product) {
        String database = product.toLowerCase(Locale.ROOT);
        boolean mysql = database.contains("mysql") || database.contains("mariadb");
        String text = mysql ? "LONGTEXT CHARACTER SET utf8mb4" : database.contains("postgres") ? "TEXT" : "CLOB";
        // MySQL would otherwise take two keys that differ in case for one
        String ascii = mysql ? " CHARACTER SET ascii COLLATE ascii_bin" : "";
        String id = "VARCHAR(" + ColumnText.ID_LENGTH + ")" + ascii + " NOT NULL";
        String key = "VARCHAR(" + ColumnText.KEY_LENGTH + ")" + ascii + " NOT NULL";
        String stateColumn = "VARCHAR(" + STATE_KEY_LENGTH + ")"
                + (mysql ? " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin" : "") + " NOT NULL";
        return List.of(
                new Definition(
                        states,
                        stateKey,
                        List.of("CREATE TABLE " + states + " (" + stateKey + " " + stateColumn + " PRIMARY KEY, "
                                + stateValue + " " + text + " NOT NULL)")),
                new Definition(
                        feeds,
                        "FEED_ID",
                        List.of("CREATE TABLE " + feeds + " (FEED_ID " + id + " PRIMARY KEY, FEED_NAME " + text
                                + " NOT NULL, EPOCH BIGINT NOT NULL, OWNER_NAME VARCHAR(255))")),
                new Definition(
                        positions,
                        "POSITION_ID",
                        List.of(
                                "CREATE TABLE " + positions + " (POSITION_ID " + id + " PRIMARY KEY, FEED_ID " + id
                                        + ", PARTITION_NAME " + text
                                        + " NOT NULL, EPOCH BIGINT NOT NULL, REVISION BIGINT NOT NULL,"
                                        + " FORGET_BEFORE DECIMAL(28, 0), HEAD " + text + ")",
                                "CREATE INDEX " + index(positions, "FEED") + " ON " + positions + " (FEED_ID)")),
                new Definition(
                        leases,
                        "POSITION_ID",
                        List.of(
                                "CREATE TABLE " + leases + " (POSITION_ID " + id + " PRIMARY KEY, FEED_ID " + id
                                        + ", PARTITION_NAME " + text + " NOT NULL, NODE_ID VARCHAR(36)" + ascii
                                        + ", LEASE_COUNTER BIGINT NOT NULL)",
                                "CREATE INDEX " + index(leases, "FEED") + " ON " + leases + " (FEED_ID, NODE_ID)")),
                new Definition(
                        nodes,
                        "NODE_ID",
                        List.of(
                                "CREATE TABLE " + nodes + " (NODE_ID VARCHAR(36)" + ascii
                                        + " NOT NULL PRIMARY KEY, FEED_ID " + id
                                        + ", NODE_NAME VARCHAR(255) NOT NULL, RENEWALS BIGINT NOT NULL, DIVISOR INT NOT NULL)")),
                new Definition(
                        entries,
                        "POSITION_ID",
                        List.of(
                                "CREATE TABLE " + entries + " (POSITION_ID " + id + ", ENTRY_KEY " + key
                                        + ", ITEM_TIME DECIMAL(28, 0), ENTRY_STATE " + text + ", FULL_KEY " + text
                                        + ", PRIMARY KEY (POSITION_ID, ENTRY_KEY))",
                                "CREATE INDEX " + index(entries, "TIME") + " ON " + entries
                                        + " (POSITION_ID, ITEM_TIME)")));
    }

    /** The statements that make all tables, for a message. */
    String script(String product) {
        StringBuilder script = new StringBuilder();
        for (Definition definition : definitions(product)) {
            definition.statements().forEach(statement -> script.append(statement)
                    .append(";\n"));
        }
        return script.toString();
    }

    /** Without the schema: an index is made in the schema of its table. */
    private static String index(String table, String what) {
        return table.substring(table.lastIndexOf('.') + 1) + "_" + what;
    }
}

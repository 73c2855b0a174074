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
package io.github.camelvideo.tencent.feed;

import io.github.camelvideo.tencent.SimulatedComponent;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A process of its own, to be killed: a route from a feed to a table, in transactions with the position. It waits for a line on its standard
 * input before it begins.
 */
final class TransactedNode {

    private TransactedNode() {}

    /** Arguments: address of the simulator, file of items that entered the route, URL of the database, nothing, URI of the feed. */
    public static void main(String[] args) throws Exception {
        DriverManagerDataSource database = new DriverManagerDataSource(args[2]);
        JdbcTemplate table = new JdbcTemplate(database);
        CamelContext context = new DefaultCamelContext();
        context.addComponent("tencent-video", SimulatedComponent.at(args[0]));
        context.getRegistry().bind("offsets", TransactedRoute.repository(database));
        context.getRegistry().bind("transactions", new DataSourceTransactionManager(database));
        FileChannel entered = FileChannel.open(Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (System.in.read() < 0) {
            return; // whoever started it is gone
        }
        // or H2 opens its file for each connection
        Connection first = database.getConnection();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(args[4] + "&delay=30&initialDelay=0&offsetRepository=#offsets&positionCommit=transaction")
                        .process(exchange -> entered.write(ByteBuffer.wrap(
                                LedgerLine.of("alarms", "Id", exchange).text().getBytes(StandardCharsets.UTF_8))))
                        .process(exchange -> {
                            table.update(
                                    "INSERT INTO ALARM (ITEM_KEY, PART) VALUES (?, 1)", TransactedRoute.key(exchange));
                            table.update(
                                    "INSERT INTO ALARM (ITEM_KEY, PART) VALUES (?, 2)", TransactedRoute.key(exchange));
                        });
            }
        });
        context.start();
        // until it is killed, or its parent is gone
        while (System.in.read() >= 0) {}
        first.close();
        Runtime.getRuntime().halt(1);
    }
}

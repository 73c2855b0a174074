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
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * The way of an alarm: cloud, broker, database.
 *
 * <p>The feed's position moves when the broker has an alarm on disk, and the broker lets go of it when the ticket is on disk. So nothing
 * is lost at any moment this process may be killed; what is delivered twice then, the desk recognises.
 */
final class AlarmRoutes extends RouteBuilder {

    private static final String ALARM_TIME = "AlarmTime";

    private final TicketDesk desk;
    private final Consumer<Ticket> opened;

    /** @param opened is told of every new ticket, by the thread that opened it */
    AlarmRoutes(TicketDesk desk, Consumer<Ticket> opened) {
        this.desk = desk;
        this.opened = opened;
    }

    @Override
    public void configure() {
        from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=earliest&delay={{feed.delay}}"
                        + "&offsetRepository=#offsets&offsetKey=" + Position.KEY)
                .routeId("alarms")
                // as text, because a message carries no Camel headers and no Java objects
                .setHeader(ALARM_TIME, header("CamelTencentVideoItemTime").convertToString())
                .marshal()
                .json()
                .convertBodyTo(String.class)
                .to("jms:queue:alarms");

        // the session's own transaction: with a transaction manager every message would get a consumer of its own
        from("jms:queue:alarms?transacted=true&lazyCreateTransactionManager=false&testConnectionOnStartup=true")
                .routeId("tickets")
                .unmarshal()
                .json(Alarm.class)
                .process(this::openTicket);
    }

    private void openTicket(Exchange exchange) throws SQLException {
        Alarm alarm = exchange.getMessage().getBody(Alarm.class);
        Instant alarmTime = Instant.parse(exchange.getMessage().getHeader(ALARM_TIME, String.class));
        desk.open(alarm, alarmTime).ifPresent(opened);
    }
}

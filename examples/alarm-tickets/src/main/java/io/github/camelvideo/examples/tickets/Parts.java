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

import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.tencent.TencentVideoComponent;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.springframework.jms.connection.CachingConnectionFactory;

/**
 * The parts of the application, put together as the settings say.
 *
 * <p>Camel calls {@link #configure} when the settings are known and no route runs yet. Closed after Camel has stopped, the last part
 * first.
 */
final class Parts implements CamelConfiguration, AutoCloseable {

    private static final int DEMO_SECONDS = 30;
    private static final int DRAIN_SECONDS = 60;

    private final Clock clock;
    private final Console console;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final TicketTable table = new TicketTable(ZoneId.systemDefault());
    private DemoCloud cloud;
    private TicketDesk desk;
    private Ending ending;

    Parts(Clock clock, Console console) {
        this.clock = clock;
        this.console = console;
    }

    @Override
    public void configure(CamelContext context) throws Exception {
        Settings settings = new Settings(context);
        if (settings.isSimulated()) {
            cloud = opened(DemoCloud.start(settings, clock));
            cloud.serve(context.getComponent("tencent-video", TencentVideoComponent.class)
                    .getConfiguration());
        }
        // the JMS component takes the only connection factory there is
        context.getRegistry().bind("broker", connections(settings));
        desk = new TicketDesk(opened(Database.open(settings)), clock);

        FileOffsetRepository offsets = new FileOffsetRepository(
                settings.directory().resolve("positions").toString());
        context.addService(offsets);
        context.getRegistry().bind("offsets", offsets);
        context.addRoutes(new AlarmRoutes(desk, ticket -> console.print(table.row(ticket))));

        greet(offsets);
        if (cloud != null) {
            cloud.startRaising();
        }
        ending = ending(settings);
    }

    private CachingConnectionFactory connections(Settings settings) throws Exception {
        String url = settings.text("broker.url");
        if (settings.isEmbedded("broker.url")) {
            opened(EmbeddedBroker.start(settings.directory().resolve("broker")));
            url = EmbeddedBroker.URL;
        }
        ActiveMQConnectionFactory broker = opened(new ActiveMQConnectionFactory(url));
        if (!settings.text("broker.user").isEmpty()) {
            broker.setUser(settings.text("broker.user")).setPassword(settings.text("broker.password"));
        }
        CachingConnectionFactory connections = new CachingConnectionFactory(broker);
        // Camel's listener keeps its own
        connections.setCacheConsumers(false);
        open.push(connections::destroy);
        return connections;
    }

    private void greet(FileOffsetRepository offsets) throws Exception {
        offsets.start();
        console.print(Position.in(offsets)
                        .map(time -> "Going on where the feed was, at " + table.time(time))
                        .orElse("A new start")
                + ". Tickets so far: " + desk.tickets());
        console.print(cloud == null ? "Tencent's cloud. Ctrl-C ends the example" : cloud.greeting());
        console.print("");
        console.print(table.head());
    }

    private Ending ending(Settings settings) {
        int seconds = settings.number("demo.seconds", cloud == null ? Integer.MAX_VALUE : DEMO_SECONDS);
        int alarms = settings.number("demo.alarms", Integer.MAX_VALUE);
        return new Ending(clock, cloud, desk, seconds, alarms, settings.number("demo.drain-seconds", DRAIN_SECONDS));
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    /** When to end. */
    Ending ending() {
        return ending;
    }

    Summary summary(boolean interrupted) throws Exception {
        Optional<Set<String>> alarms = Optional.ofNullable(cloud).map(DemoCloud::alarmIds);
        return Summary.of(alarms, desk, interrupted);
    }

    @Override
    public void close() {
        IllegalStateException failure = new IllegalStateException("Some parts cannot be closed");
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                // the others are to be closed all the same
                failure.addSuppressed(e);
            }
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }
}

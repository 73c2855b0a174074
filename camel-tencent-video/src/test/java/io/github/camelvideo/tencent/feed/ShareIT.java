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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.consumer.FeedConsumer;
import io.github.camelvideo.feed.position.JdbcOffsetRepository;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.simulator.world.Device;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckAware;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

/** Nodes with one database that share the devices of a feed. */
class ShareIT extends FeedRoute {

    private static final String DATABASE = "jdbc:h2:mem:shared;DB_CLOSE_DELAY=-1";

    /** Which node delivered alarms of a device last. */
    private final Map<String, CamelContext> readers = new ConcurrentHashMap<>();

    @Test
    void devicesAreSpreadAndTakenOverFromANodeThatStops() throws Exception {
        List<Device> devices =
                IntStream.range(0, 7).mapToObj(i -> world().addDevice("d" + i)).toList();
        CamelContext other = createCamelContext();
        List<Long> ids = new ArrayList<>();
        try {
            for (CamelContext node : List.of(context, other)) {
                node.getRegistry().bind("offsets", Positions.database(DATABASE));
                node.start();
                start(
                        node,
                        shared(devices),
                        route -> route.process(exchange -> readers.put(
                                exchange.getMessage().getHeader(TencentVideoConstants.FOR_EACH, String.class), node)));
            }
            until("an even spread", ShareIT::isEven);
            ids.addAll(raise(devices));
            delivered.await(ids.size());
            assertThat(readers.values()).contains(context, other);
            // each device stays where it is, whoever polls first
            for (int i = 0; i < 3; i++) {
                Map<String, CamelContext> before = new HashMap<>(readers);
                ids.addAll(raise(devices));
                delivered.await(ids.size());
                assertThat(readers).isEqualTo(before);
            }

            other.getRouteController().stopRoute(ROUTE);
            ids.addAll(raise(devices));
            delivered.await(ids.size());

            assertThat(readers.values()).containsOnly(context);
        } finally {
            other.stop();
        }
        awaitMoreReading();
        assertThat(delivered.ids()).hasSameSizeAs(ids).containsExactlyInAnyOrderElementsOf(ids);
    }

    private static String shared(List<Device> devices) {
        return "startFrom=PT1H&offsetRepository=#offsets&share=cameras&leaseDuration=5s&forEach=DeviceId&forEachIn="
                + devices.stream().map(Device::id).collect(Collectors.joining(","));
    }

    private List<Long> raise(List<Device> devices) {
        CLOCK.advance(Duration.ofMinutes(5));
        return devices.stream()
                .map(device -> world().raiseAlarm(device, now().minusSeconds(60)))
                .toList();
    }

    /** Seven devices and their list, four for each node. */
    private static boolean isEven() throws SQLException {
        try (Connection connection = DriverManager.getConnection(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery(
                        "SELECT COUNT(*) FROM CAMEL_VIDEO_LEASE WHERE NODE_ID IS NOT NULL GROUP BY NODE_ID")) {
            return counts.next() && counts.getInt(1) == 4 && counts.next() && counts.getInt(1) == 4;
        }
    }

    @Test
    void aNodeWithoutTheDatabaseReadsNothingAndIsDown() throws Exception {
        String database = "jdbc:h2:mem:lost;DB_CLOSE_DELAY=-1";
        List<Device> devices = List.of(world().addDevice("d"));
        context.getRegistry().bind("offsets", Positions.database(database));
        context.start();
        start(context, shared(devices), route -> {});
        long first = raise(devices).get(0);
        delivered.await(1);
        assertThat(health().getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health().getDetails()).containsEntry("feed.nodes", 1);

        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
        until("DOWN", () -> health().getState() == HealthCheck.State.DOWN);
        raise(devices);

        assertThat(health().getMessage().orElseThrow())
                .startsWith(
                        "This node reads no partition, since the leases cannot be renewed: JDBC offset repository:");
        assertThat(delivered.ids()).containsExactly(first);
    }

    @Test
    void aRouteThatSharesStopsWhenAProcessThatDoesNotTakesTheFeed() throws Exception {
        JdbcOffsetRepository offsets = Positions.database("jdbc:h2:mem:whole;DB_CLOSE_DELAY=-1");
        context.getRegistry().bind("offsets", offsets);
        context.start();
        List<Device> devices = List.of(world().addDevice("d"));
        start(context, shared(devices), route -> {});
        raise(devices);
        delivered.await(1);

        awaitMoreReading();

        // nothing happens at the device, so that no save of this node is refused
        PositionStore whole = offsets.open(((FeedConsumer) feedConsumer()).getPositionName());

        until("the route stops", () -> context.getRouteController().getRouteStatus(ROUTE) == ServiceStatus.Stopped);
        whole.close();
    }

    private HealthCheck.Result health() {
        return ((HealthCheckAware) context.getRoute(ROUTE).getConsumer())
                .getHealthCheck()
                .call();
    }

    @Test
    void aRepositoryThatKeepsNoLeasesIsRefused() throws Exception {
        context.getRegistry().bind("offsets", new MemoryStateRepository());
        context.start();

        assertThatThrownBy(() -> start(context, shared(List.of(world().addDevice("d"))), route -> {}))
                .hasStackTraceContaining("share=cameras: the offsetRepository,")
                .hasStackTraceContaining("Use a JdbcOffsetRepository");
    }
}

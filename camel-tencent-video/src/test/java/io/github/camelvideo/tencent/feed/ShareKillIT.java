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

import io.github.camelvideo.simulator.RecordedRequest;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.world.Device;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes that share devices by leases in a database, while they are killed, paused for longer than their leases and resumed, and
 * replaced. The database is that of {@code -Dshare.database=<JDBC URL>}, or one of H2.
 */
class ShareKillIT {

    private static final Logger LOG = LoggerFactory.getLogger(ShareKillIT.class);

    private static final int EVENTS = Integer.getInteger("kills.share", 10);
    private static final int DEVICES = 23;
    private static final int LEAST_NODES = 3;
    private static final int MOST_NODES = 5;
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration FOREVER = Duration.ofMinutes(3);

    /** The documented rate of the action. */
    private static final int RATE = 20;

    private static final String ACTION = "DescribeWarnings";

    /** So that the simulator can tell the nodes apart. */
    private static final int PAGE_SIZE = 50;

    @TempDir
    Path directory;

    private final List<Long> raised = new ArrayList<>();
    private final Deque<NodeProcess> running = new ArrayDeque<>();
    private final List<NodeProcess> all = new ArrayList<>();
    private VideoCloudSimulator simulator;
    private Server database;
    private String positions;
    private List<Device> devices;

    @BeforeEach
    void startTheCloud() throws Exception {
        simulator = VideoCloudSimulator.builder().start();
        positions = System.getProperty("share.database");
        if (positions == null) {
            database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
            positions = "jdbc:h2:tcp://localhost:" + database.getPort() + "/mem:share;DB_CLOSE_DELAY=-1";
        }
        devices = IntStream.range(0, DEVICES)
                .mapToObj(i -> simulator.world().addDevice("d" + i))
                .toList();
    }

    @AfterEach
    void close() {
        all.forEach(NodeProcess::close);
        simulator.close();
        if (database != null) {
            database.stop();
        }
    }

    @Test
    void losesNothingAndNoDeviceIsPolledByTwoNodesAtATime() throws Exception {
        Random random = new Random(EVENTS);
        for (int i = 0; i < LEAST_NODES; i++) {
            begin();
        }
        awaitDelivered(raise(DEVICES));
        int kills = 0;
        int pauses = 0;
        for (int event = 0; event < EVENTS; event++) {
            raise(1 + random.nextInt(2 * DEVICES));
            if (running.size() < MOST_NODES && random.nextInt(3) == 0) {
                begin();
            }
            NodeProcess node = running.remove();
            if (event % 2 == 0) {
                node.kill();
                kills++;
                begin();
            } else {
                node.pause();
                pauses++;
                raise(DEVICES);
                // the others deliver what it does not
                awaitDelivered(raised.size());
                node.resume();
                running.add(node);
            }
            awaitDelivered(raised.size() - random.nextInt(DEVICES));
        }
        awaitDelivered(raised.size());

        List<String> delivered = delivered();
        Set<String> different = new HashSet<>(delivered);
        int repeated = delivered.size() - different.size();
        List<RecordedRequest> requests = simulator.requests().of(ACTION);
        int most = mostInASecond(requests);
        int mostSigned = mostSignedInASecond(requests);
        int returns = returns(requests);
        LOG.info(
                "{}: {} kills and {} pauses of {} to {} nodes, {} alarms of {} devices: {} lost, {} repeated; {} calls, at most {} sent and"
                        + " {} received in a second; {} calls by a node that no longer had the device",
                positions.substring(0, positions.indexOf(':', "jdbc:".length())),
                kills,
                pauses,
                LEAST_NODES,
                MOST_NODES,
                raised.size(),
                DEVICES,
                raised.size() - different.size(),
                repeated,
                requests.size(),
                mostSigned,
                most,
                returns);
        assertThat(different).hasSize(raised.size());
        assertThat(repeated).as("in flight at a kill or a pause").isLessThanOrEqualTo(kills + pauses);
        assertThat(returns).isZero();
        // what arrives in a second also depends on how busy this machine is
        assertThat(mostSigned).isLessThanOrEqualTo(RATE);
    }

    private void begin() throws Exception {
        int number = all.size();
        String route = "SHARED\tId\ttencent-video:iotvideoindustry/" + ACTION
                + "?startFrom=PT1H&offsetKey=shared&rateLimit="
                + RATE + "&pageSize=" + (PAGE_SIZE + number) + "&share=cameras&leaseDuration=" + LEASE.toMillis()
                + "&forEach=DeviceId&forEachIn="
                + devices.stream().map(Device::id).collect(Collectors.joining(","));
        NodeProcess node = NodeProcess.prepare(simulator.url(), directory, number, positions, "", List.of(route));
        all.add(node);
        running.add(node);
        node.go();
    }

    private int raise(int number) {
        for (int i = 0; i < number; i++) {
            Device device = devices.get(ThreadLocalRandom.current().nextInt(DEVICES));
            raised.add(simulator.world().raiseAlarm(device, Instant.now()));
        }
        return raised.size();
    }

    private List<String> delivered() {
        return all.stream()
                .flatMap(node -> node.delivered().stream())
                .map(LedgerLine::key)
                .toList();
    }

    private void awaitDelivered(int number) {
        Awaitility.await(number + " alarms")
                .atMost(FOREVER)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> new HashSet<>(delivered()).size() >= number);
    }

    private static int mostSignedInASecond(List<RecordedRequest> requests) {
        return requests.stream()
                .collect(Collectors.groupingBy(
                        request -> request.headers().get("x-tc-timestamp"), Collectors.counting()))
                .values()
                .stream()
                .mapToInt(Long::intValue)
                .max()
                .orElseThrow();
    }

    private static int mostInASecond(List<RecordedRequest> requests) {
        Deque<Instant> second = new ArrayDeque<>();
        int most = 0;
        for (RecordedRequest request : requests) {
            second.add(request.time());
            while (!second.peek().isAfter(request.time().minusSeconds(1))) {
                second.remove();
            }
            most = Math.max(most, second.size());
        }
        return most;
    }

    /** A device that goes to another node and back needs two renewals: who calls sooner had lost it. */
    private static int returns(List<RecordedRequest> requests) {
        Map<String, Deque<RecordedRequest>> lastOfOthers = new HashMap<>();
        int returns = 0;
        for (RecordedRequest request : requests) {
            Deque<RecordedRequest> before = lastOfOthers.computeIfAbsent(
                    request.parameters().path("DeviceId").asText(), none -> new ArrayDeque<>());
            if (before.isEmpty() || node(before.getLast()) == node(request)) {
                before.pollLast();
            } else if (before.size() > 1) {
                RecordedRequest own = before.removeFirst();
                boolean isSoon = own.time().isAfter(request.time().minus(LEASE.dividedBy(3)));
                returns += node(own) == node(request) && isSoon ? 1 : 0;
            }
            before.add(request);
        }
        return returns;
    }

    private static int node(RecordedRequest request) {
        return request.parameters().path("Limit").asInt();
    }
}

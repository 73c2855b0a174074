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
package io.github.camelvideo.feed.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.position.JdbcOffsetRepository;
import io.github.camelvideo.feed.position.LeaseLostException;
import io.github.camelvideo.feed.position.PartitionLeases;
import io.github.camelvideo.feed.position.PositionChange;
import io.github.camelvideo.feed.position.PositionFencedException;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.StoredPosition;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes by values: each step of each node happens at a moment that the test chooses. */
class LeasedPartitionsTest {

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final long THIRD = LEASE.toNanos() / 3;

    private final JdbcConnectionPool pool = JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=100", "", "");
    private final BreakingDataSource database = new BreakingDataSource(pool);
    private final JdbcOffsetRepository repository = new JdbcOffsetRepository(database.source());
    private final List<Node> nodes = new ArrayList<>();
    private long now = -3_000_000_000L;

    @BeforeEach
    void start() {
        repository.setCreateTable(true);
        repository.start();
    }

    @AfterEach
    void shutDown() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
        pool.dispose();
    }

    /** A node and the feed on it, which reads what it may. */
    private final class Node {

        private final PartitionLeases leases = repository.share("alarms", "cameras");
        private final LeasedPartitions partitions =
                new LeasedPartitions("alarms", leases, LEASE, () -> now, parts -> divisor = parts, () -> {}, () -> {});
        private Set<Partition> reading = new HashSet<>();
        private int divisor;

        void renew() {
            while (partitions.renew()) {
                // as the thread does
            }
        }

        void poll(Set<Partition> listed) {
            Set<Partition> before = reading;
            reading = partitions.assigned(listed);
            before.stream().filter(partition -> !reading.contains(partition)).forEach(partitions::released);
        }

        Set<String> held() {
            return reading.stream()
                    .filter(partitions::isHeld)
                    .map(Partition::id)
                    .collect(Collectors.toSet());
        }
    }

    private static Set<Partition> devices(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Partition.of("DeviceId", "device-" + i))
                .collect(Collectors.toSet());
    }

    private Node join() {
        Node node = new Node();
        nodes.add(node);
        return node;
    }

    /** A third of a lease passes, in which all of these nodes renew and poll. */
    private void pass(Set<Partition> listed, Node... alive) {
        now += THIRD;
        for (Node node : alive) {
            node.renew();
            node.poll(listed);
            requireOneReader();
        }
    }

    private void pass(int times, Set<Partition> listed, Node... alive) {
        for (int i = 0; i < times; i++) {
            pass(listed, alive);
        }
    }

    private void requireOneReader() {
        Set<String> read = new HashSet<>();
        double parts = 0;
        for (Node node : nodes) {
            for (String partition : node.held()) {
                assertThat(read.add(partition))
                        .as("%s has one reader", partition)
                        .isTrue();
            }
            parts += node.partitions.isActive() ? 1.0 / node.divisor : 0;
        }
        assertThat(parts).as("parts of the rate").isLessThanOrEqualTo(1.000_001);
    }

    @Test
    void aSingleNodeReadsAllOfThem() {
        Node one = join();

        pass(3, devices(50), one);

        assertThat(one.held()).hasSize(50);
        assertThat(one.partitions.keepsRegistry()).isTrue();
        assertThat(one.divisor).isEqualTo(1);
        assertThat(one.partitions.members()).isEqualTo(1);
    }

    @Test
    void nodesThatJoinGetAnEvenPartAndAllDivideTheRates() {
        Node one = join();
        pass(3, devices(50), one);
        Node two = join();
        Node three = join();

        pass(9, devices(50), one, two, three);

        assertThat(one.held().size() + two.held().size() + three.held().size()).isEqualTo(50);
        assertThat(List.of(one.held().size(), two.held().size(), three.held().size()))
                .allSatisfy(size -> assertThat(size).isBetween(16, 17));
        assertThat(List.of(one.divisor, two.divisor, three.divisor)).containsOnly(3);
    }

    @Test
    void aNodeThatStopsLeavesItsPartitionsAtOnce() {
        Node one = join();
        Node two = join();
        pass(9, devices(20), one, two);

        two.partitions.close();
        pass(2, devices(20), one);

        assertThat(one.held()).hasSize(20);
        assertThat(one.divisor).isEqualTo(1);
    }

    @Test
    void theOthersTakeWhatASilentNodeHeldWhenItsLeaseIsOverAndNotBefore() {
        Node one = join();
        Node silent = join();
        pass(9, devices(20), one, silent);

        pass(2, devices(20), one);
        assertThat(one.held()).hasSizeLessThan(20);
        pass(4, devices(20), one);

        assertThat(one.held()).hasSize(20);
        assertThat(silent.partitions.isActive()).isFalse();
    }

    @Test
    void aNodeThatComesBackStoresNothingOfWhatItHeldAndJoinsAgain() {
        Node one = join();
        Node silent = join();
        pass(9, devices(20), one, silent);
        String lost = silent.held().iterator().next();
        PositionStore before = silent.leases.store().forPartition(lost);
        save(before, lost, 1);
        pass(6, devices(20), one);

        assertThat(silent.held()).isEmpty();
        assertThatThrownBy(() -> save(before, lost, 2)).isInstanceOf(LeaseLostException.class);
        assertThat(one.leases.store().load(lost).head()).contains("\"at\":1");
        pass(6, devices(20), one, silent);

        assertThat(silent.held().size()).isBetween(9, 11);
        assertThatThrownBy(() -> save(before, lost, 3)).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void aFormerHolderStoresNothingAlsoWhereThePositionHasNoRowYet() {
        Node one = join();
        pass(3, devices(1), one);
        PositionStore before = one.leases.store().forPartition("device-0");
        one.partitions.close();
        Node two = join();
        pass(3, devices(1), two);

        assertThatThrownBy(() -> save(before, "device-0", 1)).isInstanceOf(LeaseLostException.class);
        save(two.leases.store().forPartition("device-0"), "device-0", 2);
        assertThat(two.leases.store().load("device-0").head()).contains("\"at\":2");
    }

    @Test
    void aProcessThatOpensTheWholeFeedTakesItFromAllNodes() {
        Node one = join();
        pass(3, devices(2), one);
        PositionStore shared = one.leases.store().forPartition("device-0");
        save(shared, "device-0", 1);

        try (PositionStore whole = repository.open("alarms")) {
            assertThatThrownBy(() -> save(shared, "device-0", 2))
                    .isInstanceOf(PositionFencedException.class)
                    .isNotInstanceOf(LeaseLostException.class)
                    .hasMessageContaining("share");
            save(whole, "device-0", 3);
        }
        assertThat(repository.view("alarms", "device-0").head()).contains("\"at\":3");
    }

    @Test
    void aNodeThatSharesTakesNothingBackFromAProcessThatTookTheWholeFeed() {
        Node one = join();
        Node two = join();
        pass(9, devices(4), one, two);
        saveAll(one, 1);
        saveAll(two, 1);

        try (PositionStore whole = repository.open("alarms")) {
            two.partitions.close();
            pass(3, devices(4), one);

            devices(4).forEach(device -> save(whole, device.id(), 2));
        }
        assertThat(one.held()).isEmpty();
        devices(4).forEach(device -> assertThat(
                        repository.view("alarms", device.id()).head())
                .contains("\"at\":2"));
    }

    private static void saveAll(Node node, int at) {
        node.held().forEach(device -> save(node.leases.store().forPartition(device), device, at));
    }

    @Test
    void aNodeReadsWhatItHasTakenAlsoWhereItNeverLearntThatItHas() {
        Node one = join();
        pass(1, devices(4), one);

        now += THIRD;
        // of the list, of the leases taken, and of all before these
        for (int commit = 1; commit <= 12; commit++) {
            database.loseAnswer(commit);
            one.renew();
            one.poll(devices(4));
        }
        database.loseAnswer(0);
        pass(2, devices(4), one);

        assertThat(one.held()).hasSize(4);
    }

    @Test
    void aLockedPositionKeepsNoOtherPartitionFromBeingTaken() throws SQLException {
        Node one = join();
        pass(3, devices(6), one);
        saveAll(one, 1);
        one.partitions.close();
        Node two = join();

        try (Connection left = pool.getConnection();
                Statement statement = left.createStatement()) {
            left.setAutoCommit(false);
            statement.execute(
                    "UPDATE CAMEL_VIDEO_POSITION SET REVISION = REVISION + 1 WHERE PARTITION_NAME LIKE '%device-3'");
            pass(6, devices(6), two);

            assertThat(two.held()).hasSize(5);
            left.rollback();
        }
        pass(2, devices(6), two);
        assertThat(two.held()).hasSize(6);
    }

    @Test
    void aNodeRenewsItsLeasesAfterAnyFailureOfTheDataSource() {
        Node one = join();
        pass(3, devices(4), one);

        database.failNextConnection(new UnsupportedOperationException("the pool is not ready"));
        pass(1, devices(4), one);
        assertThat(one.held()).hasSize(4);
        pass(3, devices(4), one);

        assertThat(one.held()).hasSize(4);
    }

    @Test
    void aNodeThatTheOthersLeaveNoPartOfTheRateSaysSo() {
        PartitionLeases undivided = repository.share("alarms", "cameras");
        undivided.join(1);
        Node waiting = join();
        for (int i = 0; i < 8; i++) {
            now += THIRD;
            undivided.renew(1);
            waiting.renew();
        }
        assertThat(waiting.partitions.problem()).isNull();

        for (int i = 0; i < 4; i++) {
            now += THIRD;
            undivided.renew(1);
            waiting.renew();
        }

        assertThat(waiting.partitions.isActive()).isFalse();
        assertThat(waiting.partitions.problem()).contains("other nodes have not divided");
    }

    @Test
    void thoseOfOneNodeAloneAreTakenOverFromAProcessThatHadTheWholeFeed() {
        PositionStore whole = repository.open("alarms");
        save(whole, "device-0", 1);
        Node one = join();
        pass(3, devices(1), one);

        assertThatThrownBy(() -> save(whole, "device-0", 2)).isInstanceOf(PositionFencedException.class);
        assertThat(repository.holder("alarms")).isEqualTo("the nodes of share=cameras");
    }

    @Test
    void partitionsComeAndGoWithTheList() {
        Node one = join();
        Node two = join();
        pass(9, devices(10), one, two);

        pass(6, devices(30), one, two);
        assertThat(one.held().size() + two.held().size()).isEqualTo(30);
        pass(6, devices(4), one, two);

        assertThat(one.held().size() + two.held().size()).isEqualTo(4);
        assertThat(one.leases.counts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .as("the partitions and their list")
                .isEqualTo(5);
    }

    @Test
    void whatOnlyOneNodeListsIsReadByThatNode() {
        Node one = join();
        Node two = join();
        for (int i = 0; i < 20; i++) {
            now += THIRD;
            one.renew();
            one.poll(devices(10));
            two.renew();
            two.poll(Set.of());
            requireOneReader();
        }

        // the first node keeps the list
        assertThat(one.held()).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void neverMoreThanOneNodeReadsAPartitionWhateverHappens(long seed) {
        Random random = new Random(seed);
        Set<Partition> listed = devices(15);
        List<Node> alive = new ArrayList<>();
        for (int step = 0; step < 400; step++) {
            now += random.nextInt(20) == 0 ? random.nextLong(3 * LEASE.toNanos()) : random.nextLong(THIRD / 2);
            if (alive.isEmpty() || alive.size() < 5 && random.nextInt(25) == 0) {
                alive.add(join());
            }
            Node node = alive.get(random.nextInt(alive.size()));
            switch (random.nextInt(30)) {
                case 0 -> {
                    node.partitions.close();
                    alive.remove(node);
                    nodes.remove(node);
                }
                case 1 -> alive.remove(node); // killed
                case 2 -> listed = devices(random.nextInt(30));
                default -> {
                    if (random.nextBoolean()) {
                        node.renew();
                    } else {
                        node.poll(listed);
                    }
                }
            }
            requireOneReader();
        }
        if (alive.isEmpty()) {
            alive.add(join());
        }
        pass(20, listed, alive.toArray(new Node[0]));

        assertThat(alive.stream().mapToInt(node -> node.held().size()).sum()).isEqualTo(listed.size());
        assertThat(alive).allSatisfy(node -> assertThat(node.divisor).isEqualTo(alive.size()));
    }

    private static void save(PositionStore store, String partition, int at) {
        String head = "{\"v\":2,\"kind\":\"log\",\"at\":" + at + "}";
        store.save(
                partition,
                new PositionChange(head, List.of(), Set.of(), null, () -> new StoredPosition(head, List.of())));
    }
}

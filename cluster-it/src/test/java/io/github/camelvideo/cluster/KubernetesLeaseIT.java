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
package io.github.camelvideo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.feed.position.JdbcOffsetRepository;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.world.Device;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.health.HealthCheck;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two pods with one lease and one database: who polls, what is delivered when that changes, and what is told when nobody does. */
class KubernetesLeaseIT {

    private final SimulatorClock clock = SimulatorClock.at("2026-06-01T00:00:00Z");
    private final JdbcDataSource database = new JdbcDataSource();
    private final List<Pod> pods = new ArrayList<>();
    private ApiServer api;
    private VideoCloudSimulator cloud;
    private Device gate;

    @BeforeEach
    void startClouds() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        api = new ApiServer("role.yaml");
        cloud = VideoCloudSimulator.builder().clock(clock).rateLimits(false).start();
        gate = cloud.world().addDevice("gate");
    }

    @AfterEach
    void stopClouds() {
        pods.forEach(Pod::close);
        cloud.close();
        api.close();
    }

    private Pod pod(String name) throws Exception {
        api.addPod(name);
        Pod pod = Pod.start(name, new KubernetesAlarms(), cloud, clock, database);
        pods.add(pod);
        return pod;
    }

    private void evict(String name, Pod pod) {
        pod.close();
        pods.remove(pod);
        api.deletePod(name);
    }

    private String raise() {
        clock.advance(Duration.ofSeconds(1));
        return Long.toString(cloud.world().raiseAlarm(gate, clock.instant()));
    }

    private static ConditionFactory soon(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean isInterrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static HealthCheck.State state(Pod pod) {
        return pod.health().getState();
    }

    @Test
    void thePodThatGetsTheLeaseResumesAndRepeatsOnlyWhatWasInFlight() throws Exception {
        Pod first = pod("alarms-0");
        soon("the first leader").until(first::isPolling);
        Pod second = pod("alarms-1");
        List<String> raised = new ArrayList<>(List.of(raise(), raise()));
        soon("alarms at the first leader").until(() -> first.delivered().size() == 2);
        assertThat(second.isPolling()).isFalse();
        assertThat(state(second)).isEqualTo(HealthCheck.State.UP);

        CountDownLatch ended = new CountDownLatch(1);
        // the stop of a consumer interrupts its thread, which must not end the exchange before the other pod has the
        // feed
        first.step(key -> awaitUninterruptibly(ended));
        String inFlight = raise();
        soon("the alarm in flight").until(() -> first.delivered().contains(inFlight));
        api.giveLeaseTo("alarms-1");
        soon("the second leader").until(second::isPolling);
        raised.add(raise());
        soon("alarms at the second leader").until(() -> second.delivered().size() == 2);
        ended.countDown();
        first.step(key -> {});
        assertThat(second.delivered()).startsWith(inFlight);

        evict("alarms-1", second);
        soon("the leader of before").until(first::isPolling);
        raised.add(raise());
        soon("alarms at the leader of before").until(() -> first.delivered().size() == 4);

        List<String> all = new ArrayList<>(first.delivered());
        all.addAll(second.delivered());
        assertThat(all.remove(inFlight)).as("repeated").isTrue();
        raised.add(inFlight);
        assertThat(all).containsExactlyInAnyOrderElementsOf(raised);
        assertThat(api.refused()).isEmpty();
    }

    @Test
    void aLeaseWhoseHolderDoesNotPollIsToldByEveryPod() throws Exception {
        api.addPod("hangs");
        api.giveLeaseTo("hangs");
        Pod first = pod("alarms-0");
        Pod second = pod("alarms-1");
        assertThat(List.of(state(first), state(second))).containsOnly(HealthCheck.State.UP);

        clock.advance(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(List.of(state(first), state(second))).containsOnly(HealthCheck.State.DOWN);
        assertThat(first.health().getMessage().orElseThrow())
                .contains(
                        "DescribeWarnings has not been read since this process started", "who holds the lock or lease");
        assertThat(api.leader()).isEqualTo("hangs");

        api.deletePod("hangs");
        soon("a leader that reads").until(() -> {
            // what a pod knows of the other is some seconds old
            clock.advance(Duration.ofSeconds(1));
            return state(first) == HealthCheck.State.UP && state(second) == HealthCheck.State.UP;
        });
        assertThat(List.of(first.isPolling(), second.isPolling())).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void withoutTheRoleNoPodPollsAndEachSaysSo() throws Exception {
        api.withoutRole();
        Pod first = pod("alarms-0");
        soon("refusals").until(() -> api.refused().contains("get leases"));

        clock.advance(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(state(first)).isEqualTo(HealthCheck.State.DOWN);
        assertThat(first.isPolling()).isFalse();
    }

    @Test
    void aLeaderThatAnotherProcessRelievedWaitsForTheLeadershipAgain() throws Exception {
        Pod first = pod("alarms-0");
        soon("the first leader").until(first::isPolling);
        JdbcOffsetRepository tool = new JdbcOffsetRepository(database);
        tool.start();
        soon("a stored position").until(() -> !tool.feeds().isEmpty());
        try (PositionStore taken = tool.open(tool.feeds().get(0))) {
            raise();
            soon("the leader that stops").until(() -> !first.isPolling());
            assertThat(taken.load("")).isNotNull();
        }
        assertThat(first.isRouteStarted()).isTrue();

        api.addPod("other");
        api.giveLeaseTo("other");
        soon("the loss of the lease").until(() -> api.leader().equals("other"));
        api.deletePod("other");

        soon("the leader again").until(first::isPolling);
        String alarm = raise();
        soon("an alarm").until(() -> first.delivered().contains(alarm));
    }
}

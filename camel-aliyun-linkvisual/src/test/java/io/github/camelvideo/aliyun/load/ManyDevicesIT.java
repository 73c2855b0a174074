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
package io.github.camelvideo.aliyun.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.aliyun.AliyunLinkVisualConstants;
import io.github.camelvideo.simulator.RecordedRequest;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import io.github.camelvideo.simulator.world.LinkVisual;
import io.github.camelvideo.simulator.world.LinkVisualDevice.State;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One consumer for the events of 200 cameras, by the real clock, since that is what limits of calls go by. */
class ManyDevicesIT {

    private static final int DEVICES = 200;
    private static final int EVENTS = 4_000;
    private static final int LIMIT = 100;
    private static final String NO_LIMIT = "&rateLimit=0";

    private static final Duration LONG = Duration.ofSeconds(60);

    /** Less than a second: a call may be held up on its way, and then comes closer to the next ones than it was sent. */
    private static final Duration ALMOST_A_SECOND = Duration.ofMillis(500);

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD =
            new VideoCloudSimulatorExtension(VideoCloudSimulator.builder().rateLimits(false));

    private final MemoryStateRepository positions = new MemoryStateRepository() {
        @Override
        protected void doStop() {
            // outlives the context that stops it, as a database does
        }
    };

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Instant start = now.minus(Duration.ofHours(6));
    private final Queue<String> delivered = new ConcurrentLinkedQueue<>();
    private final List<String> listed = new CopyOnWriteArrayList<>();
    private LinkVisual cameras;

    @BeforeEach
    void addCameras() {
        cameras = CLOUD.simulator().world().linkVisual();
        listed.addAll(cameras.addDevices(DEVICES));
    }

    @Test
    void losesAndRepeatsNothingOverARestartWithinTheLimitOfCalls() throws Exception {
        List<String> happened = cameras.addEvents(EVENTS, start, now);
        String limited = "&rateLimit=" + LIMIT;

        try (EventsNode node = node(limited)) {
            node.await("half of the events", LONG, () -> delivered.size() >= EVENTS / 2);
        }
        List<RecordedRequest> before = calls();
        int atRestart = delivered.size();
        CLOUD.simulator().requests().clear();
        try (EventsNode node = node(limited)) {
            node.await("a whole poll", LONG, () -> node.polls() >= 1);
        }

        assertThat(atRestart).isLessThan(EVENTS);
        assertThat(delivered).containsExactlyInAnyOrderElementsOf(happened);
        assertNoneTooMany(before);
        assertNoneTooMany(calls());
    }

    @Test
    void takesACameraInAndLeavesOneOut() throws Exception {
        String left = listed.get(DEVICES / 2);
        String first = cameras.addEvent(left, now.minusSeconds(60), 1).id();

        try (EventsNode node = node(NO_LIMIT)) {
            node.await("a whole poll", LONG, () -> node.polls() >= 1);
            listed.remove(left);
            morePolls(node);
            cameras.addEvent(left, now.minusSeconds(30), 1);
            String added = cameras.addDevice();
            String second = cameras.addEvent(added, now.minusSeconds(50), 1).id();
            listed.add(added);
            morePolls(node);

            assertThat(delivered).containsExactly(first, second);
        }
    }

    @Test
    void camerasThatAreRefusedDoNotHoldUpTheOthers() throws Exception {
        String foreign = "nobody's";
        String inactive = listed.get(1);
        cameras.setDevice(inactive, State.INACTIVE);
        List<String> happened = List.of(
                cameras.addEvent(listed.get(0), now.minusSeconds(60), 1).id(),
                cameras.addEvent(listed.get(DEVICES - 1), now.minusSeconds(50), 2)
                        .id());
        String hidden = cameras.addEvent(inactive, now.minusSeconds(40), 1).id();
        listed.add(0, foreign);

        try (EventsNode node = node(NO_LIMIT)) {
            node.await("the events of the others", LONG, () -> node.polls() >= 2);
            int polls = node.polls();
            assertThat(delivered).containsExactlyInAnyOrderElementsOf(happened);
            // one call each a poll: a refusal is not tried again at once, nor with the same key taken anew
            // those that are read first are also asked for the vendor's time
            assertThat(callsFor(foreign)).isBetween(polls, polls + 2);
            assertThat(callsFor(inactive)).isBetween(polls, polls + 2);

            cameras.setDevice(inactive, State.ONLINE);
            node.await("the event of the one", LONG, () -> delivered.contains(hidden));
        }
    }

    private EventsNode node(String options) throws Exception {
        return new EventsNode(
                CLOUD.simulator().url(), positions, listed, "startFrom=" + start + options, this::delivered);
    }

    private void delivered(Exchange exchange) {
        delivered.add(exchange.getMessage().getHeader(AliyunLinkVisualConstants.ITEM_KEY, String.class));
    }

    /** Until a poll that began after now has ended. */
    private static void morePolls(EventsNode node) {
        int polls = node.polls();
        node.await("two polls", LONG, () -> node.polls() >= polls + 2);
    }

    private static List<RecordedRequest> calls() {
        return CLOUD.simulator().requests().of(EventsNode.ACTION);
    }

    private static int callsFor(String iotId) {
        return (int) calls().stream()
                .filter(call -> iotId.equals(call.parameters().path("IotId").asText()))
                .count();
    }

    private static void assertNoneTooMany(List<RecordedRequest> calls) {
        assertThat(calls).hasSizeGreaterThan(LIMIT / 2);
        for (int i = LIMIT; i < calls.size(); i++) {
            assertThat(Duration.between(
                            calls.get(i - LIMIT).time(), calls.get(i).time()))
                    .as("time of %s calls and one more, the first being number %s", LIMIT, i - LIMIT)
                    .isGreaterThan(ALMOST_A_SECOND);
        }
    }
}

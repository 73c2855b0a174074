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
package io.github.camelvideo.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.feed.LogLines;
import io.github.camelvideo.json.ExactJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import okhttp3.mockwebserver.MockResponse;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the health check of a feed says of items that are late or misdated, and of a store that fails. */
class ToyFeedHealthIT extends ToyVideoTestSupport {

    @BeforeEach
    void checkConsumers() {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.register(registry.resolveById("consumers"));
    }

    @Test
    void anItemDatedAnHourAfterItsWindowIsDeliveredToldAndCounted() throws Exception {
        cloud.alarm("a1", NOW.minusSeconds(5));
        cloud.faults((call, response) -> call.action().equals("ListAlarms")
                ? with(response, "odd", NOW.plus(Duration.ofHours(1)).toString())
                : response);

        try (LogLines log = new LogLines()) {
            MockEndpoint items = consume("ListAlarms?startFrom=PT1H");

            await().until(() -> items.getReceivedCounter() == 2);
            pollTwiceMore();
            assertThat(details()).doesNotContainKeys("feed.latenessP50", "feed.latenessMax", "feed.latenessCovered");
            assertThat(ids(items)).containsExactlyInAnyOrder("a1", "odd");
            assertThat(log.warnings("outside that span")).hasSize(1);
            assertThat(details()).containsEntry("feed.misdated", 1L).containsEntry("feed.delivered", 2L);
        }
    }

    @Test
    void anItemThatIsListedLateIsCounted() throws Exception {
        MockEndpoint items = consume("ListAlarms?startFrom=PT1H");
        pollTwiceMore();

        cloud.alarm("late", NOW.minusSeconds(20));
        await().until(() -> items.getReceivedCounter() == 1);

        assertThat(details())
                .containsEntry("feed.late", 1L)
                .containsEntry("feed.misdated", 0L)
                .containsEntry("feed.latenessP50", "PT20S")
                .containsEntry("feed.latenessP90", "PT20S")
                .containsEntry("feed.latenessP99", "PT20S")
                .containsEntry("feed.latenessMax", "PT20S")
                .containsEntry("feed.latenessCovered", 1.0);
    }

    @Test
    void aStoreThatFailsIsDownUntilItWorksAgain() throws Exception {
        Disk disk = new Disk();
        context.getRegistry().bind("positions", disk);
        MockEndpoint items = consume("ListAlarms?startFrom=PT1H&offsetRepository=#positions");
        pollTwiceMore();

        disk.full = true;
        cloud.alarm("a1", NOW.minusSeconds(5));
        await().until(() -> health().getState() == HealthCheck.State.DOWN);
        assertThat(health().getMessage()).contains("The position cannot be stored: disk full");
        assertThat(items.getReceivedCounter()).isEqualTo(1);

        disk.full = false;
        cloud.alarm("a2", NOW.minusSeconds(4));
        await().until(() -> health().getState() == HealthCheck.State.UP);
    }

    @Test
    void aPositionThatWasSetBackIsUnknownUntilTheRouteIsStartedAgain() throws Exception {
        consume("ListAlarms");
        pollTwiceMore();
        context.getRouteController().stopRoute("feed");
        clock.advance(Duration.ofDays(-1));

        context.getRouteController().startRoute("feed");
        await().until(() -> health().getState() == HealthCheck.State.UNKNOWN);
        assertThat(details()).containsEntry("feed.positionAhead", NOW.toString());

        context.getRouteController().stopRoute("feed");
        context.getRouteController().startRoute("feed");
        await().until(() -> health().getState() == HealthCheck.State.UP);
    }

    private static MockResponse with(MockResponse response, String id, String time) {
        try {
            ObjectNode page = (ObjectNode) ExactJson.parse(response.getBody().readByteArray());
            page.withArray("Alarms").addObject().put("Id", id).put("Time", time);
            return ToyCloud.ok(page.put("Total", page.get("Total").asInt() + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> details() {
        return health().getDetails();
    }

    private HealthCheck.Result health() {
        return HealthCheckHelper.invoke(context).stream()
                .filter(result -> result.getCheck().getId().equals("consumer:feed"))
                .findFirst()
                .orElseThrow();
    }

    /** A disk that may be full. */
    private static final class Disk extends MemoryStateRepository {

        private volatile boolean full;

        @Override
        public void setState(String key, String value) {
            if (full) {
                throw new IllegalStateException("disk full");
            }
            super.setState(key, value);
        }
    }
}

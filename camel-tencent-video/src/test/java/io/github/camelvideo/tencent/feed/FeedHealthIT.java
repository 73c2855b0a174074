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

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FeedHealthIT extends FeedRoute {

    private final StoredPosition position = new StoredPosition();

    @BeforeEach
    void turnTheChecksOfConsumersOn() {
        context.getRegistry().bind("offsets", position.repository());
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.register(registry.resolveById("consumers"));
    }

    @Test
    void isUpAndTellsWhereTheFeedStands() throws Exception {
        start("startFrom=PT1H");
        awaitMoreReading();

        HealthCheck.Result health = health();

        assertThat(health.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health.getDetails())
                .containsEntry("feed.watermark", now().toString())
                .containsEntry("feed.readUpTo", now().toString())
                .containsEntry("feed.inFlight", 0)
                .containsEntry("feed.failed", 0)
                .doesNotContainKey("feed.gapFrom");
    }

    @Test
    void isDownWithTheVendorsAnswerWhilePollsFailAndUpAfterwards() throws Exception {
        cloud().faults().next(1_000_000, Fault.THROTTLE);
        start("startFrom=PT1H&maxRetries=0");
        // Camel counts a failed poll before it keeps the reason
        HealthCheck.Result health = Awaitility.await("DOWN with a reason")
                .atMost(LONG)
                .pollInterval(SHORT)
                .until(this::health, result -> result.getDetails().containsKey("http.response.code"));

        assertThat(health.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(health.getDetails())
                .containsEntry("http.response.code", 200)
                .containsEntry("vendor.call", "iotvideoindustry/DescribeWarnings")
                .containsEntry("vendor.code", "RequestLimitExceeded")
                .containsEntry("vendor.retryable", true)
                .containsKey("vendor.requestId");
        assertThat(health.getDetails().toString()).doesNotContain(VideoCloudSimulator.SECRET_KEY);

        cloud().faults().clear();
        until("UP", () -> health().getState() == HealthCheck.State.UP);
    }

    @Test
    void isNotReadyBeforeTheFirstPage() throws Exception {
        start("startFrom=now&initialDelay=600000");

        assertThat(HealthCheckHelper.invokeReadiness(context))
                .filteredOn(this::isOfTheRoute)
                .singleElement()
                .extracting(HealthCheck.Result::getState)
                .isEqualTo(HealthCheck.State.DOWN);
    }

    @Test
    void warnsOfWhatTheVendorNoLongerKeepsAndGoesOn() throws Exception {
        start("startFrom=now" + StoredPosition.OPTIONS);
        // the position is stored once the vendor has told the time
        awaitMoreReading();
        stop();
        Instant left = now();
        CLOCK.advance(Duration.ofDays(50));
        world().raiseAlarm(left.plus(Duration.ofDays(5)));
        long kept = world().raiseAlarm(now().minus(Duration.ofDays(29)));
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Feed.class.getPackageName());
        log.start();
        logger.addAppender(log);

        context.getRouteController().startRoute(ROUTE);
        delivered.await(1);
        awaitMoreReading();
        logger.detachAppender(log);

        assertThat(delivered.ids()).containsExactly(kept);
        assertThat(warnings(log)).singleElement().asString().contains(left.toString(), "DescribeWarnings");
        assertThat(health().getState()).isEqualTo(HealthCheck.State.UNKNOWN);
        assertThat(health().getMessage())
                .hasValueSatisfying(text -> assertThat(text).contains(left.toString()));
        assertThat(health().getDetails()).containsEntry("feed.gapFrom", left.toString());
        assertThat(Instant.parse((String) health().getDetails().get("feed.gapTo")))
                .isBetween(now().minus(Duration.ofDays(30)), now().minus(Duration.ofDays(29)));
    }

    private static List<String> warnings(ListAppender<ILoggingEvent> log) {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private HealthCheck.Result health() {
        return HealthCheckHelper.invoke(context).stream()
                .filter(this::isOfTheRoute)
                .findFirst()
                .orElseThrow();
    }

    private boolean isOfTheRoute(HealthCheck.Result result) {
        return result.getCheck().getId().equals("consumer:" + ROUTE);
    }
}

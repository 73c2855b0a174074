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
package io.github.camelvideo.examples.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.simulator.callback.Callback;
import io.github.camelvideo.simulator.callback.CallbackFault;
import io.github.camelvideo.simulator.callback.CallbackFaultPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes as they are, each for what it promises. */
class EventsIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private DemoCloud cloud;
    private Map<String, String> settings;
    private Browser browser;
    private Routes routes;

    @BeforeEach
    void prepare() throws Exception {
        cloud = new DemoCloud();
        int port = Demo.freePort();
        settings = Demo.settings(cloud, directory, port);
        settings.put("events.delay", "100");
        browser = new Browser(port);
        cloud.callBack(browser + "live/events", DemoCloud.KEY);
        routes = new Routes(settings);
    }

    @AfterEach
    void end() {
        routes.close();
        cloud.close();
    }

    @Test
    void aTicketIsOpenWhileItsStreamIsOnAir() throws Exception {
        cloud.startStream("match");
        awaitEverything();
        assertThat(tickets()).containsExactly(Map.entry("push.example.com/live/match", true));
        assertThat(summary().text()).startsWith("events 1, by push 1, by poll 0, lost 0");

        awaitTheNextSecond();
        cloud.endStreams(0);
        awaitEverything();

        assertThat(tickets()).containsExactly(Map.entry("push.example.com/live/match", false));
        awaitMoreLooks();
        assertThat(summary().isGood()).isTrue();
    }

    @Test
    void eachEventComesOnceWhileCallbacksAreLostAndDoubled() throws Exception {
        cloud.lose(0.2, 0.2);
        for (int i = 0; i < 30; i++) {
            cloud.startStream();
            cloud.endStreams(3);
        }
        cloud.endStreams(0);
        awaitEverything();
        awaitMoreLooks();

        assertThat(summary().isGood()).as(summary().text()).isTrue();
        assertThat(cloud.lost()).isPositive();
        assertThat(summary().polled()).isGreaterThanOrEqualTo(cloud.lost());
    }

    @Test
    void anEndThatComesBeforeItsStartClosesTheTicket() throws Exception {
        cloud.callbacks().fail(CallbackFaultPlan.of(CallbackFault.DROP).times(1));
        cloud.startStream("match");
        awaitTheNextSecond();
        cloud.endStreams(0);

        awaitEverything();

        assertThat(tickets()).containsExactly(Map.entry("push.example.com/live/match", false));
        assertThat(deliveries()).contains(new Delivery(Event.started("push.example.com/live/match"), "poll"));
        assertThat(summary().isGood()).isTrue();
    }

    @Test
    void aCallbackAfterThePollIsSilent() throws Exception {
        cloud.callbacks().fail(CallbackFaultPlan.of(CallbackFault.DELAY).by(Duration.ofSeconds(10)));
        cloud.startStream("match");
        cloud.endStreams(0);
        awaitEverything();
        assertThat(deliveries()).extracting(Delivery::origin).containsExactly("poll", "poll");

        await().atMost(LONG).until(() -> cloud.callbacks().count(Callback.State.DELIVERED) == 2);
        awaitMoreLooks();

        assertThat(summary().isGood()).isTrue();
    }

    @Test
    void whatHappensWhileTheRoutesAreStoppedIsFoundAfterwards() throws Exception {
        cloud.startStream("match");
        awaitEverything();
        routes.close();
        cloud.startStream("talk");
        cloud.endStreams(0);

        routes = new Routes(settings);
        awaitEverything();
        awaitMoreLooks();

        assertThat(deliveries()).hasSize(4);
        assertThat(summary().isGood()).isTrue();
    }

    @Test
    void aCallbackThatIsSignedWithAnotherKeyIsRefused() throws Exception {
        cloud.callbacks().fail(CallbackFaultPlan.of(CallbackFault.WRONG_KEY));
        cloud.startStream("match");
        await().atMost(LONG)
                .until(() -> !cloud.callbacks().all().get(0).attempts().isEmpty());
        awaitMoreLooks();

        assertThat(cloud.callbacks().all().get(0).attempts().get(0).status()).isEqualTo(403);
        assertThat(deliveries()).isEmpty();
    }

    @Test
    void thePageShowsCountsTheLastEventsAndOpenTickets() throws Exception {
        cloud.startStream("match");
        cloud.startStream("talk");
        awaitEverything();
        awaitTheNextSecond();
        cloud.endStreams(1);
        awaitEverything();

        JsonNode state = new ObjectMapper().readTree(browser.get("state.json"));

        JsonNode counts = state.path("counts");
        assertThat(counts.path("events").asInt()).isEqualTo(3);
        assertThat(counts.path("push").asInt()).isEqualTo(summary().pushed());
        assertThat(counts.path("poll").asInt()).isEqualTo(summary().polled());
        assertThat(counts.path("open").asInt()).isEqualTo(1);
        assertThat(counts.path("closed").asInt()).isEqualTo(1);
        JsonNode last = state.path("events").get(0);
        assertThat(state.path("events")).hasSize(3);
        assertThat(last.path("event").asText()).isEqualTo("stream-ended");
        assertThat(last.path("stream").asText()).isEqualTo("push.example.com/live/match");
        // the poll may be quicker
        assertThat(last.path("origin").asText()).isIn("push", "poll");
        assertThat(last.path("time").asText()).matches("20[-0-9]+T[:0-9]+Z");
        assertThat(state.path("tickets")).hasSize(1);
        assertThat(state.path("tickets").get(0).path("stream").asText()).isEqualTo("push.example.com/live/talk");
        assertThat(browser.get("")).contains("fetch('state.json'").doesNotContain("src=", "https://");
    }

    @Test
    void thePageOfFeedsShowsTheFeedInABrowser() throws Exception {
        cloud.startStream("match");
        awaitEverything();

        JsonNode feed = new ObjectMapper()
                .readTree(browser.get("feeds/state.json"))
                .path("feeds")
                .get(0);
        assertThat(feed.path("routeId").asText()).isEqualTo("events");
        assertThat(feed.path("delivered").asInt()).isEqualTo(1);
        assertThat(browser.get("feeds")).doesNotContain("src=", "https://", DemoCloud.KEY);
        assertThat(browser.get("feeds/state.json")).doesNotContain(DemoCloud.KEY);
        assumeTrue(Chromium.isInstalled(), "Chromium is not installed");
        assertThat(Chromium.text(browser + "feeds"))
                .contains("1 feed, at ", "events", "Lag", "Delivered")
                .contains("live/DescribeLiveStreamEventList");
    }

    @Test
    void theKeyOfCallbacksIsNotInTheLog() throws Exception {
        cloud.startStream("match");
        awaitEverything();

        assertThat(Files.readString(Path.of("target/test.log")))
                .contains("Started events")
                .doesNotContain(DemoCloud.KEY);
    }

    private void awaitEverything() {
        await().atMost(LONG).until(() -> summary().lost() == 0);
    }

    private void awaitMoreLooks() {
        int before = cloud.looks();
        await().atMost(LONG).until(() -> cloud.looks() >= before + 3);
    }

    /** The vendor's times are whole seconds: an end later than its start. */
    private void awaitTheNextSecond() {
        long second = System.currentTimeMillis() / 1000;
        await().atMost(LONG).until(() -> System.currentTimeMillis() / 1000 > second);
    }

    private List<Delivery> deliveries() throws Exception {
        return routes.tables().deliveries();
    }

    private Map<String, Boolean> tickets() throws Exception {
        return routes.tables().tickets();
    }

    private Summary summary() throws Exception {
        return Summary.of(cloud.events(), cloud.streams(), deliveries(), tickets());
    }
}

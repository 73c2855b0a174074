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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.json.ExactJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A series in a route, of all lenses of all cameras that the vendor lists. */
class ToySeriesIT extends ToyVideoTestSupport {

    private static final String ALL =
            "ListViewers?forEach=CameraId,Lens&forEachIn=action:ListLenses&forEachRefresh=10m&startFrom=10m";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @BeforeEach
    void someLenses() {
        context.getRegistry().bind("offsets", new MemoryStateRepository());
        cloud.camera("gate", "Gate").camera("hall", "Hall");
        cloud.lens("gate", "wide").lens("gate", "tele").lens("hall", "wide");
    }

    @Test
    void deliversEachMinuteOfEachLensOnce() throws Exception {
        MockEndpoint items = consume(ALL);
        awaitPartitions(3);
        cloud.viewers(NOW, "gate", "wide", 1)
                .viewers(NOW, "gate", "tele", 2)
                .viewers(NOW, "hall", "wide", 3)
                .viewers(NOW.plus(MINUTE), "hall", "wide", 4);

        clock.advance(Duration.ofMinutes(3));
        awaitItems(items, 3);
        clock.advance(MINUTE);
        awaitItems(items, 4);

        assertThat(items.getExchanges())
                .extracting(ToySeriesIT::told)
                .containsExactlyInAnyOrder(
                        "gate,wide 2026-11-20T10:00:00Z = 1",
                        "gate,tele 2026-11-20T10:00:00Z = 2",
                        "hall,wide 2026-11-20T10:00:00Z = 3",
                        "hall,wide 2026-11-20T10:01:00Z = 4");
    }

    @Test
    void revisionsSayTheirNumberAndWhetherTheyAreFinal() throws Exception {
        cloud.viewers(NOW, "gate", "wide", 7);
        MockEndpoint items = consume("ListViewers?CameraId=gate&Lens=wide&emit=revisions&startFrom=" + NOW.minus(MINUTE)
                + "&offsetRepository=#offsets");

        clock.advance(MINUTE);
        awaitItems(items, 1);
        clock.advance(Duration.ofMinutes(2));
        awaitItems(items, 2);

        assertThat(items.getExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader("CamelToyVideoRevision")
                        + " " + exchange.getMessage().getHeader("CamelToyVideoFinal")
                        + " " + exchange.getMessage().getHeader("CamelToyVideoChange"))
                .containsExactly("0 false added", "1 true changed");
    }

    @Test
    void aMissingMinuteIsZeroWhereThatIsWanted() throws Exception {
        MockEndpoint items = consume("ListViewers?CameraId=gate&Lens=wide&missing=zero&gracePeriod=0s");
        cloud.viewers(NOW, "gate", "wide", 7);

        clock.advance(MINUTE);
        awaitItems(items, 1);
        clock.advance(MINUTE);
        awaitItems(items, 2);

        assertThat((Object) items.getExchanges().get(1).getMessage().getBody(Map.class))
                .isEqualTo(Map.of("Time", "2026-11-20T10:01:00Z", "Viewers", 0));
    }

    @Test
    void aLensThatIsAddedIsWatchedAfterTheNextReadingOfTheLists() throws Exception {
        MockEndpoint items = consume(ALL);
        awaitPartitions(3);
        cloud.lens("hall", "tele");
        clock.advance(Duration.ofMinutes(10));
        awaitPartitions(4);
        cloud.viewers(NOW.plus(Duration.ofMinutes(10)), "hall", "tele", 9);

        clock.advance(Duration.ofMinutes(3));
        awaitItems(items, 1);
    }

    @Test
    void aListThatFailsOrIsEmptyForOneReadingEndsNoPartition() throws Exception {
        MockEndpoint items = consume(ALL);
        awaitPartitions(3);
        cloud.faults((call, response) -> call.action().equals("ListCameras") ? ToyCloud.refusal("Broken") : response);
        clock.advance(Duration.ofMinutes(10));
        awaitCalls("ListCameras", 2);
        // a reading that failed is tried again at the next poll, and must not be the empty one
        cloud.faults((call, response) -> response);
        awaitCalls("ListLenses", 4);
        cloud.faults(
                (call, response) -> call.action().equals("ListLenses") ? ToyCloud.ok(ExactJson.object()) : response);
        clock.advance(Duration.ofMinutes(10));
        awaitCalls("ListLenses", 6);
        cloud.faults((call, response) -> response);
        Instant later = NOW.plus(Duration.ofMinutes(20));
        cloud.viewers(later, "gate", "wide", 1).viewers(later, "hall", "wide", 3);

        clock.advance(Duration.ofMinutes(3));
        awaitItems(items, 2);
    }

    @Test
    void aPartitionThatTheVendorNoLongerKnowsIsNoFailure() throws Exception {
        MockEndpoint items = consume(ALL);
        awaitPartitions(3);
        cloud.removeCamera("hall");
        cloud.viewers(NOW, "gate", "wide", 1);

        clock.advance(Duration.ofMinutes(3));
        awaitItems(items, 1);

        ScheduledPollConsumer feed =
                (ScheduledPollConsumer) context.getRoute("feed").getConsumer();
        int refused = calls("hall");
        await().atMost(Duration.ofSeconds(30)).until(() -> feed.getCounter() >= 3);
        assertThat(calls("hall")).isEqualTo(refused);
    }

    private int calls(String camera) {
        return (int) cloud.calls("ListViewers").stream()
                .filter(call -> call.parameters().path("CameraId").asText().equals(camera))
                .count();
    }

    @Test
    void anActionThatDoesNotListIsRefused() {
        assertThatThrownBy(() -> consume("ListViewers?forEach=CameraId,Lens&forEachIn=action:RenameCamera"))
                .hasStackTraceContaining("forEachIn=action:RenameCamera: this action does not only list");
        assertThatThrownBy(() -> consume("ListViewers?forEach=CameraId,Lens&forEachIn=action:ListLense"))
                .hasStackTraceContaining("unknown action 'ListLense'");
        assertThatThrownBy(() ->
                        consume("ListAlarms?forEach=CameraId&forEachIn=action:ListCameras&forEachFrom=CameraId,Name"))
                .hasStackTraceContaining("forEachFrom=CameraId,Name must name 1 fields");
    }

    @Test
    void fieldsOfTheListMayBeNamed() throws Exception {
        cloud.alarm("1", NOW.minusSeconds(5), "Gate", "motion");
        MockEndpoint items =
                consume("ListAlarms?forEach=CameraId&forEachIn=action:ListCameras&forEachFrom=Name&startFrom=1h");

        awaitItems(items, 1);
        assertThat(items.getExchanges().get(0).getMessage().getHeader("CamelToyVideoForEach"))
                .isEqualTo("Gate");
    }

    private static void awaitItems(MockEndpoint items, int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> items.getReceivedCounter() == count);
    }

    /** Each is read as soon as it is listed, for the ten minutes before. */
    private void awaitPartitions(int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> cloud.calls("ListViewers").stream()
                                .map(call -> call.parameters().path("CameraId") + " "
                                        + call.parameters().path("Lens"))
                                .distinct()
                                .count()
                        == count);
    }

    private void awaitCalls(String action, int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> cloud.calls(action).size() >= count);
    }

    private static String told(Exchange exchange) {
        return exchange.getMessage().getHeader("CamelToyVideoForEach") + " "
                + exchange.getMessage().getHeader("CamelToyVideoItemTime") + " = "
                + exchange.getMessage().getBody(Map.class).get("Viewers");
    }
}

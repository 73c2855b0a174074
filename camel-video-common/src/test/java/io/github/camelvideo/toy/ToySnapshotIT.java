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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A snapshot in a route. */
class ToySnapshotIT extends ToyVideoTestSupport {

    private static final String CAMERAS = "ListCameras?offsetRepository=#offsets&offsetKey=cameras";

    @BeforeEach
    void someCameras() {
        context.getRegistry().bind("offsets", new MemoryStateRepository());
        cloud.camera("gate", "Gate").camera("hall", "Hall");
    }

    @Test
    void deliversWhatIsAddedChangedAndRemovedOverARestart() throws Exception {
        MockEndpoint items = consume(CAMERAS);
        pollCameras(2);
        cloud.camera("yard", "Yard");
        awaitTold(items, "yard added Yard");
        call("RenameCamera?CameraId=gate&Name=Main gate", null);
        awaitTold(items, "yard added Yard", "gate changed Main gate");

        context.getRouteController().stopRoute("feed");
        cloud.removeCamera("hall");
        cloud.camera("lobby", "Lobby");
        context.getRouteController().startRoute("feed");

        awaitTold(items, "yard added Yard", "gate changed Main gate", "lobby added Lobby", "hall removed Hall");
        pollCameras(2);
        assertThat(items.getReceivedCounter()).isEqualTo(4);
    }

    @Test
    void aMemberCanBePolled() {
        Map<?, ?> polled = context.createConsumerTemplate()
                .receiveBody("toy-video:ListCameras?initial=announce&delay=20&initialDelay=0", 10_000, Map.class);

        assertThat((Object) polled).isEqualTo(Map.of("CameraId", "gate", "Name", "Gate"));
    }

    @Test
    void textsAreMembersOfEachPartition() throws Exception {
        cloud.lens("gate", "wide").lens("hall", "wide");
        MockEndpoint items = consume("ListLenses?forEach=CameraId&forEachIn=action:ListCameras&initial=announce");

        await().until(() -> items.getReceivedCounter() == 2);

        assertThat(items.getExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader("CamelToyVideoForEach") + " "
                        + exchange.getMessage().getBody())
                .containsExactlyInAnyOrder("gate wide", "hall wide");
    }

    @Test
    void aChangeThatFailsIsRedeliveredAndThenGoesToTheDeadLetterEndpoint() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        MockEndpoint dead = getMockEndpoint("mock:dead");
        MockEndpoint items = consume(
                CAMERAS + "&onFailure=mock:dead&maxRedeliveries=2",
                route -> route.process(exchange -> {
                    if (broken.get()) {
                        throw new IllegalStateException("the ticket system is down");
                    }
                }));
        pollCameras(2);
        cloud.camera("yard", "Yard");
        await().until(() -> dead.getReceivedCounter() == 1);
        broken.set(false);
        cloud.camera("lobby", "Lobby");

        awaitTold(items, "lobby added Lobby");
        assertThat(told(dead.getExchanges())).containsExactly("yard added Yard");
    }

    @Test
    void aListThatIsEmptyForOnceRemovesNobody() throws Exception {
        AtomicBoolean empty = new AtomicBoolean();
        cloud.faults((call, response) ->
                empty.getAndSet(false) ? ToyCloud.ok(ExactJson.object().put("Total", 0)) : response);
        MockEndpoint items = consume(CAMERAS);
        pollCameras(2);
        empty.set(true);
        await().until(() -> !empty.get());
        pollCameras(3);
        cloud.camera("yard", "Yard");

        awaitTold(items, "yard added Yard");
    }

    @Test
    void optionsOfTimeAreRefused() {
        assertThatThrownBy(() -> consume("ListCameras?startFrom=1h"))
                .hasStackTraceContaining("startFrom does not apply: the action lists things without a time");
    }

    private void pollCameras(int times) {
        int before = cloud.calls("ListCameras").size();
        // a reading takes one or two calls
        await().until(() -> cloud.calls("ListCameras").size() >= before + 2 * times);
    }

    private static void awaitTold(MockEndpoint items, String... told) {
        await().untilAsserted(() -> assertThat(told(items.getExchanges())).containsExactlyInAnyOrder(told));
    }

    private static List<String> told(List<Exchange> exchanges) {
        return exchanges.stream()
                .map(exchange -> exchange.getMessage().getHeader("CamelToyVideoItemKey") + " "
                        + exchange.getMessage().getHeader("CamelToyVideoChange") + " "
                        + exchange.getMessage().getBody(Map.class).get("Name"))
                .toList();
    }
}

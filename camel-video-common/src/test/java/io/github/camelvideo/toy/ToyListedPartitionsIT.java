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

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.json.ExactJson;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import okhttp3.mockwebserver.MockResponse;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Partitions that an action lists: what a list that takes long holds up. */
class ToyListedPartitionsIT extends ToyVideoTestSupport {

    private static final String ALARMS =
            "ListAlarms?startFrom=PT1H&forEach=CameraId&forEachIn=action:ListCameras&forEachRefresh=1m";

    private static final int THOUSANDS = 5_000;
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final CountDownLatch released = new CountDownLatch(1);

    private void holdList() {
        cloud.faults((call, response) -> {
            if (call.action().equals("ListCameras")) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return response;
        });
    }

    @Test
    void theLastListIsInUseWhileTheNextOneIsRead() throws Exception {
        cloud.camera("c1", "door").alarm("a1", NOW.minusSeconds(20));
        MockEndpoint items = consume(ALARMS);
        await().until(() -> items.getReceivedCounter() == 1);
        int lists = cloud.calls("ListCameras").size();

        holdList();
        cloud.camera("c2", "gate");
        clock.advance(Duration.ofMinutes(2));
        await().until(() -> cloud.calls("ListCameras").size() > lists);
        cloud.alarm("a2", clock.instant().minusSeconds(5));
        cloud.alarm("a3", clock.instant().minusSeconds(5), "c2", "motion");
        await().until(() -> items.getReceivedCounter() == 2);
        pollTwiceMore();
        assertThat(ids(items)).containsExactly("a1", "a2");
        assertThat(cloud.calls("ListCameras")).hasSize(lists + 1);

        released.countDown();
        await().until(() -> cloud.calls("ListAlarms").stream()
                .anyMatch(call -> call.parameters().path("CameraId").asText().equals("c2")));
    }

    /** What is wrong with one reading of the list. */
    enum Trouble {
        FAILED,
        HALF,
        EMPTY;

        private MockResponse of(ToyCloud.Call call) {
            ArrayNode cameras = ExactJson.array();
            if (this == HALF) {
                cameras.addObject().put("CameraId", "c0");
                cameras.addObject().put("CameraId", "c1");
            }
            ObjectNode answer = ExactJson.object().put("Total", cameras.size());
            answer.set("Cameras", call.parameters().path("Page").asInt(1) == 1 ? cameras : ExactJson.array());
            return this == FAILED ? ToyCloud.refusal("Broken") : ToyCloud.ok(answer);
        }
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void aListThatIsWrongForOneReadingChangesNothing(Trouble trouble) throws Exception {
        for (int i = 0; i < 4; i++) {
            cloud.camera("c" + i, "camera").alarm("first" + i, NOW.minusSeconds(20), "c" + i, "motion");
        }
        MockEndpoint items = consume(ALARMS);
        await().until(() -> items.getReceivedCounter() == 4);

        readListAgain((call, response) -> call.action().equals("ListCameras") ? trouble.of(call) : response);
        addAlarmOfEach("second", 4);
        await().until(() -> items.getReceivedCounter() == 8);
        readListAgain((call, response) -> response);
        addAlarmOfEach("third", 4);
        await().until(() -> items.getReceivedCounter() == 12);

        assertThat(ids(items)).doesNotHaveDuplicates().hasSize(12);
    }

    /** Returns when the polls use what this reading found, or do not. */
    private void readListAgain(BiFunction<ToyCloud.Call, MockResponse, MockResponse> faults) {
        cloud.faults(faults);
        int lists = cloud.calls("ListCameras").size();
        clock.advance(Duration.ofMinutes(2));
        await().until(() -> cloud.calls("ListCameras").size() > lists);
        ScheduledPollConsumer feed =
                (ScheduledPollConsumer) context.getRoute("feed").getConsumer();
        long polls = feed.getCounter();
        await().until(() -> feed.getCounter() >= polls + 4);
    }

    private void addAlarmOfEach(String name, int cameras) {
        for (int i = 0; i < cameras; i++) {
            cloud.alarm(name + i, clock.instant().minusSeconds(5), "c" + i, "motion");
        }
    }

    @Test
    void eachOfThousandsOfListedPartitionsDeliversOnceOverAStop() throws Exception {
        context.getRegistry().bind("offsets", new MemoryStateRepository());
        for (int i = 0; i < THOUSANDS; i++) {
            cloud.camera("c" + i, "camera").alarm("a" + i, NOW.minusSeconds(20), "c" + i, "motion");
        }
        MockEndpoint items = consume(ALARMS + "&offsetRepository=#offsets");
        await().atMost(A_WHILE).until(() -> items.getReceivedCounter() >= THOUSANDS / 4);
        context.getRouteController().stopRoute("feed");
        int before = items.getReceivedCounter();
        context.getRouteController().startRoute("feed");
        await().atMost(A_WHILE).until(() -> items.getReceivedCounter() >= THOUSANDS);

        assertThat(before).isLessThan(THOUSANDS);
        assertThat(ids(items)).doesNotHaveDuplicates().hasSize(THOUSANDS);
        assertThat(cloud.calls("ListAlarms"))
                .extracting(call -> call.parameters().path("CameraId").asText())
                .filteredOn(camera -> !camera.isEmpty())
                .hasSizeGreaterThanOrEqualTo(THOUSANDS)
                .satisfies(cameras -> assertThat(Set.copyOf(cameras)).hasSize(THOUSANDS));
        assertThat(cloud.calls("ListCameras"))
                .extracting(call -> call.parameters().path("Page").asInt())
                .contains(1, THOUSANDS / 50);
    }

    @Test
    void theFirstListIsWaitedForAndAStopDoesNotWaitForIt() throws Exception {
        cloud.camera("c1", "door").alarm("a1", NOW.minusSeconds(20));
        holdList();
        consume(ALARMS);
        await().until(() -> !cloud.calls("ListCameras").isEmpty());

        assertThat(cloud.calls("ListAlarms")).isEmpty();
        context.getRouteController().stopRoute("feed");
        released.countDown();

        context.getRouteController().startRoute("feed");
        await().until(() -> getMockEndpoint("mock:items").getReceivedCounter() == 1);
    }
}

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

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

/** Partitions that an action lists: what a list that takes long holds up. */
class ToyListedPartitionsIT extends ToyVideoTestSupport {

    private static final String ALARMS =
            "ListAlarms?startFrom=PT1H&forEach=CameraId&forEachIn=action:ListCameras&forEachRefresh=1m";

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

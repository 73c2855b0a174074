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

import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.FaultPlan;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

class AcknowledgeIT extends FeedRoute {

    private static final String RESET = "startFrom=PT1H&acknowledge=ResetWarning";

    @Test
    void resetsEachDeliveredAlarm() throws Exception {
        List<Long> ids = raise(50);

        start(RESET);
        until("all acknowledged", () -> world().acknowledged().size() == 50);
        awaitMoreReading();

        assertThat(world().acknowledged()).containsExactlyInAnyOrderElementsOf(delivered.ids());
        assertThat(delivered.ids()).isEqualTo(ids);
        assertThat(cloud().requests().count("ResetWarning")).isEqualTo(50);
    }

    @Test
    void deletesEachDeliveredAlarmAndMissesNoneAsTheListShrinks() throws Exception {
        world().listDeleted(false);
        List<Long> ids = raise(50);

        start("startFrom=PT1H&acknowledge=DeleteWarning&pageSize=10&maxMessagesPerPoll=7");
        until("all deleted", () -> world().deleted().size() == 50);

        assertThat(delivered.ids()).isEqualTo(ids);
        assertThat(world().deleted()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void doesNotAcknowledgeAnItemThatFailed() throws Exception {
        List<Long> ids = raise(5);
        List<Long> others = new ArrayList<>(ids);
        String poison = others.remove(2).toString();

        start(
                RESET,
                route -> route.process(exchange -> {
                    if (poison.equals(exchange.getIn().getHeader(TencentVideoConstants.ITEM_KEY))) {
                        throw new IllegalStateException("poison");
                    }
                }));
        until("the others acknowledged", () -> world().acknowledged().size() == 4);
        awaitMoreReading();

        assertThat(world().acknowledged()).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void acknowledgesAtTheNextPollWhatTheVendorCouldNotTake() throws Exception {
        List<Long> ids = raise(5);
        cloud().faults().next("ResetWarning", 2, Fault.THROTTLE);

        start(RESET + "&maxRetries=0");
        until("all acknowledged", () -> world().acknowledged().size() == 5);
        awaitMoreReading();

        assertThat(delivered.ids()).isEqualTo(ids);
        assertThat(cloud().requests().count("ResetWarning")).isEqualTo(7);
    }

    @Test
    void deliversAnItemOnceWhoseAcknowledgementIsRefused() throws Exception {
        List<Long> ids = raise(5);
        cloud().faults().next("ResetWarning", 50, Fault.EXPIRED_SIGNATURE);
        MemoryStateRepository offsets = new MemoryStateRepository();
        context.getRegistry().bind("offsets", offsets);

        start(RESET + "&offsetRepository=#offsets&offsetKey=alarms");
        delivered.await(5);
        String last = Long.toString(ids.get(4));
        until("the last one done", () -> offsets.getState("alarms").contains(last));
        restart();
        awaitMoreReading();

        assertThat(delivered.ids()).isEqualTo(ids);
        assertThat(world().acknowledged()).isEmpty();
    }

    @Test
    void deliversNoFasterThanTheVendorTakesAcknowledgements() throws Exception {
        raise(60);
        CountDownLatch goOn = new CountDownLatch(1);
        for (int request = 1; request <= 8; request++) {
            cloud().faults().beforeRequest("ResetWarning", request, () -> await(goOn));
        }
        cloud().faults().add(FaultPlan.of(Fault.THROTTLE).on("ResetWarning").times(8));

        start(RESET + "&maxRetries=0&delay=600000&initialDelay=0");
        delivered.await(8);
        assertThat(delivered.ids()).hasSize(8);
        goOn.countDown();
        until("those under way answered", () -> cloud().faults().isSpent());
        until("the poll has ended", () -> feedConsumer().getPendingExchangesSize() == 0);

        // refused ones wait for the next poll, and nothing is delivered before they are taken
        assertThat(delivered.ids()).hasSize(8);
        assertThat(cloud().requests().count("ResetWarning")).isEqualTo(8);
    }

    @Test
    void waitsForAcknowledgementsWhenTheRouteStops() throws Exception {
        List<Long> ids = raise(5);
        CountDownLatch goOn = new CountDownLatch(1);
        cloud().faults().beforeRequest("ResetWarning", 1, () -> await(goOn));
        start(RESET);
        delivered.await(5);
        until("the others acknowledged", () -> world().acknowledged().size() == 4);

        CompletableFuture<Void> stopped = stopInBackground();
        until("the stop has begun", () -> feedConsumer().isSuspended());
        goOn.countDown();
        stopped.join();
        context.getRouteController().startRoute(ROUTE);
        awaitMoreReading();

        assertThat(world().acknowledged()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(delivered.ids()).isEqualTo(ids);
    }

    private static List<Long> raise(int count) {
        return world().raiseAlarms(count, now().minusSeconds(3_000), now());
    }
}

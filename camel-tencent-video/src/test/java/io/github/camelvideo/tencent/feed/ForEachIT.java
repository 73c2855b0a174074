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

import static io.github.camelvideo.tencent.feed.FeedRoute.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One consumer, many devices. */
class ForEachIT extends DevicesRoute {

    private static final String ONE_POLL = "&delay=600000&initialDelay=0";

    @TempDir
    Path directory;

    @Test
    void givesEachItemWithItsDeviceInTheHeader() throws Exception {
        devices.happens("a", now().minusSeconds(9), "first");
        devices.happens("a", now().minusSeconds(5), "second");
        devices.happens("b", now().minusSeconds(7), "other");

        start("forEachIn=a,b,a");
        await(3);
        awaitMoreReading("b");

        assertThat(events()).containsExactlyInAnyOrder("a:first", "a:second", "b:other");
        assertThat(events()).containsSubsequence("a:first", "a:second");
        assertThat(delivered).noneMatch(message -> message.getBody(Map.class).containsKey("DeviceId"));
    }

    @ParameterizedTest
    @EnumSource
    void putsTheDeviceIntoTheBodyWhenAskedTo(Tree tree) throws Exception {
        devices.happens("a", now().minusSeconds(9), "first");

        start("forEachIn=a&forEachInBody=true&outputType=" + tree.name());
        await(1);

        assertThat(tree.device(delivered.get(0).getBody())).isEqualTo("a");
    }

    enum Tree {
        Map,
        JsonNode;

        Object device(Object body) {
            return body instanceof JsonNode node ? node.path("DeviceId").asText() : ((Map<?, ?>) body).get("DeviceId");
        }
    }

    @Test
    void goesOnWithTheOthersWhenADeviceIsRefused() throws Exception {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.register(registry.resolveById("consumers"));
        Polls polls = new Polls();
        context.getRegistry().bind("polls", polls);
        devices.refused.add("bad");
        devices.happens("bad", now().minusSeconds(9), "hidden");
        devices.happens("a", now().minusSeconds(9), "one");
        devices.happens("b", now().minusSeconds(9), "two");

        start("forEachIn=bad,a,b&pollStrategy=#polls");
        await(2);
        awaitMoreReading("bad");

        assertThat(events()).containsExactlyInAnyOrder("a:one", "b:two");
        assertThat(polls.failures()).isEmpty();
        HealthCheck.Result health = HealthCheckHelper.invokeReadiness(context).stream()
                .filter(result -> result.getCheck().getId().equals("consumer:" + ROUTE))
                .findAny()
                .orElseThrow();
        assertThat(health.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health.getDetails())
                .containsEntry("feed.partitions", 3)
                .containsEntry("feed.failingPartitions", 1)
                .containsEntry("feed.oldestPartition", "DeviceId=bad")
                .containsEntry("feed.watermark", now().minusSeconds(3600).toString());

        devices.refused.clear();
        await(3);
        assertThat(events()).contains("bad:hidden");
    }

    @Test
    void failsThePollWhenEveryDeviceIsRefused() throws Exception {
        Polls polls = new Polls();
        context.getRegistry().bind("polls", polls);
        devices.refused.addAll(List.of("a", "b"));

        start("forEachIn=a,b&pollStrategy=#polls");
        until("failed polls", () -> polls.failures().size() >= 2);

        assertThat(polls.failures()).allSatisfy(failure -> assertThat(failure)
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("ResourceNotFound.DeviceNotExist"));
        assertThat(polls.counts()).isEmpty();
    }

    @Test
    void takesDevicesInAndLeavesThemOutBetweenPolls() throws Exception {
        List<String> listed = new CopyOnWriteArrayList<>(List.of("a", "b"));
        context.getRegistry().bind("listed", listed);
        start("forEachIn=#listed");
        awaitMoreReading("b");

        listed.remove("a");
        awaitMoreReading("b");
        long before = asked("a");
        listed.add("c");
        devices.happens("a", now(), "unseen");
        devices.happens("c", now(), "new");
        await(1);
        awaitMoreReading("c");

        assertThat(events()).containsExactly("c:new");
        assertThat(asked("a")).isEqualTo(before);

        listed.add("a");
        await(2);
        assertThat(events()).containsExactly("c:new", "a:unseen");
    }

    @Test
    void readsTheListFromASupplierAndFromAFile() throws Exception {
        Path file = Files.writeString(directory.resolve("devices.txt"), "# cameras\na\n\nb\n");
        devices.happens("b", now(), "one");
        start("forEachIn=file:" + file);
        await(1);
        context.getRouteController().stopRoute(ROUTE);
        context.removeRoute(ROUTE);

        Supplier<List<String>> supplier = () -> List.of("b", "c");
        context.getRegistry().bind("supplier", supplier);
        devices.happens("c", now(), "two");
        start("forEachIn=#bean:supplier");
        await(3);

        assertThat(events()).containsExactlyInAnyOrder("b:one", "b:one", "c:two");
    }

    @Test
    void startsWithoutADeviceToo() throws Exception {
        List<String> listed = new CopyOnWriteArrayList<>();
        Polls polls = new Polls();
        context.getRegistry().bind("listed", listed);
        context.getRegistry().bind("polls", polls);

        start("forEachIn=#listed&pollStrategy=#polls");
        until("polls", () -> polls.counts().size() >= 2);

        assertThat(devices.asked).isEmpty();
        assertThat(polls.failures()).isEmpty();
    }

    @Test
    void readsNoMoreDevicesAtOnceThanAllowed() throws Exception {
        devices.gate = new CountDownLatch(1);
        String all =
                String.join(",", IntStream.range(0, 20).mapToObj(i -> "d" + i).toList());

        start("forEachConcurrency=3&forEachIn=" + all);
        until("three under way", () -> devices.underWay() == 3);
        devices.gate.countDown();
        awaitMoreReading("d19");

        assertThat(devices.mostAtOnce()).isEqualTo(3);
    }

    @Test
    void stopsWhileTheVendorIsSilent() throws Exception {
        context.getShutdownStrategy().setTimeout(1);
        devices.gate = new CountDownLatch(1);
        start("forEachIn=a,b,c");
        until("under way", () -> devices.underWay() >= 3);

        context.getRouteController().stopRoute(ROUTE);

        until("the end of the threads", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().contains("-forEach")));
        assertThat(context.getRouteController().getRouteStatus(ROUTE).isStopped())
                .isTrue();
        devices.gate.countDown();
    }

    @Test
    void readsNothingWhileSuspended() throws Exception {
        start("forEachIn=a,b");
        awaitMoreReading("a");
        context.getRouteController().suspendRoute(ROUTE);
        ScheduledPollConsumer consumer =
                (ScheduledPollConsumer) context.getRoute(ROUTE).getConsumer();
        until("the end of the poll", () -> !consumer.isPolling());
        int before = devices.asked.size();
        devices.happens("a", now(), "late");
        assertThat(devices.asked).hasSize(before);

        context.getRouteController().resumeRoute(ROUTE);
        await(1);

        assertThat(events()).containsExactly("a:late");
    }

    @ParameterizedTest
    @EnumSource
    void losesAndRepeatsNothingOverARestartInTheMiddle(Positions place) throws Exception {
        Supplier<StateRepository<String, String>> positions = place.in(directory);
        for (int device = 0; device < 5; device++) {
            for (int event = 0; event < 4; event++) {
                devices.happens("d" + device, now().minusSeconds(100 - event), "e" + event);
            }
        }
        String options = "offsetRepository=#offsets&forEachIn=d0,d1,d2,d3,d4" + ONE_POLL;
        context.getRegistry().bind("offsets", positions.get());
        start(
                context,
                options,
                route -> route.process(exchange -> {
                    if (delivered.size() == 9) {
                        ((ScheduledBatchPollingConsumer) context.getRoute(ROUTE).getConsumer())
                                .deferShutdown(ShutdownRunningTask.CompleteCurrentTaskOnly);
                    }
                }));
        awaitThePoll(context);
        context.stop();
        assertThat(delivered).hasSize(10);

        CamelContext next = createCamelContext();
        callTheFake(next);
        next.getRegistry().bind("offsets", positions.get());
        next.start();
        start(next, options, route -> {});
        awaitThePoll(next);
        next.stop();

        assertThat(events()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void makesOneMessageOfEachAnswerInModeResponse() throws Exception {
        devices.refused.add("bad");
        devices.happens("b", now().minusSeconds(10), "one");
        String window = "StartTime=" + now().minusSeconds(60).getEpochSecond() + "&EndTime=" + now().getEpochSecond();

        start("mode=RESPONSE&Limit=10&Offset=0&forEachIn=a,bad,b&" + window + ONE_POLL);
        awaitThePoll(context);

        assertThat(delivered)
                .extracting(message -> message.getHeader(TencentVideoConstants.FOR_EACH) + ":"
                        + message.getBody(Map.class).get("TotalCount"))
                .containsExactly("a:0", "b:1");
    }

    private static void awaitThePoll(CamelContext where) {
        ScheduledPollConsumer consumer =
                (ScheduledPollConsumer) where.getRoute(ROUTE).getConsumer();
        until("the end of the only poll", () -> consumer.isFirstPollDone() && !consumer.isPolling());
    }
}

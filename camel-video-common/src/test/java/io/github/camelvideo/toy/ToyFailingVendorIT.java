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
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A vendor that fails often, or fails for one partition, while a feed is consumed. */
class ToyFailingVendorIT extends ToyVideoTestSupport {

    private static final List<Supplier<MockResponse>> FAULTS = List.of(
            () -> ToyCloud.refusal("Broken"),
            () -> ToyCloud.refusal("Busy"),
            () -> new MockResponse().setResponseCode(502).setBody("<html>bad gateway</html>"),
            () -> new MockResponse()
                    .setHeader("Content-Type", "application/json")
                    .setBody("{\"Alarms\":[{"),
            () -> new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void moreThanHalfOfAllAttemptsFailAndEachItemIsDeliveredOnce(long seed) throws Exception {
        raise("c1", 300);
        Random random = new Random(seed);
        AtomicInteger failed = new AtomicInteger();
        cloud.faults((call, response) -> {
            if (random.nextDouble() >= 0.55) {
                return response;
            }
            failed.incrementAndGet();
            return FAULTS.get(random.nextInt(FAULTS.size())).get();
        });

        MockEndpoint items = consume("ListAlarms?startFrom=PT1H&pageSize=50");

        await().atMost(Duration.ofMinutes(2)).until(() -> items.getReceivedCounter() >= 300);
        pollTwiceMore("c1");
        assertThat(ids(items)).doesNotHaveDuplicates().hasSize(300);
        assertThat(failed).hasPositiveValue();
    }

    @Test
    void aPartitionWhosePagesKeepFailingHoldsUpNoOtherAndDeliversTheRest() throws Exception {
        raise("bad", 25);
        cloud.faults((call, response) -> {
            boolean isSpoiled =
                    response.getBody() != null && response.getBody().readUtf8().contains("\"bad-12\"");
            return isSpoiled ? FAULTS.get(3).get() : response;
        });

        MockEndpoint items =
                consume("ListAlarms?startFrom=PT1H&forEach=CameraId&forEachIn=c1,bad,c2&pageSize=10&maxRetries=0");

        await().until(() -> items.getReceivedCounter() >= 10);
        for (int round = 1; round <= 5; round++) {
            clock.advance(Duration.ofSeconds(10));
            cloud.alarm("c1-" + round, clock.instant(), "c1", "motion");
            cloud.alarm("c2-" + round, clock.instant(), "c2", "line");
            int expected = round;
            await().until(() -> ids(items).containsAll(List.of("c1-" + expected, "c2-" + expected)));
        }
        // the window around what cannot be read narrows from poll to poll
        await().until(() -> items.getReceivedCounter() >= 10 + 24);
        assertThat(ids(items)).doesNotHaveDuplicates().hasSize(10 + 24).doesNotContain("bad-12");
    }

    @Test
    void whatWasReadBeforeTheOnlyPartitionFailedIsDelivered() throws Exception {
        raise("c1", 25);
        cloud.faults((call, response) ->
                call.parameters().path("Offset").asInt() == 10 ? ToyCloud.refusal("WrongKey") : response);

        MockEndpoint items =
                consume("ListAlarms?startFrom=PT1H&forEach=CameraId&forEachIn=c1&pageSize=10&maxRetries=0");

        await().until(() -> items.getReceivedCounter() == 10);
        pollTwiceMore("c1");
        cloud.faults((call, response) -> response);
        await().until(() -> items.getReceivedCounter() >= 25);
        assertThat(ids(items)).doesNotHaveDuplicates().hasSize(25);
    }

    /** Alarms {@code <camera>-1} and so on, ten seconds apart. */
    private void raise(String camera, int count) {
        IntStream.rangeClosed(1, count)
                .forEach(i ->
                        cloud.alarm(camera + "-" + i, NOW.minusSeconds(3_500).plusSeconds(10L * i), camera, "motion"));
    }

    private void pollTwiceMore(String camera) {
        int before = callsFor(camera);
        await().atMost(Duration.ofMinutes(1)).until(() -> callsFor(camera) >= before + 2);
    }

    private int callsFor(String camera) {
        Stream<ToyCloud.Call> calls = cloud.calls("ListAlarms").stream();
        return (int) calls.filter(call ->
                        call.parameters().path("CameraId").asText(camera).equals(camera))
                .count();
    }
}

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

import io.github.camelvideo.json.ExactJson;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import okhttp3.mockwebserver.MockResponse;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

/** Responses that a cache kept: their Date is that of an earlier moment. */
class ToyCachedResponsesIT extends ToyVideoTestSupport {

    private static final Duration AGE = Duration.ofMinutes(30);

    @Test
    void doNotHoldAFeedBackInThePast() throws Exception {
        cloud.next(Stream.generate(ToyCachedResponsesIT::cached).limit(6).toArray(MockResponse[]::new));
        MockEndpoint items = consume("ListAlarms?startFrom=now");
        await().until(() -> cloud.calls("ListAlarms").size() > 6);

        clock.advance(Duration.ofSeconds(10));
        cloud.alarm("a1", clock.instant());

        await().until(() -> items.getReceivedCounter() == 1);
        assertThat(ids(items)).containsExactly("a1");
        assertThat(cloud.calls("ListAlarms"))
                .allSatisfy(call ->
                        assertThat(call.parameters().get("End").asText()).isGreaterThanOrEqualTo(NOW.toString()));
    }

    private static MockResponse cached() {
        var nothing = ExactJson.object().put("Total", 0);
        nothing.putArray("Alarms");
        return ToyCloud.ok(nothing)
                .setHeader(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                NOW.minus(AGE).atOffset(ZoneOffset.UTC)))
                .setHeader("Age", AGE.toSeconds());
    }
}

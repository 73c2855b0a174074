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
package io.github.camelvideo.tencent.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.protocol.ThrottledException;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.tencent.SimulatedComponent;
import io.github.camelvideo.tencent.TencentVideoComponent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** How many calls are let through, counted, not timed. */
class RateLimitIT extends Calling {

    private static final int CALLS = 30;

    @Test
    void withoutALimitTheCloudRefusesWhatIsTooMuch() {
        // time stands still for it: the first second never ends
        try (VideoCloudSimulator strict =
                VideoCloudSimulator.builder().clock(CLOCK).ticker(() -> 0).start()) {

            List<Exchange> exchanges = callAtOnce("rateLimit=0&maxRetries=0&endpointUrl=" + strict.url());

            assertThat(strict.requests().count()).isEqualTo(CALLS);
            assertThat(exchanges)
                    .extracting(Exchange::getException)
                    .filteredOn(failure -> failure != null)
                    .isNotEmpty()
                    .allSatisfy(failure -> assertThat(failure).isInstanceOf(ThrottledException.class));
        }
    }

    @Test
    void aLimitHoldsCallsBack() {
        List<Exchange> exchanges = callAtOnce("rateLimit=1&callTimeout=3000");

        List<Exception> failures = exchanges.stream()
                .map(Exchange::getException)
                .filter(failure -> failure != null)
                .toList();
        assertThat(failures).isNotEmpty().allSatisfy(failure -> assertThat(failure)
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("too many calls are waiting: rateLimit=1/s leaves no permit within"
                        + " callTimeout=PT3S. Call less often, or raise callTimeout"));
        assertThat(cloud().requests().count()).isBetween(1, CALLS - failures.size());
    }

    @Test
    void theDocumentedLimitIsTheDefault() {
        component().getConfiguration().setRateLimit(null);
        component().getConfiguration().setMaxRetries(0);
        try (VideoCloudSimulator strict =
                VideoCloudSimulator.builder().clock(CLOCK).start()) {

            List<Exchange> exchanges = callAtOnce("endpointUrl=" + strict.url());

            assertThat(exchanges).extracting(Exchange::getException).containsOnlyNulls();
            assertThat(strict.requests().count()).isEqualTo(CALLS);
        }
    }

    @Test
    void aRestartOfTheApplicationDoesNotGiveTheRateTwice() throws Exception {
        try (VideoCloudSimulator strict =
                VideoCloudSimulator.builder().clock(CLOCK).start()) {
            for (int run = 1; run <= 3; run++) {
                CamelContext application = new DefaultCamelContext();
                try {
                    TencentVideoComponent restarted = SimulatedComponent.at(strict.url());
                    restarted.setClock(CLOCK);
                    restarted.getConfiguration().setRateLimit(null);
                    restarted.getConfiguration().setMaxRetries(0);
                    application.addComponent("tencent-video", restarted);
                    application.start();

                    assertThat(callAtOnce("", application.createProducerTemplate()))
                            .extracting(Exchange::getException)
                            .containsOnlyNulls();
                } finally {
                    application.stop();
                }
            }
            assertThat(strict.requests().count()).isEqualTo(3 * CALLS);
        }
    }

    private List<Exchange> callAtOnce(String options) {
        return callAtOnce(options, template);
    }

    private static List<Exchange> callAtOnce(String options, ProducerTemplate template) {
        List<CompletableFuture<Exchange>> calls = IntStream.range(0, CALLS)
                .mapToObj(i -> template.asyncSend(API + "DescribeWarnMod?" + options, exchange -> {}))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }
}

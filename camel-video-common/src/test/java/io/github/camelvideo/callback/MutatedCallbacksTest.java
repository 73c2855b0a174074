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
package io.github.camelvideo.callback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** 100,000 callbacks that are changed at random. What is true of each is judged by {@link MutatedCallback}, which shares no code. */
class MutatedCallbacksTest {

    private static final int ROUNDS = 100_000;
    private static final int MAX_BODY = 65_536;
    private static final Set<Integer> STATUSES = Set.of(200, 400, 403, 405, 413, 503);

    @Test
    void noneBreaksTheReceiverOrIsAcceptedWithoutASignature() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger("io.github.camelvideo");
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.DEBUG);
        Random random = new Random(20_260_601);
        int[] delivered = new int[1];
        CallbackAnswer[] answer = new CallbackAnswer[1];
        CallbackSink sink = events -> {
            delivered[0] += events.size();
            for (CallbackEvent event : events) {
                assertThat(event.fields().has("sign")).isFalse();
                assertThat(event.key()).startsWith(event.name() + "|").hasSizeLessThan(400);
            }
            return CompletableFuture.completedFuture(answer[0]);
        };
        CallbackSecurity security =
                new CallbackSecurity(List.of(TestCallbacks.KEY, TestCallbacks.OTHER_KEY), false, null, MAX_BODY);
        CallbackProcessor processor = new CallbackProcessor(
                "live/callback",
                TestCallbacks.streams(),
                security,
                () -> sink,
                TestCallbacks.clockAt(TestCallbacks.EXPIRY - 5));
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            for (int round = 0; round < ROUNDS; round++) {
                MutatedCallback callback = MutatedCallback.of(random);
                answer[0] = random.nextInt(20) == 0 ? CallbackAnswer.FULL : CallbackAnswer.ACCEPTED;
                Exchange exchange = new DefaultExchange(context);
                exchange.getMessage().setHeaders(new java.util.HashMap<>(callback.headers()));
                exchange.getMessage()
                        .setBody(random.nextBoolean() ? callback.body() : new ByteArrayInputStream(callback.body()));
                int before0 = delivered[0];
                processor.process(exchange, sync -> {});
                int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
                statuses.merge(status, 1, Integer::sum);
                boolean isTaken = delivered[0] > before0;
                boolean isRight = STATUSES.contains(status)
                        && exchange.getException() == null
                        && (!isTaken || callback.isSigned())
                        && (status != 200 || callback.isSigned())
                        && (status != 503 || answer[0] == CallbackAnswer.FULL && isTaken)
                        && (!callback.isUntouched() || status == 200 || answer[0] == CallbackAnswer.FULL);
                if (!isRight || !isClean(exchange, status)) {
                    wrong.add(round + ": " + status + " " + callback);
                }
            }
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }
        assertThat(wrong).isEmpty();
        // all ways are walked
        assertThat(statuses).containsOnlyKeys(200, 400, 403, 405, 413, 503);
        assertThat(statuses.values()).allMatch(times -> times > 100);
        assertThat(processor.counts().received()).isEqualTo(ROUNDS);
        assertThat(processor.counts().unknown()).isPositive();
        assertThat(processor.counts().refused(Refusal.FAILED)).isZero();
        assertThat(log.list).hasSizeLessThan(120).allSatisfy(event -> {
            assertThat(event.getThrowableProxy()).isNull();
            assertThat(event.getFormattedMessage())
                    .doesNotContain(
                            TestCallbacks.KEY, TestCallbacks.SIGN, TestCallbacks.OTHER_SIGN, MutatedCallback.MARK);
        });
    }

    private static boolean isClean(Exchange exchange, int status) {
        String body = new String((byte[]) exchange.getMessage().getBody(), java.nio.charset.StandardCharsets.UTF_8);
        Set<String> names = exchange.getMessage().getHeaders().keySet();
        return body.equals(status == 200 ? "{\"code\":0}" : "")
                && Set.of(Exchange.HTTP_RESPONSE_CODE, Exchange.CONTENT_TYPE, "Allow")
                        .containsAll(names);
    }
}

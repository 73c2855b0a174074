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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelvideo.request.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class CallbackProcessorTest {

    private static final String SIGNED = "'t':" + TestCallbacks.EXPIRY + ",'sign':'" + TestCallbacks.SIGN + "'}";
    private static final String STARTED =
            "{'event_type':1,'stream_id':'cam1','sequence':'7','event_time':1780279000," + SIGNED;
    private static final String VERTX_ADDRESS = "CamelVertxPlatformHttpRemoteAddress";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(CallbackLog.class);
    private final CamelContext context = new DefaultCamelContext();
    private final List<CallbackEvent> events = new ArrayList<>();
    private final CallbackSink accepting = received -> {
        events.addAll(received);
        return CompletableFuture.completedFuture(CallbackAnswer.ACCEPTED);
    };

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() throws Exception {
        logger.detachAppender(log);
        context.close();
    }

    private CallbackProcessor processor(Supplier<CallbackSink> sink, String allowFrom, long now) {
        CallbackSecurity security = new CallbackSecurity(List.of(TestCallbacks.KEY), false, allowFrom, 1_000);
        return new CallbackProcessor(
                "live/callback", TestCallbacks.streams(), security, sink, TestCallbacks.clockAt(now));
    }

    private CallbackProcessor processor() {
        return processor(() -> accepting, null, TestCallbacks.EXPIRY);
    }

    private Exchange post(Object body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
        return exchange;
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static int status(CallbackProcessor processor, Exchange exchange) {
        AtomicBoolean isDone = new AtomicBoolean();
        assertThat(processor.process(exchange, sync -> isDone.set(sync))).isTrue();
        assertThat(isDone).isTrue();
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }

    private static String body(Exchange exchange) {
        return new String((byte[]) exchange.getMessage().getBody(), StandardCharsets.UTF_8);
    }

    private String logged() {
        StringBuilder text = new StringBuilder();
        log.list.forEach(event -> text.append(event.getFormattedMessage()).append('\n'));
        assertThat(log.list).allMatch(event -> event.getThrowableProxy() == null);
        return text.toString();
    }

    @Test
    void aSignedEventIsTakenAndNothingOfItIsSentBack() {
        CallbackProcessor processor = processor();
        Exchange exchange = post(json(STARTED));
        exchange.getMessage().setHeader("X-Secret", "s");
        assertThat(status(processor, exchange)).isEqualTo(200);
        assertThat(body(exchange)).isEqualTo("{\"code\":0}");
        assertThat(exchange.getMessage().getHeaders())
                .containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE, Exchange.CONTENT_TYPE)
                .containsEntry(Exchange.CONTENT_TYPE, "application/json");
        assertThat(events).singleElement().returns("stream-started|cam1|7|1780279000", CallbackEvent::key);
        assertThat(processor.counts().received()).isEqualTo(1);
        assertThat(processor.counts().accepted()).isEqualTo(1);
        assertThat(processor.counts().late()).isZero();
        assertThat(log.list).isEmpty();
    }

    @Test
    void aLateEventIsTakenAndCounted() {
        CallbackProcessor processor = processor(() -> accepting, null, TestCallbacks.EXPIRY + 60);
        assertThat(status(processor, post(json(STARTED)))).isEqualTo(200);
        assertThat(events).singleElement().returns(true, CallbackEvent::late);
        assertThat(processor.counts().late()).isEqualTo(1);
    }

    @Test
    void aVeryLateEventIsAReplay() {
        CallbackProcessor processor = processor(() -> accepting, null, TestCallbacks.EXPIRY + 3_601);
        assertThat(status(processor, post(json(STARTED)))).isEqualTo(403);
        assertThat(events).isEmpty();
        assertThat(processor.counts().refused(Refusal.EXPIRED)).isEqualTo(1);
    }

    @Test
    void allReasonsForForbiddenHaveTheSameAnswer() {
        CallbackProcessor processor = processor(() -> accepting, "192.0.2.0/24", TestCallbacks.EXPIRY);
        Exchange fromElsewhere = post(json(STARTED));
        fromElsewhere.getMessage().setHeader(VERTX_ADDRESS, socket("198.51.100.1:5000"));
        Exchange unsigned = post("{}");
        unsigned.getMessage().setHeader(VERTX_ADDRESS, socket("192.0.2.9:5000"));
        Exchange withoutAddress = post(json(STARTED));
        Exchange pretending = post(json(STARTED));
        pretending.getMessage().setHeader(VERTX_ADDRESS, "192.0.2.9:5000");
        pretending.getMessage().setHeader("X-Forwarded-For", "192.0.2.9");
        for (Exchange exchange : List.of(fromElsewhere, unsigned, withoutAddress, pretending)) {
            assertThat(status(processor, exchange)).isEqualTo(403);
            assertThat(body(exchange)).isEmpty();
            assertThat(exchange.getMessage().getHeaders()).containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE);
        }
        assertThat(events).isEmpty();
        assertThat(processor.counts().refused(Refusal.ADDRESS)).isEqualTo(1);
        assertThat(processor.counts().refused(Refusal.ADDRESS_UNKNOWN)).isEqualTo(2);
        assertThat(processor.counts().refused(Refusal.SIGNATURE)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.9:5000", "/192.0.2.9:1", "0:0:0:0:0:ffff:c000:209:5000"})
    void addressesOfVertxAreAllowed(String address) {
        CallbackProcessor processor = processor(() -> accepting, "192.0.2.0/24", TestCallbacks.EXPIRY);
        Exchange exchange = post(json(STARTED));
        exchange.getMessage().setHeader(VERTX_ADDRESS, socket(address));
        assertThat(status(processor, exchange)).isEqualTo(address.startsWith("/") ? 403 : 200);
    }

    /** As the type of Vert.x, which is not here: only its text is used. */
    private static Object socket(String text) {
        return new StringBuilder(text);
    }

    @Test
    void onlyPostIsAnswered() {
        Exchange exchange = post(json(STARTED));
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, "GET");
        assertThat(status(processor(), exchange)).isEqualTo(405);
        assertThat(exchange.getMessage().getHeader("Allow")).isEqualTo("POST");
    }

    @Test
    void largeBodiesAreRefusedHoweverTheyCome() throws IOException {
        byte[] large = json(STARTED.replace("cam1", "c".repeat(1_000))).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(new byte[10_000_000]);
        }
        assertThat(zipped.size()).isGreaterThan(1_000);
        CallbackProcessor processor = processor();
        assertThat(status(processor, post(large))).isEqualTo(413);
        assertThat(status(processor, post(new String(large, StandardCharsets.UTF_8))))
                .isEqualTo(413);
        assertThat(status(processor, post(new ByteArrayInputStream(large)))).isEqualTo(413);
        Exchange declared = post(json(STARTED));
        declared.getMessage().setHeader(Exchange.CONTENT_LENGTH, "1001");
        assertThat(status(processor, declared)).isEqualTo(413);
        assertThat(processor.counts().refused(Refusal.SIZE)).isEqualTo(4);
    }

    /** An endless body is left as soon as it is too large. */
    @Test
    void onlyTheBoundIsRead() {
        long[] read = new long[1];
        InputStream endless = new InputStream() {

            @Override
            public int read() {
                read[0]++;
                return '{';
            }
        };
        assertThat(status(processor(), post(endless))).isEqualTo(413);
        assertThat(read[0]).isLessThan(20_000);
    }

    @Test
    void compressedBodiesAreReadWithinTheBound() throws IOException {
        assertThat(status(processor(), post(zipped(json(STARTED).getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(200);
        assertThat(status(processor(), post(zipped(new byte[100_000])))).isEqualTo(413);
        byte[] cut = java.util.Arrays.copyOf(zipped(json(STARTED).getBytes(StandardCharsets.UTF_8)), 50);
        assertThat(status(processor(), post(cut))).isEqualTo(400);
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(content);
        }
        return zipped.toByteArray();
    }

    /** As Vert.x gives it, which takes the body for the name of a parameter. */
    @Test
    void aBodyThatWasTakenForAFormIsReadIfItIsWhole() {
        String body = json(STARTED);
        Exchange exchange = post(Map.of(body, ""));
        exchange.getMessage().setHeader(Exchange.CONTENT_LENGTH, String.valueOf(body.length()));
        assertThat(status(processor(), exchange)).isEqualTo(200);
        String withUrl = json(STARTED.replace("cam1", "cam1?a=b"));
        int equals = withUrl.indexOf('=');
        assertThat(status(processor(), post(Map.of(withUrl.substring(0, equals), withUrl.substring(equals + 1)))))
                .isEqualTo(200);
        exchange = post(Map.of(body, ""));
        exchange.getMessage().setHeader(Exchange.CONTENT_LENGTH, String.valueOf(body.length() + 2));
        assertThat(status(processor(), exchange)).isEqualTo(400);
        assertThat(status(processor(), post(Map.of("a", "1", "b", "2")))).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"FULL, 503", "FAILED, 503", "STOPPED, 503", "REJECTED, 403", "ACCEPTED, 200"})
    void theSinkDecidesTheAnswer(CallbackAnswer answer, int expected) {
        CallbackProcessor processor =
                processor(() -> received -> CompletableFuture.completedFuture(answer), null, TestCallbacks.EXPIRY);
        assertThat(status(processor, post(json(STARTED)))).isEqualTo(expected);
    }

    @Test
    void nobodyTakesEventsWhileThereIsNoSink() {
        CallbackProcessor processor = processor(() -> null, null, TestCallbacks.EXPIRY);
        assertThat(status(processor, post(json(STARTED)))).isEqualTo(503);
        assertThat(processor.counts().refused(Refusal.STOPPED)).isEqualTo(1);
        assertThat(status(processor, post("{}"))).isEqualTo(403);
    }

    @Test
    void failuresOfTheSinkAreAnsweredAndLoggedOnceWithoutTheirMessage() {
        List<CallbackSink> failing = List.of(
                received -> {
                    throw new IllegalStateException("cam1");
                },
                received -> CompletableFuture.failedFuture(new IllegalStateException("cam1")),
                received -> CompletableFuture.completedFuture(null),
                received -> null);
        for (CallbackSink sink : failing) {
            CallbackProcessor processor = processor(() -> sink, null, TestCallbacks.EXPIRY);
            log.list.clear();
            Exchange exchange = post(json(STARTED));
            assertThat(status(processor, exchange)).isEqualTo(503);
            assertThat(status(processor, post(json(STARTED)))).isEqualTo(503);
            assertThat(body(exchange)).isEmpty();
            assertThat(log.list).hasSize(1);
            assertThat(logged()).startsWith("live/callback: ").doesNotContain("cam1", TestCallbacks.SIGN);
        }
    }

    @Test
    void theExchangeWaitsForTheSink() {
        CompletableFuture<CallbackAnswer> answer = new CompletableFuture<>();
        CompletionStage<CallbackAnswer> stage = answer.minimalCompletionStage();
        CallbackProcessor processor = processor(() -> received -> stage, null, TestCallbacks.EXPIRY);
        Exchange exchange = post(json(STARTED));
        List<Boolean> done = new ArrayList<>();
        assertThat(processor.process(exchange, done::add)).isFalse();
        assertThat(done).isEmpty();
        answer.complete(CallbackAnswer.FULL);
        assertThat(done).containsExactly(false);
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(503);
    }

    @Test
    void unknownEventsAreDeliveredAndLoggedOncePerType() {
        CallbackProcessor processor = processor();
        for (int type : new int[] {998, 999, 999}) {
            assertThat(status(processor, post(json("{'event_type':" + type + ",'secret':'hidden'," + SIGNED))))
                    .isEqualTo(200);
        }
        assertThat(events).extracting(CallbackEvent::name).containsOnly(CallbackEvent.UNKNOWN);
        assertThat(processor.counts().unknown()).isEqualTo(3);
        assertThat(log.list).hasSize(2);
        assertThat(logged()).contains("of type 998").contains("of type 999").doesNotContain("hidden", "secret");
    }

    @Test
    void eachReasonForRefusalIsLoggedOnce() {
        CallbackProcessor processor = processor();
        for (int i = 0; i < 3; i++) {
            status(processor, post("{}"));
            status(processor, post("secret"));
        }
        assertThat(log.list).hasSize(2);
        assertThat(logged()).contains("callbackKey").doesNotContain("secret", TestCallbacks.KEY);
    }

    @Test
    void anEmptyListOfItemsIsAcceptedWithoutASink() {
        CallbackSecurity security = new CallbackSecurity(List.of(), true, null, 1_000);
        CallbackProcessor processor = new CallbackProcessor(
                "iss/callback", TestCallbacks.pictures(), security, () -> null, TestCallbacks.clockAt(0));
        assertThat(status(processor, post(json("{'Tag':'AI','AIJobDetail':{}}"))))
                .isEqualTo(200);
    }

    @Test
    void wrongAddressesAreNamed() {
        assertThatThrownBy(() -> processor(() -> accepting, "example.com", 0))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "live/callback: allowFrom: 'example.com' must be an address such as 192.0.2.1 or 2001:db8::1,"
                                + " or a block such as 192.0.2.0/24.");
    }
}

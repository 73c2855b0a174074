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

import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.FaultPlan;
import io.github.camelvideo.simulator.RecordedRequest;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.http.SimulatorServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a call is sent again, counted where it arrives. */
class RepeatedCallIT extends Calling {

    private static final String READ = "DescribeWarnMod?maxRetries=3";

    private final Instant start = CLOCK.instant();
    private String write;

    @BeforeEach
    void aWriteThatSucceeds() {
        write = "ModifyDeviceData?maxRetries=3&NickName=a&DeviceId="
                + cloud().world().devices().get(0).id();
    }

    @AfterEach
    void setTheClockBack() {
        CLOCK.set(start);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "THROTTLE",
                "INTERNAL_ERROR",
                "HTTP_500",
                "HTTP_429",
                "CUT_BEFORE_ANSWER",
                "CUT_IN_BODY",
                "NO_ANSWER",
                "GARBAGE",
                "TRUNCATED_JSON",
                "EMPTY_BODY"
            })
    void aReadIsSentAgain(Fault fault) {
        cloud().faults().next("DescribeWarnMod", 2, fault);

        answer(READ + patience(fault), null);

        assertThat(cloud().requests().count("DescribeWarnMod")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"THROTTLE", "HTTP_429"})
    void aWriteIsSentAgainWhereItWasCertainlyNotExecuted(Fault fault) {
        cloud().faults().next("ModifyDeviceData", 2, fault);

        answer(write, null);

        assertThat(cloud().requests().count("ModifyDeviceData")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "INTERNAL_ERROR",
                "HTTP_500",
                "CUT_BEFORE_ANSWER",
                "CUT_IN_BODY",
                "NO_ANSWER",
                "GARBAGE",
                "TRUNCATED_JSON",
                "EMPTY_BODY"
            })
    void aWriteThatMayHaveBeenExecutedIsSentOnce(Fault fault) {
        cloud().faults().next("ModifyDeviceData", 1, fault);

        ApiException failure = failure(ApiException.class, write + patience(fault), null);

        assertThat(failure.getAttempts()).isEqualTo(1);
        assertThat(failure.getCall()).isEqualTo("iotvideoindustry/ModifyDeviceData");
        assertThat(cloud().requests().count("ModifyDeviceData")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,TC3_HMAC_SHA256",
        "GET,TC3_HMAC_SHA256",
        "POST,HMAC_SHA256",
        "GET,HMAC_SHA256",
    })
    void nothingRepeatsAWriteBehindOurBack(String method, String signMethod) {
        String to = write + "&httpMethod=" + method + "&signMethod=" + signMethod;
        // on a connection that served before
        answer(to, null);
        cloud().faults().add(FaultPlan.of(Fault.CUT_BEFORE_ANSWER).on("ModifyDeviceData"));
        cloud().faults()
                .add(FaultPlan.of(Fault.HTTP_503_RETRY_AFTER)
                        .on("ModifyDeviceData")
                        .retryAfter(Duration.ZERO));
        cloud().requests().clear();

        failure(ApiException.class, to, null);
        assertThat(cloud().requests().count()).isEqualTo(1);
        failure(ApiException.class, to, null);
        assertThat(cloud().requests().count()).isEqualTo(2);
        answer(to, null);
        assertThat(cloud().requests().count()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET"})
    void aTimeoutToldByTheServerRepeatsNoWrite(String method) {
        AtomicInteger requests = new AtomicInteger();
        try (SimulatorServer server = SimulatorServer.start(0, CLOCK, call -> {
            requests.incrementAndGet();
            return Reply.of(408, "text/plain", "Request Timeout");
        })) {
            failure(TransportException.class, write + "&httpMethod=" + method + "&endpointUrl=" + server.url(), null);
        }

        assertThat(requests).hasValue(1);
    }

    @Test
    void redirectsAreNotFollowed() {
        cloud().faults().next("DescribeWarnMod", 1, Fault.REDIRECT);

        TransportException failure = failure(TransportException.class, READ, null);

        assertThat(failure)
                .hasMessageContaining(
                        "Redirects are not followed: check endpointUrl and what is between here and there");
        assertThat(failure.getHttpResponseCode()).isEqualTo(302);
        assertThat(cloud().requests().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TC3_HMAC_SHA256", "HMAC_SHA256", "HMAC_SHA1"})
    void everyAttemptIsSignedAnew(String signMethod) {
        cloud().faults().next("DescribeWarnMod", 2, Fault.HTTP_500);
        cloud().faults().beforeRequest("DescribeWarnMod", 1, () -> CLOCK.advance(Duration.ofSeconds(7)));
        cloud().faults().beforeRequest("DescribeWarnMod", 2, () -> CLOCK.advance(Duration.ofSeconds(7)));

        answer(READ + "&signMethod=" + signMethod, null);

        assertThat(cloud().requests().all())
                .hasSize(3)
                .extracting(RecordedRequest::signature)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HMAC_SHA256", "HMAC_SHA1"})
    void everyAttemptHasANonceOfItsOwn(String signMethod) {
        // the clock stands: without another nonce the signatures would be the same
        cloud().faults().next("DescribeWarnMod", 2, Fault.THROTTLE);

        answer(READ + "&signMethod=" + signMethod, null);

        assertThat(cloud().requests().all())
                .hasSize(3)
                .extracting(RecordedRequest::signature)
                .doesNotHaveDuplicates();
    }

    @Test
    void afterTheLastAttemptTheReasonIsTold() {
        cloud().faults().next("DescribeWarnMod", 9, Fault.INTERNAL_ERROR);

        ApiException failure = failure(ApiException.class, "DescribeWarnMod?maxRetries=2", null);

        assertThat(failure)
                .hasMessageContainingAll(
                        "iotvideoindustry/DescribeWarnMod: refused by the vendor, code=InternalError",
                        "httpStatus=200",
                        "requestId=",
                        "attempts=3",
                        "retryable=true");
        assertThat(cloud().requests().count()).isEqualTo(3);
    }

    @Test
    void withoutRetriesThereIsOneAttempt() {
        cloud().faults().next("DescribeWarnMod", 1, Fault.THROTTLE);

        failure(ApiException.class, "DescribeWarnMod?maxRetries=0", null);

        assertThat(cloud().requests().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DescribeWarnMod?", "DeleteDevice?DeviceId=a&"})
    void aRefusedConnectionIsTriedAgainAlsoForAWrite(String to) throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        TransportException failure =
                failure(TransportException.class, to + "maxRetries=2&endpointUrl=http://127.0.0.1:" + closed, null);

        assertThat(failure.getAttempts()).isEqualTo(3);
        assertThat(failure.isSent()).isFalse();
        assertThat(failure).hasMessageContaining("no connection, nothing was sent");
    }

    @Test
    void aCallThatTakesTooLongIsGivenUpWithAllItsAttempts() {
        cloud().faults().next("DescribeWarnMod", 9, Fault.NO_ANSWER);

        Exchange exchange = call("DescribeWarnMod?callTimeout=1000&readTimeout=30s", null);

        assertThat(exchange.getException())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("no success within callTimeout=PT1S at " + cloud().url());
        assertThat(cloud().requests().count()).isEqualTo(1);
    }

    /** Short only where nothing comes: elsewhere a slow machine would run into it. */
    private static String patience(Fault fault) {
        return fault == Fault.NO_ANSWER ? "&readTimeout=1000" : "";
    }
}

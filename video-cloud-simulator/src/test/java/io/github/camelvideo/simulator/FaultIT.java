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
package io.github.camelvideo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD =
            new VideoCloudSimulatorExtension(VideoCloudSimulator.builder().rateLimits(false));

    private VideoCloudSimulator simulator;
    private Faults faults;

    @BeforeEach
    void simulator(VideoCloudSimulator running) {
        simulator = running;
        faults = running.faults();
    }

    private TestRequest request() {
        return new TestRequest(simulator, "DescribeWarnings").with("{\"OrderType\":2}");
    }

    private TestRequest page(int offset) {
        return request().with("{\"OrderType\":2,\"Limit\":2,\"Offset\":" + offset + "}");
    }

    private static List<Long> ids(JsonNode answer) {
        List<Long> ids = new ArrayList<>();
        answer.path("Data").forEach(item -> ids.add(item.path("Id").longValue()));
        return ids;
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLE, RequestLimitExceeded",
        "INTERNAL_ERROR, InternalError",
        "EXPIRED_SIGNATURE, AuthFailure.SignatureExpire"
    })
    void refusalsComeInTheEnvelope(Fault fault, String code) {
        faults.next(fault);

        assertThat(request().code()).isEqualTo(code);
        assertThat(request().code()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"HTTP_500, 500", "HTTP_429, 429", "HTTP_503_RETRY_AFTER, 503", "REDIRECT, 302"})
    void statusesComeAsTheyAreCalled(Fault fault, int status) {
        faults.next(fault);

        assertThat(request().send().statusCode()).isEqualTo(status);
        assertThat(request().send().statusCode()).isEqualTo(200);
    }

    @Test
    void retryAfterTellsTheSecondsOfThePlan() {
        faults.add(FaultPlan.of(Fault.HTTP_503_RETRY_AFTER).retryAfter(Duration.ofSeconds(7)));

        assertThat(request().send().headers().firstValue("Retry-After")).hasValue("7");
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BEFORE_ANSWER", "CUT_IN_BODY"})
    void aCutConnectionFailsTheRequest(Fault fault) {
        faults.next(fault);

        assertThatThrownBy(() -> request().send()).hasCauseInstanceOf(IOException.class);

        assertThat(request().code()).isNull();
    }

    @Test
    void noAnswerEndsWithTheClientsPatience() {
        faults.next(Fault.NO_ANSWER);
        TestRequest request = request();
        request.timeout = Duration.ofMillis(300);

        assertThatThrownBy(request::send).hasCauseInstanceOf(HttpTimeoutException.class);

        assertThat(request().code()).isNull();
    }

    @Test
    void aSlowBodyIsWholeInTheEnd() {
        faults.add(FaultPlan.of(Fault.SLOW_BODY).pause(Duration.ofMillis(10)));

        assertThat(request().code()).isNull();
    }

    @Test
    void bodiesAreSpoiltAsTheyAreCalled() {
        faults.next(Fault.TRUNCATED_JSON);
        faults.next(Fault.EMPTY_BODY);
        faults.next(Fault.HTML_PAGE);
        faults.next(Fault.GARBAGE);

        assertThat(request().send().body()).startsWith("{\"Response\"").doesNotEndWith("}}");
        assertThat(request().send().body()).isEmpty();
        HttpResponse<String> page = request().send();
        assertThat(page.body()).contains("<html>");
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(request().send().body()).doesNotContain("Response");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theWorldSeesACallOnlyWhenTheFaultSaysSo(Fault fault) {
        faults.add(FaultPlan.of(fault).on("CreateDevice").pause(Duration.ofMillis(10)));
        int before = simulator.world().devices().size();
        TestRequest create =
                new TestRequest(simulator, "CreateDevice").with("{\"NickName\":\"new\",\"PassWord\":\"secret\"}");
        if (fault == Fault.NO_ANSWER) {
            create.timeout = Duration.ofMillis(300);
        }

        try {
            create.send();
        } catch (UncheckedIOException e) {
            assertThat(fault.name()).matches("CUT_.*|NO_ANSWER");
        }

        int expected = before + (fault.isExecuted() ? 1 : 0);
        Awaitility.await()
                .untilAsserted(() -> assertThat(simulator.world().devices()).hasSize(expected));
    }

    @Test
    void aPlanCountsOnlyItsAction() {
        faults.add(FaultPlan.of(Fault.HTTP_500).on("DescribeWarnings").after(1).times(2));

        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            statuses.add(request().send().statusCode());
            statuses.add(new TestRequest(simulator, "DescribeDeviceList").send().statusCode());
        }

        assertThat(statuses).containsExactly(200, 200, 500, 200, 500, 200, 200, 200);
        assertThat(faults.isSpent()).isTrue();
        assertThat(simulator.requests().of("DescribeWarnings").get(1).fault()).isEqualTo(Fault.HTTP_500);
    }

    @Test
    void aLaterPageIsThePageBefore() {
        Instant now = simulator.clock().instant();
        simulator.world().raiseAlarms(6, now.minusSeconds(60), now);
        faults.next(Fault.PAGE_REPEATED);

        List<Long> first = ids(page(0).answer());

        assertThat(ids(page(2).answer())).isEqualTo(first);
        assertThat(ids(page(2).answer())).isNotEqualTo(first);
    }

    @Test
    void itemsComeInAnotherOrder() {
        Instant now = simulator.clock().instant();
        simulator.world().raiseAlarms(6, now.minusSeconds(60), now);
        faults.next(Fault.ITEMS_SHUFFLED);

        List<Long> shuffled = ids(request().answer());

        List<Long> right = ids(request().answer());
        assertThat(shuffled).isNotEqualTo(right).containsExactlyInAnyOrderElementsOf(right);
    }

    @Test
    void theWorldCanChangeBetweenTwoPages() {
        Instant now = simulator.clock().instant();
        List<Long> raised = simulator.world().raiseAlarms(4, now.minusSeconds(60), now.minusSeconds(1));
        simulator.world().listDeleted(false);
        faults.beforeRequest("DescribeWarnings", 2, () -> simulator.world().delete(raised.get(0)));

        assertThat(ids(page(0).answer())).containsExactly(raised.get(0), raised.get(1));
        assertThat(ids(page(2).answer())).containsExactly(raised.get(3));
    }

    @Test
    void randomFaultsFollowTheSeed() {
        assertThat(randomFaults(5)).isEqualTo(randomFaults(5)).contains(Fault.THROTTLE, Fault.HTTP_500, null);
    }

    private List<Fault> randomFaults(long seed) {
        simulator.requests().clear();
        faults.random(seed, 0.5, Fault.THROTTLE, Fault.HTTP_500);
        for (int i = 0; i < 20; i++) {
            request().send();
        }
        return simulator.requests().all().stream().map(RecordedRequest::fault).toList();
    }

    @Test
    void requestsAreRecordedWithTheirParameters() {
        request().send();
        new TestRequest(simulator, "DescribeDeviceList").send();

        RecordedRequests requests = simulator.requests();

        assertThat(requests.count()).isEqualTo(2);
        assertThat(requests.count("DescribeWarnings")).isEqualTo(1);
        RecordedRequest first = requests.all().get(0);
        assertThat(first.method()).isEqualTo("POST");
        assertThat(first.parameters().path("OrderType").intValue()).isEqualTo(2);
        assertThat(first.headers()).containsKey("x-tc-timestamp").doesNotContainKey("authorization");
        requests.clear();
        assertThat(requests.count("DescribeWarnings")).isZero();
    }
}

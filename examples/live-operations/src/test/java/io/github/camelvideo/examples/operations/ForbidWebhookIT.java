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
package io.github.camelvideo.examples.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.RecordedRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForbidWebhookIT extends ForbidCase {

    @Test
    void forbidsTheStreamForThatLong() throws Exception {
        Instant before = Instant.now();

        HttpResponse<String> answer = post(request("pirate", "60"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode body = new ObjectMapper().readTree(answer.body());
        assertThat(body.path("forbidden").asText()).isEqualTo("pirate");
        assertThat(Duration.between(before, Instant.parse(body.path("until").asText())))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        assertThat(operations.cloud().isForbidden("pirate")).isTrue();
    }

    @Test
    void aSecondRequestForTheSameStreamIsNoError() throws Exception {
        post(request("pirate", "60"));

        HttpResponse<String> again = post(request("pirate", "60"));

        assertThat(again.statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsInAValueCannotBecomeAnotherParameter() throws Exception {
        String odd = "a)&AppName=other, \\\"quoted\\\" ${body}";

        HttpResponse<String> answer = post(request(odd, "60"));

        assertThat(answer.statusCode()).isEqualTo(200);
        RecordedRequest sent = operations.simulator().requests().of(ACTION).get(0);
        assertThat(sent.parameters().path("AppName").asText()).isEqualTo("live");
        assertThat(sent.parameters().path("StreamName").asText()).isEqualTo("a)&AppName=other, \"quoted\" ${body}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "let me", "LET ME IN"})
    void aWrongTokenIsRefused(String token) throws Exception {
        HttpResponse<String> answer = operations.webhook().post(token, request("pirate", "60"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("X-Webhook-Token").doesNotContain(Operations.TOKEN);
        assertNothingWasSent();
    }

    @Test
    void noTokenIsRefused() throws Exception {
        assertThat(operations.webhook().post(null, request("pirate", "60")).statusCode())
                .isEqualTo(401);
        assertNothingWasSent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void withoutATokenInTheSettingsEverybodyIsRefused(String token) throws Exception {
        try (Operations open =
                new Operations(directory).with("webhook.token", "").start()) {
            HttpResponse<String> answer = open.webhook().post(token, request("pirate", "60"));

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(open.cloud().calls(ACTION)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"domain\":",
                "[1]",
                "{}",
                "{\"domain\":\"d\",\"app\":\"live\",\"minutes\":5}",
                "{\"domain\":\"d\",\"app\":\"live\",\"stream\":\"s\",\"minutes\":0}",
                "{\"domain\":\"d\",\"app\":\"live\",\"stream\":\"s\",\"minutes\":\"soon\"}"
            })
    void aRequestThatCannotBeRightIsRefused(String body) throws Exception {
        HttpResponse<String> answer = post(body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(new ObjectMapper().readTree(answer.body()).path("error").asText())
                .isNotEmpty();
        assertNothingWasSent();
    }

    @Test
    void whatTheCloudCallsAWrongParameterTheCallerMustCorrect() throws Exception {
        HttpResponse<String> answer = post(request("pirate", "999999"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("InvalidParameterValue", "\"retry\":false");
    }

    @Test
    void aFailureOfTheCloudSaysThatARepeatMayHelp() throws Exception {
        operations.simulator().faults().next(ACTION, 1, Fault.THROTTLE);

        HttpResponse<String> failed = post(request("pirate", "60"));
        HttpResponse<String> repeated = post(request("pirate", "60"));

        assertThat(failed.statusCode()).isEqualTo(502);
        assertThat(failed.body()).contains("RequestLimitExceeded", "\"retry\":true");
        assertThat(repeated.statusCode()).isEqualTo(200);
    }

    @Test
    void aCloudThatDoesNotAnswerIsAFailureToo() throws Exception {
        operations.simulator().faults().next(ACTION, 1, Fault.CUT_BEFORE_ANSWER);

        HttpResponse<String> answer = post(request("pirate", "60"));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("\"retry\":true");
    }

    private HttpResponse<String> post(String body) throws Exception {
        return operations.webhook().post(Operations.TOKEN, body);
    }

    private void assertNothingWasSent() {
        assertThat(operations.cloud().calls(ACTION)).isZero();
    }

    private static String request(String stream, String minutes) {
        return "{\"domain\":\"push.example.com\",\"app\":\"live\",\"stream\":\"" + stream + "\",\"minutes\":" + minutes
                + ",\"reason\":\"not ours, see ticket 5\"}";
    }
}

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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the RPC protocol lets in, what it refuses, and with which code and status. */
class AliyunWireIT {

    private static final SimulatorClock CLOCK = SimulatorClock.at("2026-05-01T00:00:00Z");
    private static final AtomicLong NANOS = new AtomicLong();

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(VideoCloudSimulator.builder()
            .clock(CLOCK)
            .ticker(NANOS::get)
            .rate("linkvisual", 10)
            .account(VideoCloudSimulator.SECRET_ID, VideoCloudSimulator.SECRET_KEY)
            .account("STS.id", "key-short", "a+token/with=pad=="));

    private record Rule(String name, int status, String code, Consumer<AliyunCall> spoil) {

        static Rule right(String name, Consumer<AliyunCall> change) {
            return new Rule(name, 200, "200", change);
        }

        static Rule without(String name) {
            return new Rule("no " + name, 400, "Missing" + name, call -> call.all.remove(name));
        }

        static Rule wrong(String name, String value, String code) {
            return new Rule(name + " " + value, 400, code, call -> call.with(name, value));
        }
    }

    private static AliyunCall right() {
        return new AliyunCall(CLOUD.simulator(), "QueryTimeTemplate");
    }

    private static String seconds(int offset) {
        return CLOCK.instant().plusSeconds(offset).toString();
    }

    private static final List<Rule> RULES = List.of(
            Rule.right("right", call -> {}),
            Rule.right("15 minutes late", call -> call.with("Timestamp", seconds(-900))),
            Rule.right("reserved characters", call -> call.with("IotInstanceId", "\u591c\u95f4 A*~+1&=%/")),
            Rule.right("no signature type", call -> call.with("SignatureType", "")),
            Rule.right("an empty value", call -> call.with("PageSize", "")),
            Rule.wrong("Timestamp", "2026-04-30T23:44:59Z", "InvalidTimeStamp.Expired"),
            Rule.wrong("Timestamp", "2026-05-01T00:15:01Z", "InvalidTimeStamp.Expired"),
            Rule.wrong("Timestamp", "1777593600", "InvalidTimeStamp.Format"),
            Rule.wrong("Timestamp", "2026-05-01T00:00:00.5Z", "InvalidTimeStamp.Format"),
            Rule.wrong("Timestamp", "2026-05-01T00:00:60Z", "InvalidTimeStamp.Format"),
            Rule.wrong("Format", "XML", "InvalidFormat"),
            new Rule("no Format", 400, "InvalidFormat", call -> call.all.remove("Format")),
            Rule.wrong("SignatureMethod", "HMAC-SHA256", "IncompleteSignature"),
            Rule.wrong("SignatureVersion", "2.0", "IncompleteSignature"),
            Rule.wrong("Signature", "aUk3zNeUTwEsK+S6ZIGvOgO8P+s=", "SignatureDoesNotMatch"),
            Rule.wrong("SecurityToken", "t", "InvalidSecurityToken"),
            Rule.wrong("Action", "QueryTimeTemplates", "UnsupportedOperation"),
            Rule.wrong("Version", "2018-01-21", "InvalidVersion"),
            Rule.wrong("PageNumber", "1", "UnsupportedParameter"),
            new Rule("list from 0", 400, "InvalidParameter", call -> call.with("Action", "QueryDeviceRecordLifeCycle")
                    .with("DeviceList.0", "a")),
            new Rule("a structure", 200, "460", call -> call.with("PageSize.1", "1")),
            new Rule("unknown key", 404, "InvalidAccessKeyId.NotFound", call -> call.with("AccessKeyId", "LTAI")),
            new Rule("other region", 404, "InvalidRegionId.NotFound", call -> call.with("RegionId", "cn-beijing")),
            new Rule("other secret", 400, "SignatureDoesNotMatch", call -> call.key = "other"),
            new Rule("other method", 400, "SignatureDoesNotMatch", call -> call.signedMethod = "PUT"),
            new Rule("no number", 200, "460", call -> call.with("PageSize", "ten")),
            new Rule("too much", 200, "460", call -> call.with("PageSize", "51")),
            new Rule("no template", 200, "MissingParamter", call -> call.with("Action", "QueryTimeTemplateDetail")),
            Rule.without("Action"),
            Rule.without("Version"),
            Rule.without("SignatureMethod"),
            Rule.without("SignatureVersion"),
            Rule.without("SignatureNonce"),
            Rule.without("AccessKeyId"),
            Rule.without("Timestamp"),
            Rule.without("RegionId"));

    private record Way(String name, Consumer<AliyunCall> how) {}

    private static final List<Way> WAYS = List.of(
            new Way("POST", call -> {}),
            new Way("GET", call -> call.method = "GET"),
            new Way("POST form", call -> call.form = true));

    @TestFactory
    Stream<DynamicTest> everyRuleHasItsCodeHoweverTheParametersTravel() {
        return WAYS.stream().flatMap(way -> RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(way.name() + ", " + rule.name(), () -> {
                    AliyunCall call = right();
                    way.how().accept(call);
                    rule.spoil().accept(call);
                    NANOS.addAndGet(Duration.ofSeconds(1).toNanos());

                    HttpResponse<String> response = call.send();

                    JsonNode answer = new ObjectMapper().readTree(response.body());
                    assertThat(answer.path("Code").asText()).as(response.body()).isEqualTo(rule.code());
                    assertThat(response.statusCode()).isEqualTo(rule.status());
                })));
    }

    @Test
    void theGatewayAndTheServiceRefuseInEnvelopesOfTheirOwn() {
        JsonNode gateway = right().with("Action", "Nonsense").answer();
        JsonNode service = right().with("Action", "DeleteTimeTemplate").answer();

        assertThat(gateway.fieldNames()).toIterable().containsExactly("RequestId", "HostId", "Code", "Message");
        assertThat(service.fieldNames()).toIterable().containsExactly("RequestId", "Success", "Code", "ErrorMessage");
        assertThat(service.path("ErrorMessage").asText()).isEqualTo("TemplateId is mandatory for this action");
    }

    @Test
    void aTemporaryKeyNeedsItsToken() {
        assertThat(temporary().code()).isEqualTo("MissingSecurityToken");
        assertThat(temporary().with("SecurityToken", "other").code()).isEqualTo("InvalidSecurityToken");
        assertThat(temporary().with("SecurityToken", "a+token/with=pad==").code())
                .isEqualTo("200");
    }

    private static AliyunCall temporary() {
        AliyunCall call = right().with("AccessKeyId", "STS.id");
        call.key = "key-short";
        return call;
    }

    @Test
    void aNonceCountsAsUsedUnderAnotherTimestampToo() {
        AliyunCall call = right();

        assertThat(call.code()).isEqualTo("200");
        assertThat(call.code()).isEqualTo("SignatureNonceUsed");
        assertThat(call.with("Timestamp", seconds(1)).code()).isEqualTo("SignatureNonceUsed");
    }

    @Test
    void aBodyMustBeAForm() {
        AliyunCall call = right();
        call.contentType = "application/json";
        call.body = "{}";

        assertThat(call.code()).isEqualTo("UnsupportedContentType");
    }

    @Test
    void anotherMethodIsRefused() {
        AliyunCall call = right();
        call.method = "PUT";

        assertThat(call.code()).isEqualTo("UnsupportedHTTPMethod");
    }

    @Test
    void aSetRateHoldsForAllActionsTogether() {
        for (int i = 0; i < 11; i++) {
            assertThat(right().with("Action", i % 2 == 0 ? "QueryTimeTemplate" : "QueryRecordPlans")
                            .code())
                    .isEqualTo("200");
        }

        HttpResponse<String> refused = right().send();
        NANOS.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"Throttling.User\"");
        assertThat(right().code()).isEqualTo("200");
    }

    @Test
    void faultsSpeakTheVendorsLanguage() {
        CLOUD.simulator().faults().next(Fault.THROTTLE);
        CLOUD.simulator().faults().next(Fault.EXPIRED_SIGNATURE);
        CLOUD.simulator().faults().next(Fault.INTERNAL_ERROR);

        assertThat(Stream.of(right(), right(), right()).map(AliyunCall::code))
                .containsExactly("Throttling.User", "InvalidTimeStamp.Expired", "InternalError");
    }

    @Test
    void api3StillAnswersAtTheSamePath() {
        JsonNode answer = new TestRequest(CLOUD.simulator(), "DescribeWarnings")
                .with("Limit", "1")
                .with("Format", "x")
                .answerV1("GET", "HmacSHA1");

        assertThat(answer.at("/Error/Code").asText()).isEqualTo("UnknownParameter");
    }
}

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
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefusalIT {

    private static final SimulatorClock CLOCK = SimulatorClock.at("2026-05-01T00:00:00Z");

    private static final String KEY_OF_TEMPORARY = "temporary-key";

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(VideoCloudSimulator.builder()
            .clock(CLOCK)
            .rateLimits(false)
            .account(VideoCloudSimulator.SECRET_ID, VideoCloudSimulator.SECRET_KEY)
            .account("AKIDtemporary", KEY_OF_TEMPORARY, "the-token"));

    private record Rule(String name, String action, String code, Consumer<TestRequest> spoil) {}

    private static Rule rule(String name, String code, Consumer<TestRequest> spoil) {
        return new Rule(name, "DescribeWarnings", code, spoil);
    }

    private static Rule body(String action, String json, String code) {
        return new Rule(action + " " + json, action, code, request -> request.with(json));
    }

    private static String seconds(long beside) {
        return Long.toString(CLOCK.instant().getEpochSecond() + beside);
    }

    private static void temporary(TestRequest request, String token) {
        request.id = "AKIDtemporary";
        request.key = KEY_OF_TEMPORARY;
        request.token = token;
    }

    /** Of a request that is right before the rule spoils it; code null means that it passes. */
    private static final List<Rule> V3 = List.of(
            rule("right", null, r -> {}),
            rule("clock 300 s late", null, r -> r.timestamp = seconds(-300)),
            rule("clock 300 s early", null, r -> r.timestamp = seconds(300)),
            rule("clock 301 s late", "AuthFailure.SignatureExpire", r -> r.timestamp = seconds(-301)),
            rule("clock 301 s early", "AuthFailure.SignatureExpire", r -> r.timestamp = seconds(301)),
            rule("timestamp no number", "InvalidParameterValue", r -> {
                r.timestamp = "soon";
                r.day = "2026-05-01";
            }),
            rule("unknown id", "AuthFailure.SecretIdNotFound", r -> r.id = "AKIDother"),
            rule("wrong key", "AuthFailure.SignatureFailure", r -> r.key = "other"),
            rule("no authorization", "AuthFailure.InvalidAuthorization", r -> r.authorization = ""),
            rule("malformed", "AuthFailure.InvalidAuthorization", r -> r.authorization = "TC3-HMAC-SHA256 x=y"),
            rule(
                    "host not signed",
                    "AuthFailure.InvalidAuthorization",
                    r -> r.authorization = "TC3-HMAC-SHA256 Credential=AKIDsimulator/2026-05-01/iotvideoindustry/"
                            + "tc3_request, SignedHeaders=content-type, Signature=" + "0".repeat(64)),
            rule("date of another day", "AuthFailure.SignatureFailure", r -> r.day = "2026-04-30"),
            rule("unknown service", "NoSuchProduct", r -> r.service = "cvm"),
            rule("service by the host, as the vendor's SDK signs", null, r -> r.service = "127"),
            rule("token with long-term keys", "AuthFailure.TokenFailure", r -> r.token = "the-token"),
            rule("token of temporary keys", null, r -> temporary(r, "the-token")),
            rule("wrong token", "AuthFailure.TokenFailure", r -> temporary(r, "other")),
            rule("missing token", "AuthFailure.TokenFailure", r -> temporary(r, null)),
            rule("no action", "InvalidAction", r -> r.action = null),
            rule("unknown action", "InvalidAction", r -> r.action = "DescribeWarning"),
            rule("no version", "MissingParameter", r -> r.version = null),
            rule("wrong version", "NoSuchVersion", r -> r.version = "2020-12-02"),
            rule("no region", "MissingParameter", r -> r.region = null),
            rule("other region", "UnsupportedRegion", r -> r.region = "ap-beijing"),
            rule("other method", "UnsupportedProtocol", r -> r.method = "PUT"),
            rule("other path", "InvalidRequest", r -> r.path = "/v3/index.php"),
            rule("form with v3", "UnsupportedProtocol", r -> r.contentType = "application/x-www-form-urlencoded"),
            rule("plain text", "UnsupportedProtocol", r -> r.contentType = "text/plain"),
            rule("charset told", null, r -> r.contentType = "application/json; charset=utf-8"),
            rule("10 MB and more", "RequestSizeLimitExceeded", r -> r.with(" ".repeat(10 * 1024 * 1024) + "{}")),
            body("DescribeWarnings", "{\"OrderType\":2,", "InvalidParameter"),
            body("DescribeWarnings", "[]", "InvalidParameter"),
            body("DescribeWarnings", "{}", "MissingParameter"),
            body("DescribeWarnings", "{\"OrderType\":null}", "MissingParameter"),
            body("DescribeWarnings", "{\"OrderType\":2,\"Ordertype\":2}", "UnknownParameter"),
            body("DescribeWarnings", "{\"OrderType\":\"2\"}", "InvalidParameter"),
            body("DescribeWarnings", "{\"OrderType\":2.5}", "InvalidParameter"),
            body("DescribeWarnings", "{\"OrderType\":5}", "InvalidParameterValue"),
            body("DescribeWarnings", "{\"OrderType\":2,\"WarnLevelArray\":1}", "InvalidParameter"),
            body("DescribeWarnings", "{\"OrderType\":2,\"WarnLevelArray\":[\"1\"]}", "InvalidParameter"),
            body("DescribeWarnings", "{\"OrderType\":2,\"Limit\":-1}", "InvalidParameterValue"),
            body("DescribeWarnings", "{\"OrderType\":2,\"DateBegin\":\"2026-05-01\"}", "InvalidParameterValue"),
            body("DescribeWarnings", "{\"OrderType\":2,\"Offset\":18446744073709551616}", "InvalidParameter"),
            body("DescribeAllDeviceList", "{\"DeviceTypes\":[2,4]}", "InvalidParameterValue"),
            body("DescribeDevice", "{\"DeviceId\":\"nobody\"}", "ResourceNotFound.DeviceNotExist"),
            body("DescribeBindSceneChannels", "{\"SceneId\":1,\"Offset\":0,\"Limit\":1001}", "InvalidParameterValue"),
            body("DeleteVideoList", "{\"InitIDs\":[" + "1,".repeat(100) + "1]}", "InvalidParameterValue"),
            body(
                    "CreateTimeTemplate",
                    "{\"TemplateName\":\"t\",\"IsAllWeek\":0,\"TimeTemplateSpecs\":[{\"Begin\":\"9\"}]}",
                    "UnknownParameter"));

    @TestFactory
    Stream<DynamicTest> everyRuleHasItsCode() {
        return V3.stream().map(rule -> dynamicTest(rule.name(), () -> check(rule, TestRequest::answer)));
    }

    @Test
    void aDisabledKeyIsRefusedUntilTheReset() {
        CLOUD.simulator().disableKey("AKIDtemporary");

        check(rule("disabled", "AuthFailure.SecretIdNotFound", r -> temporary(r, "the-token")), TestRequest::answer);
        check(rule("another", null, r -> {}), TestRequest::answer);
        assertThatThrownBy(() -> CLOUD.simulator().disableKey("AKIDtemporary"))
                .hasMessage("There is no key 'AKIDtemporary' to disable; known: [AKIDsimulator]");

        CLOUD.simulator().reset();

        check(rule("enabled", null, r -> temporary(r, "the-token")), TestRequest::answer);
    }

    private static void check(Rule rule, Function<TestRequest, JsonNode> send) {
        TestRequest request = new TestRequest(CLOUD.simulator(), rule.action()).with("{\"OrderType\":2}");
        rule.spoil().accept(request);

        JsonNode answer = send.apply(request);

        assertThat(answer.at("/Error/Code").textValue()).isEqualTo(rule.code());
        assertThat(answer.path("RequestId").asText()).hasSize(36);
    }

    private static final List<Rule> V1 = List.of(
            rule("right", null, r -> {}),
            rule("wrong key", "AuthFailure.SignatureFailure", r -> r.key = "other"),
            rule("unknown id", "AuthFailure.SecretIdNotFound", r -> r.id = "AKIDother"),
            rule("late", "AuthFailure.SignatureExpire", r -> r.timestamp = seconds(-301)),
            rule("no nonce", "MissingParameter", r -> r.nonce = null),
            rule("nonce 0", "InvalidParameterValue", r -> r.nonce = "0"),
            rule("token with long-term keys", "AuthFailure.TokenFailure", r -> r.token = "x"),
            rule("token of temporary keys", null, r -> temporary(r, "the-token")),
            rule("no action", "InvalidAction", r -> r.action = null),
            rule("wrong version", "NoSuchVersion", r -> r.version = "2020-12-02"),
            rule("no region", "MissingParameter", r -> r.region = null),
            rule("array from 0", null, r -> r.with("WarnLevelArray.0", "1").with("WarnLevelArray.1", "2")),
            rule("array from 1", "InvalidParameter", r -> r.with("WarnLevelArray.1", "1")),
            rule("value and structure", "InvalidParameter", r -> r.with("OrderType.0", "1")),
            rule("no number", "InvalidParameter", r -> r.with("Limit", "many")),
            rule("unknown", "UnknownParameter", r -> r.with("Limits", "1")),
            rule("text with everything", null, r -> r.with("DeviceId", "a b+c/=&%\u6d4b~")));

    @TestFactory
    Stream<DynamicTest> everyRuleHoldsForV1Too() {
        return V1.stream().flatMap(rule -> Stream.of(
                        "GET HmacSHA1", "GET HmacSHA256", "POST HmacSHA1", "POST HmacSHA256")
                .map(way -> dynamicTest(rule.name() + " by " + way, () -> {
                    String[] words = way.split(" ");
                    check(rule, request -> request.with("OrderType", "2").answerV1(words[0], words[1]));
                })));
    }

    @Test
    void v3ByGetUnderstandsFlattenedNames() {
        JsonNode answer = new TestRequest(CLOUD.simulator(), "DescribeWarnings")
                .with("OrderType", "2")
                .with("WarnLevelArray.0", "3")
                .answerV3Get();

        assertThat(answer.has("Error")).isFalse();
        assertThat(CLOUD.simulator().requests().last().parameters().toString())
                .isEqualTo("{\"OrderType\":2,\"WarnLevelArray\":[3]}");
    }

    @Test
    void nestedStructuresAreUnflattened() {
        new TestRequest(CLOUD.simulator(), "CreateTimeTemplate")
                .with("TimeTemplateSpecs.0.DayofWeek", "1")
                .with("TimeTemplateSpecs.0.BeginTime", "08:00")
                .answerV1("POST", "HmacSHA256");

        assertThat(CLOUD.simulator().requests().last().parameters().toString())
                .isEqualTo("{\"TimeTemplateSpecs\":[{\"BeginTime\":\"08:00\",\"DayofWeek\":1}]}");
    }

    @Test
    void aQueryOfMoreThan32KilobytesIsTooLarge() {
        JsonNode answer = new TestRequest(CLOUD.simulator(), "DescribeWarnings")
                .with("DeviceId", "x".repeat(32 * 1024))
                .answerV3Get();

        assertThat(answer.at("/Error/Code").asText()).isEqualTo("RequestSizeLimitExceeded");
    }

    @Test
    void aFormOfMoreThanAMegabyteIsTooLarge() {
        JsonNode answer = new TestRequest(CLOUD.simulator(), "DescribeWarnings")
                .with("DeviceId", "x".repeat(1024 * 1024))
                .answerV1("POST", "HmacSHA256");

        assertThat(answer.at("/Error/Code").asText()).isEqualTo("RequestSizeLimitExceeded");
    }

    @Test
    void aNonceIsGoodOnce() {
        TestRequest request = new TestRequest(CLOUD.simulator(), "DescribeWarnings").with("OrderType", "2");
        assertThat(request.answerV1("GET", "HmacSHA1").has("Error")).isFalse();

        JsonNode again = request.answerV1("GET", "HmacSHA1");

        assertThat(again.at("/Error/Code").asText()).isEqualTo("AuthFailure.SignatureFailure");
    }

    @Test
    void theSameSignedRequestTwiceIsSeenByItsSignature() {
        TestRequest request = new TestRequest(CLOUD.simulator(), "DescribeWarnings").with("{\"OrderType\":2}");
        request.send();
        request.send();

        List<RecordedRequest> seen = CLOUD.simulator().requests().of("DescribeWarnings");

        assertThat(seen).hasSize(2);
        assertThat(seen.get(0).signature()).isNotNull().isEqualTo(seen.get(1).signature());
        assertThat(seen.get(0).toString()).doesNotContain(seen.get(0).signature());
    }

    @Test
    void theDateHeaderIsTheSimulatorsClock() {
        String date = new TestRequest(CLOUD.simulator(), "DescribeWarnings")
                .send()
                .headers()
                .firstValue("Date")
                .orElse("");

        assertThat(date).isEqualTo("Fri, 1 May 2026 00:00:00 GMT");
    }

    @Test
    void aRateAboveTheDocumentedOneIsRefused() {
        try (VideoCloudSimulator strict =
                VideoCloudSimulator.builder().ticker(() -> 0).start()) {
            TestRequest request = new TestRequest(strict, "DescribeWarnings").with("{\"OrderType\":2}");

            List<String> codes = Stream.generate(request::code)
                    .limit(23)
                    .map(String::valueOf)
                    .toList();

            assertThat(codes.subList(0, 22)).containsOnly("null");
            assertThat(codes.get(22)).isEqualTo("RequestLimitExceeded");
        }
    }
}

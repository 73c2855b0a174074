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

import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.credentials.CredentialsProviderChain;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.tencent.credentials.TencentCredentials;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What only the message shows to be wrong fails on the exchange. The messages are what users read. */
class RefusedCallIT extends Calling {

    private static final String KIND =
            " cannot carry parameters. Send a Map, JSON (text, bytes or stream), a JsonNode, a bean, or no body, or set parametersFrom=HEADER to ignore the body.";

    @AfterEach
    void sendsNothing() {
        nothingWasSent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DescribeWarnings||missing required parameter 'OrderType' (Integer: Sort: 1 creation time descending, 2 creation time ascending, 3 level descending, 4 level ascending)",
                "DescribeWarnings?Limit=3|{}|missing required parameter 'OrderType' (Integer: Sort: 1 creation time descending, 2 creation time ascending, 3 level descending, 4 level ascending)",
                "DescribeWarnings?OrderType=1|{\"OrderTyp\":1}|unknown parameter 'OrderTyp' (did you mean 'OrderType'?)",
                "DescribeWarnings|{\"OrderType\":\"newest\"}|'OrderType' must be Integer but is string 'newest'",
                "DescribeWarnings|{\"OrderType\":1.5}|'OrderType' must be Integer but is number '1.5'",
                "DescribeWarnings|{\"OrderType\":{\"a\":1}}|'OrderType' must be Integer but is an object",
                "DescribeWarnings|{\"OrderType\":5}|'OrderType' is '5' but must be one of 1, 2, 3, 4",
                "DescribeWarnings|{\"OrderType\":1,\"WarnLevelArray\":3}|'WarnLevelArray' must be Array of Integer but is number '3'",
                "DescribeDeviceList|{\"DeviceTypes\":[1,7]}|'DeviceTypes[1]' is '7' but must be one of 1, 2, 3, 9",
                "DescribeGroups|{\"GroupIds\":[\"a\",null]}|'GroupIds[1]' must be String but is null",
                "ControlPreset|{\"ChannelId\":\"a\",\"DeviceId\":\"b\",\"Command\":\"Set\",\"PresetId\":0}|'PresetId' is 0 but must be 1 to 8",
                "DescribeDevice|{\"DeviceId\":[\"a\"]}|'DeviceId' must be String but is an array",
                "DescribeDevice|[1]|the body must be a JSON object of parameters but is JSON of type array",
                "DescribeDevice|5|the body must be a JSON object of parameters but is JSON of type number",
                "DescribeDevice|{} {}|the body is not JSON",
                "DescribeDevice|{\"DeviceId\":|the body is not JSON: not well-formed (line 1, column 13). Send a JSON object of parameters, a Map, a bean, or no body, or set parametersFrom=HEADER to ignore the body."
            })
    void theParameters(String to, String body, String message) {
        InvalidRequestException failure = failure(InvalidRequestException.class, to, body);

        assertThat(failure)
                .hasMessageStartingWith("tencent-video:iotvideoindustry/" + to.split("\\?")[0] + ": " + message);
    }

    @Test
    void allThatIsWrongAtOnce() {
        InvalidRequestException failure = failure(
                InvalidRequestException.class,
                "CreateTimeTemplate",
                "{\"IsAllWeek\":2,\"TimeTemplateSpecs\":[{\"DayofWeek\":\"x\",\"BeginTime\":\"a\"}],\"Nam\":1}");

        assertThat(failure)
                .hasMessageContainingAll(
                        "'IsAllWeek' is '2' but must be one of 0, 1",
                        "'TimeTemplateSpecs[0].DayofWeek' must be Integer but is string 'x'",
                        "missing required field 'TimeTemplateSpecs[0].EndTime'",
                        "unknown parameter 'Nam' (did you mean 'Name'?)",
                        "missing required parameter 'Name'");
    }

    static Stream<Arguments> unsupported() {
        return Stream.of(
                Arguments.of(5, "java.lang.Integer"),
                Arguments.of(true, "java.lang.Boolean"),
                Arguments.of(List.of("a"), "java.util.ImmutableCollections$List12"),
                Arguments.of(new int[] {1}, "[I"),
                Arguments.of(LocalDate.EPOCH, "java.time.LocalDate"),
                Arguments.of(Thread.State.NEW, "java.lang.Thread$State"));
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void aBodyOfAnotherType(Object body, String type) {
        InvalidRequestException failure = failure(InvalidRequestException.class, "DescribeDevice", body);

        assertThat(failure).hasMessage("tencent-video:iotvideoindustry/DescribeDevice: a body of type " + type + KIND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TC3_HMAC_SHA256|GET|33000|32768|Use httpMethod=POST",
                "HMAC_SHA256|GET|33000|32768|Use httpMethod=POST",
                "HMAC_SHA1|GET|33000|32768|Use httpMethod=POST",
                "HMAC_SHA256|POST|1050000|1048576|Use signMethod=TC3-HMAC-SHA256",
                "HMAC_SHA1|POST|1050000|1048576|Use signMethod=TC3-HMAC-SHA256",
                "TC3_HMAC_SHA256|POST|10500000|10485760|Send fewer items in one call."
            })
    void aRequestOverTheSizeLimit(String signMethod, String httpMethod, int size, int limit, String remedy) {
        String to = "DescribeDevice?signMethod=" + signMethod + "&httpMethod=" + httpMethod;

        InvalidRequestException failure =
                failure(InvalidRequestException.class, to, Map.of("DeviceId", "x".repeat(size)));

        assertThat(failure)
                .hasMessageStartingWith(
                        "iotvideoindustry/DescribeDevice: not sent: the request is too large, bytes=" + size / 1000)
                .hasMessageContaining("limit=" + limit + ".")
                .hasMessageContaining(remedy);
    }

    @ParameterizedTest
    @CsvSource({"TC3_HMAC_SHA256,GET", "HMAC_SHA256,POST", "HMAC_SHA1,GET"})
    void whatAQueryOrFormCannotSay(String signMethod, String httpMethod) {
        String to = "DescribeDeviceList?signMethod=" + signMethod + "&httpMethod=" + httpMethod;

        InvalidRequestException failure =
                failure(InvalidRequestException.class, to, Map.of("DeviceTypes", Arrays.asList()));

        assertThat(failure)
                .hasMessage("iotvideoindustry/DescribeDeviceList: not sent: parameter 'DeviceTypes' is an empty array."
                        + " A query or form cannot carry this. Leave it out, or use httpMethod=POST with"
                        + " signMethod=TC3-HMAC-SHA256.");
    }

    @Test
    void missingCredentials() {
        component().getConfiguration().setSecretId(null);
        component().getConfiguration().setSecretKey(null);
        context.getRegistry()
                .bind(
                        "nowhere",
                        new CredentialsProviderChain(List.of(TencentCredentials.fromEnvironment(variable -> null))));

        InvalidRequestException failure =
                failure(InvalidRequestException.class, "DescribeWarnMod?credentialsProvider=#nowhere", null);

        assertThat(failure)
                .hasMessage("iotvideoindustry/DescribeWarnMod: no credentials, nothing was sent: No credentials found:"
                        + " environment variables TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY are not set."
                        + " Set up one of these.");
    }

    @Test
    void halfAKeyInTheEnvironment() {
        component().getConfiguration().setSecretId(null);
        component().getConfiguration().setSecretKey(null);
        context.getRegistry()
                .bind("half", TencentCredentials.fromEnvironment(variable -> variable.endsWith("_ID") ? "AKID" : null));

        InvalidRequestException failure =
                failure(InvalidRequestException.class, "DescribeWarnMod?credentialsProvider=#half", null);

        assertThat(failure)
                .hasMessage("iotvideoindustry/DescribeWarnMod: no credentials, nothing was sent: Credentials from the"
                        + " environment: TENCENTCLOUD_SECRET_ID is set, but TENCENTCLOUD_SECRET_KEY is not. Set both"
                        + " or none.");
    }

    @Test
    void aProviderThatFails() {
        component().getConfiguration().setSecretId(null);
        component().getConfiguration().setSecretKey(null);
        CredentialsProvider broken = () -> {
            throw new IOException("told in confidence");
        };
        context.getRegistry().bind("broken", broken);

        ApiException failure = failure(ApiException.class, "DescribeWarnMod?credentialsProvider=#broken", null);

        assertThat(failure)
                .hasMessageStartingWith("iotvideoindustry/DescribeWarnMod: no credentials, nothing was sent: the"
                        + " provider failed with java.io.IOException")
                .hasMessageNotContaining("confidence");
        assertThat(failure.getAttempts()).isZero();
    }
}

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

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a support ticket gets with wireLog=true, and what it must not get. */
class WireLogIT extends Calling {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.camelvideo.client.WireLog");

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void aCallIsTwoMessagesWithHeadersParametersAndResponse() {
        answer("DescribeWarnings?OrderType=1&Limit=5&wireLog=true", null);

        assertThat(messages()).hasSize(2);
        assertThat(messages().get(0))
                .startsWith("iotvideoindustry/DescribeWarnings, attempt 1 > POST / at http://")
                .contains("\n  X-TC-Action: DescribeWarnings", "\n  Content-Type: application/json")
                .contains("\n  Authorization: TC3-HMAC-SHA256 Credential=xxxxxx/", "Signature=xxxxxx")
                .contains("\n  parameters {\"Limit\":5,\"OrderType\":1}");
        assertThat(messages().get(1))
                .startsWith("iotvideoindustry/DescribeWarnings, attempt 1 < HTTP 200")
                .containsPattern("\n  request ID [0-9a-f-]{36}\n")
                .contains("\n  response {\"");
    }

    @Test
    void ofAQueryOnlyTheProtocolsOwnPairsAreShown() {
        answer("DescribeWarnings?OrderType=1&signMethod=HMAC_SHA256&httpMethod=GET&wireLog=true", null);

        assertThat(messages().get(0))
                .contains("\n  ?Action=DescribeWarnings", "\n  ?Signature=xxxxxx", "\n  parameters {\"OrderType\":1}")
                .doesNotContain("?OrderType", VideoCloudSimulator.SECRET_ID);
    }

    @Test
    void secretParametersAndValuesOfTheResponseAreMasked() {
        Map<?, ?> device =
                (Map<?, ?>) answer("CreateDevice?wireLog=true", Map.of("NickName", "gate", "PassWord", "open sesame"));
        Map<?, ?> password =
                (Map<?, ?>) answer("DescribeDevicePassWord?wireLog=true", Map.of("DeviceId", device.get("DeviceId")));

        assertThat((String) password.get("PassWord")).isNotBlank();
        assertThat(messages().get(0)).contains("\"NickName\":\"gate\"", "\"PassWord\":\"xxxxxx\"");
        assertThat(messages().get(3)).contains("\n  response {\"PassWord\":\"xxxxxx\"}");
        assertThat(String.join("\n", messages())).doesNotContain("sesame", (String) password.get("PassWord"));
    }

    /** Users and their passwords are set this way. */
    @Test
    void whatIsPassedOnToADeviceIsMasked() {
        template.send("tencent-video:iss-v3/CallISAPI?wireLog=true", exchange -> exchange.getIn()
                .setBody(Map.of(
                        "DeviceId",
                        "d",
                        "Url",
                        "PUT /ISAPI/Security/users/1",
                        "InputData",
                        "<password>sesame</password>")));

        assertThat(messages().get(0)).contains("\"InputData\":\"xxxxxx\"").doesNotContain("sesame");
    }

    @Test
    void aValueThatNoCatalogDescribesIsMasked() {
        call(
                "DescribeWarnings?validation=LENIENT&wireLog=true",
                "{\"OrderType\":1,\"Mystery\":\"sesame\",\"Empty\":\"\"}");

        assertThat(messages().get(0))
                .contains("\"Mystery\":\"xxxxxx\",\"Empty\":\"\"")
                .doesNotContain("sesame");
    }

    @Test
    void aValueThatNoCatalogDescribesIsNotInAQueryEither() {
        call(
                "DescribeWarnings?validation=LENIENT&httpMethod=GET&wireLog=true",
                "{\"OrderType\":1,\"My name\":\"sesame\",\"a.b\":{\"c\":\"sesame\"}}");

        assertThat(messages().get(0)).contains("\"My name\":\"xxxxxx\"").doesNotContain("sesame");
    }

    @Test
    void eachAttemptAndEachRefusalIsShown() {
        cloud().faults().next(Fault.INTERNAL_ERROR);
        answer("DescribeWarnings?OrderType=1&wireLog=true", null);

        assertThat(messages()).hasSize(4);
        assertThat(messages().get(1)).contains("attempt 1 < HTTP 200", "\n  error ", "InternalError");
        assertThat(messages().get(2)).contains("attempt 2 > POST");
    }

    @Test
    void aCallThatRunsOutOfTimeIsShownToEnd() {
        cloud().faults().next(Fault.NO_ANSWER);

        call("DescribeWarnings?OrderType=1&callTimeout=PT0.5S&wireLog=true", null);

        assertThat(messages()).hasSize(2);
        assertThat(messages().get(1)).contains("attempt 1 < ", "no success within callTimeout=PT0.5S");
    }

    @Test
    void nothingIsShownWithoutTheOption() {
        answer("DescribeWarnings?OrderType=1", null);

        assertThat(messages()).isEmpty();
    }

    private List<String> messages() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}

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
package io.github.camelvideo.tencent.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelvideo.json.Digests;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.FileBody;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireResponse;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IssAnswerTest {

    static Stream<Cases.Case> successes() {
        return Cases.expecting("body", "iss-answers.json");
    }

    static Stream<Cases.Case> refusals() {
        return Cases.expecting("code", "iss-answers.json");
    }

    static Stream<Cases.Case> unreadables() {
        return Cases.expecting("unreadable", "iss-answers.json");
    }

    @ParameterizedTest
    @MethodSource("successes")
    void handsOutTheDataAsItCame(Cases.Case given) {
        // when
        ApiResponse answer = IssAnswer.read(call(given), answer(given), IssAnswer.content());

        // then compared as text: numbers must not lose a digit
        assertThat(answer.body()).hasToString(given.expect().get("body").asText());
        assertThat(answer.requestId()).isEqualTo(given.expect().get("requestId").textValue());
        assertThat(answer.file()).isNull();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void throwsWhatTheVendorExplained(Cases.Case given) {
        // when
        ApiException refused = catchThrowableOfType(
                ApiException.class, () -> IssAnswer.read(call(given), answer(given), IssAnswer.content()));

        // then
        given.assertRefusal(refused);
        assertThat(refused.isRetryable())
                .isEqualTo(given.expect().get("retryable").asBoolean());
    }

    @ParameterizedTest
    @MethodSource("unreadables")
    void saysWhatItFoundInsteadOfAnAnswer(Cases.Case given) {
        // when
        TransportException unreadable = catchThrowableOfType(
                TransportException.class, () -> IssAnswer.read(call(given), answer(given), IssAnswer.content()));

        // then
        given.assertUnreadable(unreadable);
    }

    @Test
    void handsOutAFileUnread() {
        // given
        FileBody file = new FileBody("devices.xlsx", 3, InputStream.nullInputStream());
        WireResponse sent = new WireResponse(200, name -> name.equals("RequestId") ? "h-1" : null, new byte[0], file);

        // when
        ApiResponse answer = IssAnswer.read(Cases.call("iss", "ExportDevices", "{}"), sent, IssAnswer.content());

        // then
        assertThat(answer.file()).isSameAs(file);
        assertThat(answer.requestId()).isEqualTo("h-1");
        assertThat(answer.body().isNull()).isTrue();
    }

    private static ApiCall call(Cases.Case given) {
        return Cases.call("iss", given.data().path("action").asText("DescribeDevice"), "{}");
    }

    private static WireResponse answer(Cases.Case given) {
        String type = given.data().path("contentType").asText("application/json");
        return new WireResponse(
                given.data().get("status").asInt(),
                name -> name.equals("RequestId") ? given.text("requestId") : name.equals("Content-Type") ? type : null,
                Digests.utf8(given.text("body")),
                null);
    }
}

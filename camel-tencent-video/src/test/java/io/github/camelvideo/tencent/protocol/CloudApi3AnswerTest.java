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
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CloudApi3AnswerTest {

    private final ApiCall call = Cases.call("ap-guangzhou", "{}");

    static Stream<Cases.Case> successes() {
        return Cases.expecting("body", "answers.json");
    }

    static Stream<Cases.Case> refusals() {
        return Cases.expecting("code", "answers.json");
    }

    static Stream<Cases.Case> unreadables() {
        return Cases.expecting("unreadable", "answers.json");
    }

    @ParameterizedTest
    @MethodSource("successes")
    void takesTheEnvelopeOff(Cases.Case given) {
        // when
        ApiResponse answer = CloudApi3Answer.read(call, given.answer(), CloudApi3Answer.content());

        // then compared as text: numbers must not lose a digit
        assertThat(answer.body()).hasToString(given.expect().get("body").asText());
        assertThat(answer.requestId()).isEqualTo(given.expect().get("requestId").textValue());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void throwsWhatTheVendorExplained(Cases.Case given) {
        // when
        ApiException refused = catchThrowableOfType(
                ApiException.class, () -> CloudApi3Answer.read(call, given.answer(), CloudApi3Answer.content()));

        // then
        given.assertRefusal(refused);
        assertThat(refused.getCall()).isEqualTo("cvm/DescribeInstances");
    }

    @ParameterizedTest
    @MethodSource("unreadables")
    void saysWhatItFoundInsteadOfAnAnswer(Cases.Case given) {
        // when
        TransportException unreadable = catchThrowableOfType(
                TransportException.class, () -> CloudApi3Answer.read(call, given.answer(), CloudApi3Answer.content()));

        // then
        given.assertUnreadable(unreadable);
        assertThat(unreadable.isSent()).isTrue();
    }

    @Test
    void readsATextLongerThanAParsersDefault() {
        // given 21 million characters in one text
        String text = "x".repeat(21_000_000);

        // when
        ApiResponse answer = CloudApi3Answer.read(
                call,
                new WireResponse(200, "application/json", Digests.utf8("{\"Response\":{\"Data\":\"" + text + "\"}}")),
                CloudApi3Answer.content());

        // then
        assertThat(answer.body().get("Data").textValue()).hasSize(text.length());
    }
}

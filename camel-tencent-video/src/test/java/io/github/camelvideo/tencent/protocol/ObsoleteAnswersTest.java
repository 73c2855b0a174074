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

import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ApiProtocol;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.TransportException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of common_access and of API 2.0. */
class ObsoleteAnswersTest {

    private static final String FILE = "obsolete-answers.json";

    static Stream<Cases.Case> successes() {
        return Cases.expecting("body", FILE);
    }

    static Stream<Cases.Case> refusals() {
        return Cases.expecting("code", FILE);
    }

    static Stream<Cases.Case> unreadables() {
        return Cases.expecting("unreadable", FILE);
    }

    @ParameterizedTest
    @MethodSource("successes")
    void takesTheEnvelopeOff(Cases.Case given) {
        // when
        ApiResponse answer = read(given);

        // then compared as text: numbers must not lose a digit
        assertThat(answer.body()).hasToString(given.expect().get("body").asText());
        assertThat(answer.requestId()).isNull();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void throwsWhatTheVendorExplained(Cases.Case given) {
        // when
        ApiException refused = catchThrowableOfType(ApiException.class, () -> read(given));

        // then
        given.assertRefusal(refused);
        assertThat(refused.isRetryable())
                .isEqualTo(given.expect().get("retryable").asBoolean());
    }

    @ParameterizedTest
    @MethodSource("unreadables")
    void saysWhatItFoundInsteadOfAnAnswer(Cases.Case given) {
        // when
        TransportException unreadable = catchThrowableOfType(TransportException.class, () -> read(given));

        // then
        given.assertUnreadable(unreadable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"live-v2", "live-v2017"})
    void everyCodeOfTheCatalogHasACase(String api) {
        // given
        ApiCall any = Cases.call(api, api.equals("live-v2") ? "DescribeLVBChannel" : "LiveSetDelay", null, "{}");

        // when
        Set<String> covered = refusals()
                .filter(given -> given.text("api").equals(api))
                .map(given -> given.expect().get("code").asText())
                .collect(Collectors.toSet());

        // then
        assertThat(covered).containsAll(any.api().errors().keySet());
    }

    @Test
    void theMeaningOfAnInnerCodeIsTheCatalogs() {
        // given
        Cases.Case given = refusals()
                .filter(one -> one.text("id").equals("v2-inner-with-colon"))
                .findFirst()
                .orElseThrow();

        // when
        ApiException refused = catchThrowableOfType(ApiException.class, () -> read(given));

        // then
        assertThat(refused.getMeaning()).isEqualTo("Inner: channel is not in an editable state");
    }

    private static ApiResponse read(Cases.Case given) {
        boolean v2 = given.text("api").equals("live-v2");
        ApiProtocol protocol = v2 ? new CloudApi2Protocol(HttpMethod.GET, () -> 1) : new CommonAccessProtocol(() -> 1);
        return protocol.decode(Cases.call(given.text("api"), given.text("action"), null, "{}"), given.answer());
    }
}

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
package io.github.camelvideo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.catalog.ErrorCode.Kind;
import io.github.camelvideo.catalog.ErrorCode.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodeTest {

    private final ErrorCode code = new ErrorCode(
            "460",
            "Something is wrong",
            Kind.UNAVAILABLE,
            "why",
            List.of(
                    new Message("not active.", "No service is active", null, null),
                    new Message("auth error.", "Not allowed", Kind.CREDENTIALS, "it says so")));

    @ParameterizedTest
    @ValueSource(strings = {"not active.", "not active", " Not Active. "})
    void aListedTextSaysWhatTheCodeMeans(String text) {
        assertThat(code.refinedBy(text))
                .isEqualTo(new ErrorCode("460", "No service is active", Kind.UNAVAILABLE, "why"));
    }

    @Test
    void aListedTextMayHaveAKindOfItsOwn() {
        assertThat(code.refinedBy("auth error."))
                .isEqualTo(new ErrorCode("460", "Not allowed", Kind.CREDENTIALS, "it says so"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "active", "not active at all"})
    void anyOtherTextSaysNothing(String text) {
        assertThat(code.refinedBy(text)).isSameAs(code);
    }
}

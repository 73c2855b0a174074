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
package io.github.camelvideo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.toy.ToyCalls;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TransportExceptionTest {

    @Test
    void tellsWhatAPageIsAndNothingThatItSays() {
        TransportException problem = of(502, "text/html; charset=utf-8", "<title>Bad gateway</title>");

        assertThat(problem)
                .hasMessageContainingAll("httpStatus=502", "contentType=text/html; charset=utf-8", "size=26")
                .hasMessageNotContaining("gateway");
        assertThat(problem.isRetryable()).isTrue();
    }

    @Test
    void showsNothingOfData() {
        assertThat(of(200, "application/json", "{\"Key\": \"hidden").getMessage())
                .doesNotContain("hidden")
                .contains("size=15");
        assertThat(of(200, "text/plain", " {\"Key\": \"hidden").getMessage()).doesNotContain("hidden");
        assertThat(of(200, null, "hidden").getMessage())
                .doesNotContain("hidden")
                .contains("contentType=none");
    }

    @Test
    void aRedirectSaysWhatToCheck() {
        TransportException problem = of(302, "text/html", "");

        assertThat(problem.getMessage()).contains("Redirects are not followed", "endpointUrl");
        assertThat(problem.isRetryable()).isFalse();
    }

    @Test
    void tooManyRequestsIsThrottlingAlsoWithoutTheVendorsWords() {
        TransportException problem = of(429, "text/html", "<html>slow down</html>");

        assertThat(problem.getKind()).isEqualTo(ErrorCode.Kind.THROTTLED);
        assertThat(problem.isNotExecuted()).isTrue();
    }

    private static TransportException of(int status, String type, String body) {
        return TransportException.unreadable(
                ToyCalls.read(),
                new WireResponse(status, type, body.getBytes(StandardCharsets.UTF_8)),
                "no JSON",
                null);
    }
}

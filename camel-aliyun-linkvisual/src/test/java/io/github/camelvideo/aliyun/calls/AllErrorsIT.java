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
package io.github.camelvideo.aliyun.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.aliyun.SimulatedCloud;
import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.CredentialsRefusedException;
import io.github.camelvideo.protocol.ThrottledException;
import io.github.camelvideo.simulator.http.Reply;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error code, in both envelopes, becomes an exception a route can select on; the texts tell apart what shares a code. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllErrorsIT extends SimulatedCloud {

    private static final String ID = "06DC77A0-4622-42DB-9EE0-25F10A582AB1";
    private static final String GATEWAY = "{\"RequestId\":\"%s\",\"HostId\":\"h\",\"Code\":\"%s\",\"Message\":\"%s\"}";
    private static final String SERVICE =
            "{\"RequestId\":\"%s\",\"Success\":false,\"Code\":\"%s\",\"ErrorMessage\":\"%s\"}";

    static Stream<String> codes() {
        return API.errors().keySet().stream();
    }

    static Stream<Arguments> texts() {
        return API.errors().values().stream().flatMap(code -> code.messages().stream()
                .map(message -> Arguments.of(code.code(), message.text(), message.meaning())));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void isSelectableFromTheGateway(String code) {
        isSelectable(code, Reply.of(400, "application/json", GATEWAY.formatted(ID, code, "the vendor's own words")));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void isSelectableFromTheService(String code) {
        isSelectable(code, Reply.of(200, "application/json", SERVICE.formatted(ID, code, "the vendor's own words")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theTextSaysMore(String code, String text, String meaning) {
        ApiException failure =
                fail(Reply.of(200, "application/json", SERVICE.formatted(ID, code, " " + text.replace(".", ""))));

        assertThat(failure.getCode()).isEqualTo(code);
        assertThat(failure.getMeaning()).isEqualTo(meaning);
        assertThat(failure.getKind()).isEqualTo(API.error(code).refinedBy(text).kind());
        assertThat(failure.isRetryable()).isFalse();
    }

    private void isSelectable(String code, Reply reply) {
        ApiException failure = fail(reply);

        ErrorCode listed = API.errors().get(code);
        assertThat(failure).isInstanceOf(type(listed.kind()));
        assertThat(failure.getCode()).isEqualTo(code);
        assertThat(failure.getMeaning()).isEqualTo(listed.meaning());
        assertThat(failure.getVendorMessage()).isEqualTo("the vendor's own words");
        assertThat(failure.getRequestId()).isEqualTo(ID);
        assertThat(failure.isRetryable())
                .isEqualTo(listed.kind() == ErrorCode.Kind.THROTTLED || listed.kind() == ErrorCode.Kind.UNAVAILABLE);
        assertThat(failure.getHttpResponseCode()).isEqualTo(reply.status());
    }

    private ApiException fail(Reply reply) {
        cloud().answer("linkvisual/QueryRecordPlans", reply);
        return failure(ApiException.class, "QueryRecordPlans?maxRetries=0", null);
    }

    private static Class<? extends ApiException> type(ErrorCode.Kind kind) {
        return switch (kind) {
            case THROTTLED -> ThrottledException.class;
            case CLOCK, CREDENTIALS -> CredentialsRefusedException.class;
            default -> ApiException.class;
        };
    }
}

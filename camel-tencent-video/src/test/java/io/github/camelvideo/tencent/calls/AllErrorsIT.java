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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.CredentialsRefusedException;
import io.github.camelvideo.protocol.ThrottledException;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error code of every API, in the envelope of its protocol, becomes an exception a route can select on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllErrorsIT extends Calling {

    private static final String TEXT = "the vendor's own words";

    static Stream<Arguments> codes() {
        return Catalog.all().flatMap(api -> api.errors().keySet().stream().map(code -> Arguments.of(api.id(), code)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("codes")
    void isSelectable(String apiId, String code) {
        ApiCatalog api = Catalog.of(apiId);
        Action action = aRead(api);
        Envelope envelope = Envelope.of(api.protocol());
        cloud().answer(apiId + "/" + action.name(), envelope.refusal(code, TEXT));

        Exchange exchange =
                template.send(uri(api, action), sent -> sent.getIn().setBody(Examples.request(apiId, action.name())));

        ErrorCode listed = api.errors().get(code);
        assertThat(exchange.getException()).isInstanceOf(type(listed.kind()));
        ApiException failure = exchange.getException(ApiException.class);
        assertThat(failure.getCode()).isEqualTo(code);
        assertThat(failure.getMeaning()).isEqualTo(listed.meaning());
        assertThat(failure.isRetryable()).isEqualTo(isRetryable(listed.kind()));
        assertThat(failure.getRequestId()).isEqualTo(expectedId(envelope));
        if (code.matches("[\\w.-]+")) {
            assertThat(failure.getVendorMessage()).contains(TEXT);
        }
    }

    private static Class<? extends ApiException> type(ErrorCode.Kind kind) {
        return switch (kind) {
            case THROTTLED -> ThrottledException.class;
            case CLOCK, CREDENTIALS -> CredentialsRefusedException.class;
            default -> ApiException.class;
        };
    }

    private static boolean isRetryable(ErrorCode.Kind kind) {
        return kind == ErrorCode.Kind.THROTTLED || kind == ErrorCode.Kind.UNAVAILABLE;
    }

    private static String expectedId(Envelope envelope) {
        return envelope == Envelope.API_3 || envelope == Envelope.REST ? Envelope.REQUEST_ID : null;
    }

    private static Action aRead(ApiCatalog api) {
        return api.actions().values().stream()
                .filter(action -> !action.mutates() && !action.wire().download())
                .findFirst()
                .orElseThrow();
    }

    private static String uri(ApiCatalog api, Action action) {
        return "tencent-video:" + api.id() + "/" + action.name() + "?maxRetries=0" + Catalog.region(action);
    }
}

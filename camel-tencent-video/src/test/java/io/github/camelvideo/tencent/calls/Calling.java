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
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.tencent.SimulatedCloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.camel.Exchange;

/** Calls actions by URI, without a route around them unless the test brings one. */
abstract class Calling extends SimulatedCloud {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The exchange after a call. */
    Exchange call(String actionAndOptions, Object body) {
        return call(actionAndOptions, body, Map.of());
    }

    Exchange call(String actionAndOptions, Object body, Map<String, Object> headers) {
        return template.send(API + actionAndOptions, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new java.util.HashMap<>(headers));
        });
    }

    /** The body after a call that must succeed. */
    Object answer(String actionAndOptions, Object body) {
        Exchange exchange = call(actionAndOptions, body);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody();
    }

    /** How a call fails. */
    <T extends Throwable> T failure(Class<T> type, String actionAndOptions, Object body) {
        Exception failure = call(actionAndOptions, body).getException();
        assertThat(failure).isInstanceOf(type);
        return type.cast(failure);
    }

    /** Why Camel cannot make an endpoint. */
    Throwable refusal(String uri) {
        Throwable failure = catchThrowable(() -> context.getEndpoint(uri));
        assertThat(failure).as("failure of " + uri).isNotNull();
        return rootCause(failure);
    }

    static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The parameters the cloud got last. */
    JsonNode received() {
        return cloud().requests().last().parameters();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void nothingWasSent() {
        assertThat(cloud().requests().count()).isZero();
    }
}

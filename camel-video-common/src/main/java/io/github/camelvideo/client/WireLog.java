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
package io.github.camelvideo.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.WireBody;
import io.github.camelvideo.protocol.WireRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one attempt of a call to the log, as the option {@code wireLog} asks: a message at INFO for the request and one for the answer,
 * for support tickets. Keys, tokens, signatures, cookies, secret values, values that no catalog describes and the queries of addresses are
 * masked. Parameters and answers are written as JSON, without the vendor's envelope and in the catalog's spelling, so that each value can
 * be told from a secret one; a form, a query or a file does not appear byte for byte.
 *
 * <p>Made for one attempt, and used by the thread that has it.
 */
final class WireLog {

    private static final Logger LOG = LoggerFactory.getLogger(WireLog.class);

    /** A log system cuts longer messages, or drops them. */
    private static final int LONGEST_TEXT = 20_000;

    private static final Set<String> SECRET_HEADERS =
            Set.of("cookie", "set-cookie", "proxy-authorization", "www-authenticate", "proxy-authenticate");

    private final ApiCall call;
    private final String attempt;
    private final Redaction redaction;

    /**
     * @param attempt its number, from 1
     * @param credentials what it is signed with
     * @param signature the signature that is sent, or null
     */
    WireLog(ApiCall call, int attempt, Credentials credentials, String signature) {
        this.call = call;
        this.attempt = call.name() + ", attempt " + attempt;
        this.redaction = Redaction.of(call, credentials, signature);
    }

    /** The request, before it is sent. */
    void sending(BaseUrl target, WireRequest wire) {
        StringBuilder text = new StringBuilder(attempt)
                .append(" > ")
                .append(wire)
                .append(" at ")
                .append(target);
        common(wire.query()).forEach(pair -> line(text, "?", pair));
        wire.headers().forEach((name, value) -> header(text, name, value));
        if (wire.contentType() != null) {
            header(text, "Content-Type", wire.contentType());
        }
        if (wire.body() instanceof WireBody.Bytes bytes) {
            header(text, "Content-Length", Integer.toString(bytes.content().length));
        }
        if (call.region() != null) {
            line(text, "region ", call.region());
        }
        json(text, "parameters ", MaskedJson.of(call.api(), call.action().parameters(), call.parameters()));
        LOG.info("{}", text);
    }

    /** An answer that the call succeeds with. */
    void answered(HttpResponse answer, ApiResponse content) {
        StringBuilder text = head(answer);
        line(text, "request ID ", content.requestId());
        if (content.file() != null) {
            line(text, "", "a file");
        } else {
            json(text, "response ", MaskedJson.of(call.api(), call.action().answer(), content.body()));
        }
        LOG.info("{}", text);
    }

    /** An answer that is a refusal, or that cannot be read. The message has no secrets any more. */
    void refused(HttpResponse answer, ApiException refusal) {
        StringBuilder text = head(answer);
        line(text, "request ID ", refusal.getRequestId());
        line(text, "error ", MaskedJson.addresses(refusal.getMessage()));
        LOG.info("{}", text);
    }

    /** No answer. */
    void failed(ApiException failure) {
        StringBuilder text = new StringBuilder(attempt).append(" < ");
        value(text, failure.getMessage());
        LOG.info("{}", text);
    }

    private StringBuilder head(HttpResponse answer) {
        StringBuilder text = new StringBuilder(attempt)
                .append(" < HTTP ")
                .append(answer.wire().status());
        Headers headers = answer.headers();
        for (int i = 0; i < headers.size(); i++) {
            header(text, headers.name(i), headers.value(i));
        }
        return text;
    }

    /** Pairs of a query that are not parameters of the action: those of the protocol. */
    private Set<String> common(String query) {
        if (query == null) {
            return Set.of();
        }
        return Arrays.stream(query.split("&"))
                .filter(pair -> !isParameter(URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether a query has a parameter by this name, which for parts of one has more after a dot. */
    private boolean isParameter(String name) {
        return call.parameters().properties().stream()
                .anyMatch(parameter -> name.equals(parameter.getKey()) || name.startsWith(parameter.getKey() + "."));
    }

    private void header(StringBuilder text, String name, String value) {
        boolean secret = SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT));
        line(text, name + ": ", secret ? MaskedJson.MASK : MaskedJson.addresses(value));
    }

    private void json(StringBuilder text, String label, JsonNode content) {
        line(text, label, content.toString());
    }

    /** One line each, whatever somebody else put into the value. */
    private void line(StringBuilder text, String label, String value) {
        if (value == null) {
            return;
        }
        text.append("\n  ").append(label);
        value(text, value);
    }

    private void value(StringBuilder text, String value) {
        String shown = redaction.apply(value).replaceAll("[\\p{Cc}\u2028\u2029]+", " ");
        text.append(shown, 0, Math.min(shown.length(), LONGEST_TEXT));
        if (shown.length() > LONGEST_TEXT) {
            text.append("… (").append(shown.length() - LONGEST_TEXT).append(" more characters)");
        }
    }
}

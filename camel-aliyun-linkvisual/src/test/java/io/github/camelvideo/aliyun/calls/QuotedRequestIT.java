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

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelvideo.aliyun.AliyunLinkVisualComponent;
import io.github.camelvideo.protocol.ApiException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A gateway that refuses a signature quotes the request that it got. */
class QuotedRequestIT extends CamelTestSupport {

    private static final String TOKEN = "CAIS+canary/to ken==*~";

    private final List<String> queries = new ArrayList<>();
    private UnaryOperator<String> quote = query -> query;
    private String contentType = "application/json";
    private HttpServer server;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::refuse);
        server.start();
        CamelContext context = super.createCamelContext();
        AliyunLinkVisualComponent component = new AliyunLinkVisualComponent();
        component.getConfiguration().setAccessKeyId("LTAIcanary");
        component.getConfiguration().setAccessKeySecret("canary-secret");
        component.getConfiguration().setSecurityToken(TOKEN);
        component.getConfiguration().setMaxRetries(0);
        component
                .getConfiguration()
                .setEndpointUrl("http://127.0.0.1:" + server.getAddress().getPort());
        context.addComponent("aliyun-linkvisual", component);
        return context;
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private void refuse(HttpExchange exchange) throws IOException {
        try (exchange) {
            queries.add(exchange.getRequestURI().getRawQuery());
            String message = "Specified signature is not matched with our calculation. server string to sign is:"
                    + quote.apply(exchange.getRequestURI().getRawQuery());
            byte[] body = (contentType.startsWith("text/")
                            ? message.substring(message.indexOf("is:") + 3)
                            : "{\"RequestId\":\"r\",\"Code\":\"SignatureDoesNotMatch\",\"Message\":\"" + message
                                    + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", contentType);
            exchange.sendResponseHeaders(403, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void tokenAndSignatureAreNotShownHoweverTheGatewayEncodesThem(int encodings) {
        quote = query -> {
            String text = encodings == 0 ? Decoded.of(query) : query;
            for (int i = 1; i < encodings; i++) {
                text = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            }
            return text;
        };

        String told = failure();

        assertThat(told).contains("SignatureDoesNotMatch", "server string to sign is:", "xxxxxx");
        noSecretIn(told);
    }

    @Test
    void hexadecimalDigitsOfEitherCaseAreFound() {
        quote = query -> query.toLowerCase(Locale.ROOT);

        noSecretIn(failure());
    }

    @Test
    void aPageThatQuotesTheRequestIsNotQuoted() {
        contentType = "text/html";

        noSecretIn(failure());
    }

    /** What the exception and the wire log tell. */
    private String failure() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger wire = (Logger) LoggerFactory.getLogger("io.github.camelvideo.client.WireLog");
        log.start();
        wire.addAppender(log);
        Exception failure = template.send(
                        "aliyun-linkvisual:QueryDevicePictureLifeCycle?IotId=a&wireLog=true", exchange -> {})
                .getException();
        wire.detachAppender(log);
        assertThat(failure).isInstanceOf(ApiException.class);
        assertThat(log.list).hasSize(2);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return failure.getMessage() + trace + log.list;
    }

    private void noSecretIn(String told) {
        String text = told;
        for (int i = 0; i < 4; i++) {
            assertThat(text).doesNotContainIgnoringCase("canary");
            for (String query : queries) {
                assertThat(text).doesNotContain(Decoded.parameter(query, "Signature"));
            }
            text = Decoded.leniently(text);
        }
    }

    /** Percent-decoding for the test's eyes. */
    private static final class Decoded {

        static String of(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        static String leniently(String text) {
            return of(text.replaceAll("%(?![0-9a-fA-F]{2})", "%25").replace("+", "%2B"));
        }

        static String parameter(String query, String name) {
            for (String pair : query.split("&")) {
                if (pair.startsWith(name + "=")) {
                    return of(pair.substring(name.length() + 1));
                }
            }
            throw new AssertionError("no " + name);
        }
    }
}

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
package io.github.camelvideo.toy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages whose values are written by somebody hostile, in dynamic URIs: what reaches the vendor, and what reaches anybody else. */
class ToyInjectionIT extends ToyVideoTestSupport {

    private static final String RENAME = "toy-video:RenameCamera?CameraId=c1&Name=RAW(${header.name})";

    private final ToyCloud other = new ToyCloud();

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                context.getPropertiesComponent().addInitialProperty("db.password", "topsecret");
                from("direct:raw").toD(RENAME);
                from("direct:plain").toD("toy-video:RenameCamera?CameraId=c1&Name=${header.name}");
                from("direct:map")
                        .setHeader("CamelToyVideoParameters", simple("${map(Name,${header.name})}"))
                        .to("toy-video:RenameCamera?CameraId=c1");
                from("direct:enrich").enrich().simple(RENAME);
                from("direct:two").toD("toy-video:RenameCamera?CameraId=${header.camera}&Name=${header.name}");
                from("direct:action").toD("toy-video:${header.action}?CameraId=c1&Name=a");
                from("direct:option").toD("toy-video:ListCameras?keySecret=RAW(${header.key})");
                from("direct:whole").toD("toy-video:ListCameras?${header.query}");
                from("direct:body").toD("toy-video:RenameCamera?CameraId=c1&Name=RAW(${body})");
                from("direct:poll")
                        .pollEnrich()
                        .simple("toy-video:ListAlarms?CameraId=${header.camera}&startFrom=PT1M&delay=20")
                        .timeout(10_000);
                from("direct:ignoring").toD().uri(RENAME).ignoreInvalidEndpoint(true);
            }
        };
    }

    @AfterEach
    void closeOther() {
        other.close();
    }

    private Exchange send(String route, Map<String, Object> headers) {
        return template.request(
                "direct:" + route, exchange -> exchange.getMessage().setHeaders(new HashMap<>(headers)));
    }

    private String refusal(String route, Map<String, Object> headers) {
        Exchange refused = send(route, headers);
        assertThat(refused.getException()).isInstanceOf(InvalidRequestException.class);
        assertThat(cloud.calls("RenameCamera")).isEmpty();
        assertThat(cloud.calls("ListCameras")).isEmpty();
        return refused.getException().getMessage();
    }

    private String received(String route, Map<String, Object> headers) {
        Exchange sent = send(route, headers);
        // the toy vendor has no such camera
        assertThat(sent.getException()).isInstanceOf(ApiException.class);
        return cloud.calls("RenameCamera").get(0).parameters().path("Name").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "plain", "enrich"})
    void aValueCannotSetTheAddress(String route) {
        String name = "x)&endpointUrl=" + other.url() + "&allowHttp=true&Name=RAW(y";

        String message = refusal(route, Map.of("name", name));

        assertThat(message)
                .contains("toy-video:RenameCamera", "'endpointUrl'", "CamelToyVideoParameters")
                .doesNotContain(other.url());
        assertThat(other.calls("RenameCamera")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x&outputType=java.io.File",
                "x&keySecret=other",
                "x&region=r",
                "x&hash=1",
                "x&Name=b",
                "x&CameraId=c2",
                "x&camera=c2",
                "x&=y",
                "x&",
                "RAW(x)",
                "RAW(",
                "RAW%28x%29%26endpointUrl%3Dhttp://127.0.0.1",
                "%52AW(x%29%26outputType%3Dx"
            })
    void aValueCannotSetAnOptionOrAnotherParameter(String name) {
        refusal("plain", Map.of("name", name));
    }

    @Test
    void aFurtherParameterIsRefusedByName() {
        assertThat(refusal("plain", Map.of("name", "a&b=c"))).contains("'b'").contains("RAW(${");
        assertThat(refusal("plain", Map.of("name", "a&CameraId=c2"))).contains("'CameraId'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x,CameraId,c2", "${sys.user.home}", "'x', 'y'"})
    void theMapFunctionOfADocumentedRouteKeepsAValueWhole(String name) {
        assertThat(received("map", Map.of("name", name))).isEqualTo(name);
    }

    @Test
    void aRefusalThatIsIgnoredCallsNothing() {
        Exchange ignored = send("ignoring", Map.of("name", "x)&endpointUrl=" + other.url() + "&Name=RAW(y"));

        assertThat(ignored.getException()).isNull();
        assertThat(cloud.calls("RenameCamera")).isEmpty();
        assertThat(other.calls("RenameCamera")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a+b",
                "100% sure",
                "100%25",
                "50%41",
                "a&b=c",
                "Gate (north) 2",
                "(all)",
                "a)b",
                "#1",
                "a?b",
                "\u5927\u95e8",
                "\uD83D\uDE00",
                "$simple{sys.user.home}",
                "${sys.user.home}",
                "RAW(x)",
                "file:/etc/passwd",
                "#class:java.io.File",
                "a\"b\\c"
            })
    void inRawMarksAValueArrivesAsItIs(String name) {
        assertThat(received("raw", Map.of("name", name))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100% sure",
                "Gate (north) 2",
                "(all)",
                "a)b",
                "#1",
                "a?b",
                "\u5927\u95e8",
                "$simple{sys.user.home}",
                "${sys.user.home}"
            })
    void withoutRawMarksAValueIsNotEvaluated(String name) {
        assertThat(received("plain", Map.of("name", name))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "plain", "enrich", "body"})
    void aPlaceholderInAValueIsRefusedAndNotResolved(String route) {
        String value = "{{db.password}}";

        Exchange refused = template.request("direct:" + route, exchange -> {
            exchange.getMessage().setBody(value);
            exchange.getMessage().setHeader("name", value);
        });

        assertThat(refused.getException())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("{{")
                .hasMessageNotContaining("topsecret");
        assertThat(cloud.calls("RenameCamera")).isEmpty();
    }

    @Test
    void twoValuesCannotSwallowWhatStandsBetweenThem() {
        refusal("two", Map.of("camera", "RAW(", "name", "x)&Name=RAW(evil)"));
        refusal("two", Map.of("camera", "RAW(", "name", "x)"));
        refusal("two", Map.of("camera", "c1&Name=evil", "name", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ListCameras?endpointUrl=http://127.0.0.1:1",
                "RenameCamera?Name=evil",
                "RenameCamera%3FallowHttp%3Dtrue",
                "RenameCamera%253FallowHttp%253Dtrue",
                "RenameCamera#"
            })
    void anActionOfAMessageBringsNoOptions(String action) {
        Exchange refused = send("action", Map.of("action", action));

        assertThat(refused.getException(InvalidRequestException.class)).isNotNull();
        assertThat(cloud.calls("RenameCamera")).isEmpty();
    }

    @Test
    void anActionOfAMessageIsCalled() {
        assertThat(received("action", Map.of("action", "RenameCamera"))).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#bean:x", "#class:java.lang.Object", "$simple{sys.user.home}", "x)&allowHttp=true&b=RAW(y"})
    void anOptionOfAMessageIsData(String key) {
        assertThat(refusal("option", Map.of("key", key))).doesNotContain(key);
    }

    @Test
    void aWholeQueryOfAMessageIsRefused() {
        assertThat(refusal("whole", Map.of("query", "PageSize=3"))).contains("'PageSize'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"c1&mode=RESPONSE", "c1&endpointUrl=http://127.0.0.1:1", "RAW(c1)", "$simple{sys.user.home}"})
    void pollEnrichIsProtectedToo(String camera) {
        Exchange refused = send("poll", Map.of("camera", camera));

        assertThat(refused.getException()).isInstanceOf(InvalidRequestException.class);
        assertThat(cloud.calls("ListAlarms")).isEmpty();
    }

    @Test
    void pollEnrichConsumesWhatTheMessageNames() {
        cloud.alarm("a1", NOW.plusMillis(1), "c2", "motion");
        clock.advance(java.time.Duration.ofSeconds(5));

        Exchange polled = send("poll", Map.of("camera", "c2"));

        assertThat(polled.getException()).isNull();
        assertThat(polled.getMessage().getBody(Map.class).get("Id")).isEqualTo("a1");
        assertThat(cloud.calls("ListAlarms")
                        .get(0)
                        .parameters()
                        .path("CameraId")
                        .asText())
                .isEqualTo("c2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\n#b", "a\tb", "a\u0000b", "a\u0085b", "a \ud83d"})
    void whatNoUriMayHaveIsRefusedWithTheRemedy(String name) {
        assertThat(refusal("plain", Map.of("name", name))).contains("CamelToyVideoParameters");
        assertThat(refusal("raw", Map.of("name", name))).contains("CamelToyVideoParameters");
    }

    @Test
    void theHeaderTakesEveryValue() throws Exception {
        for (String name : List.of("{{db.password}}", "RAW(x)", "a\nb", "x)&endpointUrl=http://127.0.0.1:1&b=RAW(y")) {
            Exchange sent = template.request("toy-video:RenameCamera?CameraId=c1", exchange -> exchange.getMessage()
                    .setHeader("CamelToyVideoParameters", Map.of("Name", name)));

            assertThat(sent.getException()).isInstanceOf(ApiException.class);
        }
        assertThat(cloud.calls("RenameCamera").stream()
                        .map(call -> call.parameters().path("Name").asText())
                        .toList())
                .containsExactly("{{db.password}}", "RAW(x)", "a\nb", "x)&endpointUrl=http://127.0.0.1:1&b=RAW(y");
    }
}

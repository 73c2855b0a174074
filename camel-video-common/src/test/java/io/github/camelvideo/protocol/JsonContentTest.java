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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.json.RefusedJsonException;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class JsonContentTest {

    private static final String GATE =
            "{\"ret\":0,\"message\":\"\u6210\u529f\",\"output\":{\"name\":\"\u5927\u95e8\"}}";

    private final JsonContent content = new JsonContent(Envelope.of(List.of("ret", "message")));
    private final ApiCall call = Calls.with("{}");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(JsonContent.class);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json; charset=GBK           | GBK",
                "application/json;charset=gbk            | GBK",
                "application/json; charset=\"gbk\"       | GBK",
                "application/json; Charset = 'GBK'; a=b  | GBK",
                "text/html; q=1; charset=GB2312          | GBK",
                "application/json; charset=GB18030       | GB18030",
                "application/json; charset=Big5          | Big5",
                "application/json; charset=utf-8         | UTF-8",
                "application/json; charset=utf8          | UTF-8",
                "application/json; charset=utf8mb4       | UTF-8",
                "application/json; charset=              | UTF-8",
                "application/json; charset               | UTF-8",
                "application/json; charset=UTF-16LE      | UTF-16LE",
                "application/json; charset=utf-8, text/x | UTF-8",
                "application/json                        | UTF-8",
                "                                        | UTF-8"
            })
    void theDeclaredCharsetCounts(String type, String charset) {
        // the simplified sign for gate is not in Big5
        String sent = charset.equals("Big5") ? GATE.replace('\u95e8', '\u9580') : GATE;

        ObjectNode read = read(type, sent.getBytes(Charset.forName(charset)));

        assertThat(read).hasToString(sent);
        assertThat(log.list).isEmpty();
    }

    @Test
    void latinTextIsReadAsDeclared() {
        ObjectNode read = read(
                "application/json; charset=ISO-8859-1",
                "{\"name\":\"Caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read.get("name").textValue()).isEqualTo("Caf\u00e9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json; charset=GBK",
                "application/json; charset=nonsense"
            })
    void aByteOrderMarkIsNearerThanTheHeader(String type) {
        assertThat(read(type, ("\uFEFF" + GATE).getBytes(StandardCharsets.UTF_8)))
                .hasToString(GATE);
        assertThat(read(
                        type,
                        ("\uFEFF" + GATE.replace("0", "NaN").replace("ret", "x")).getBytes(StandardCharsets.UTF_8)))
                .hasToString(GATE.replace("0", "\"NaN\"").replace("ret", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-no-such-charset", "\"?secret value?\"", "@@", "\u5927"})
    void anUnknownCharsetIsReadAsUtf8AndToldOnce(String name) {
        for (int i = 0; i < 3; i++) {
            assertThat(read("application/json; charset=" + name, GATE.getBytes(StandardCharsets.UTF_8)))
                    .hasToString(GATE);
        }

        assertThat(warnings()).singleElement().asString().contains("toy/Read", "charset", "UTF-8");
        assertThat(warnings().get(0)).doesNotContain(name, "secret");
    }

    static Stream<Arguments> odd() {
        return Stream.of(
                Arguments.of(utf8("{\"a\":\"hid\u0001den\n\"}"), "hid\u0001den\n", "control characters"),
                Arguments.of(utf8("{\"a\":NaN}"), "NaN", "NaN or Infinity"),
                Arguments.of(utf8("{\"a\":1,\"a\":\"hidden\"}"), "hidden", "more than once"),
                Arguments.of(cut("{\"a\":\"hidden\u5927\"}"), "hidden\uFFFD", "U+FFFD"));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void readsOddDataAndTellsOnceForAKind(byte[] body, String value, String warning) {
        for (int i = 0; i < 3; i++) {
            assertThat(read("application/json", body).get("a").textValue()).isEqualTo(value);
        }

        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith("toy/Read: ")
                .contains(warning);
        assertThat(warnings().get(0)).doesNotContain("hid");
    }

    @Test
    void eachKindIsToldForItself() {
        read("application/json", utf8("{\"a\":NaN}"));
        read("application/json", utf8("{\"a\":NaN,\"b\":\"\n\",\"b\":0}"));
        read("application/json", utf8("{\"a\":\"\n\"}"));

        assertThat(warnings()).hasSize(3);
    }

    @Test
    void malformedBytesOfAnotherCharsetAreReadToo() {
        byte[] body = "{\"a\":\"??\"}".getBytes(StandardCharsets.US_ASCII);
        body[6] = (byte) 0xFF;

        assertThat(read("application/json; charset=GBK", body).get("a").textValue())
                .contains("\uFFFD");
        assertThat(warnings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ret\":0,\"ret\":1}",
                "{\"ret\":1,\"data\":[],\"ret\":0}",
                "{\"message\":\"\",\"message\":\"\"}",
                "{\"ret\":NaN}",
                "{\"ret\":1e99999999999}",
            })
    void anAmbiguousEnvelopeIsUnreadable(String json) {
        assertThatThrownBy(() -> read("application/json", utf8(json)))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("cannot be read")
                .hasRootCauseInstanceOf(RefusedJsonException.class)
                .rootCause()
                .hasMessageContaining("line: 1, column: ");
        assertThat(warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"hidden\n",
                "{\"a\":\"hidden\n\"} x",
                "{\"a\":1,\"a\":2",
                "hidden",
                "{\"ret\":0,\"x\":[}\"hidden\":1e99999999999}"
            })
    void whateverElseIsWrongIsUnreadableAndNotQuoted(String json) {
        assertThatThrownBy(() -> read("application/json", utf8(json)))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("content that is not JSON or was cut off")
                .satisfies(problem -> assertThat(stackTrace(problem)).doesNotContain("hidden", "99999"));
        assertThat(warnings()).isEmpty();
    }

    @Test
    void theBoundsAreExplained() {
        assertThatThrownBy(() -> read("application/json", utf8("{\"a\":" + "[".repeat(100_000) + "}")))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("depth");
        assertThatThrownBy(() -> read("application/json", utf8("{\"a\":[" + "[],".repeat(1_600_000) + "0]}")))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("count");
    }

    @Test
    void hugeNumbersInTheDataAreReadAsTexts() {
        String digits = "7".repeat(2_000);

        assertThat(read("application/json", utf8("{\"a\":" + digits + ",\"b\":[1e99999999999,-1E-99999999999]}")))
                .hasToString("{\"a\":\"" + digits + "\",\"b\":[\"1e99999999999\",\"-1E-99999999999\"]}");
        assertThat(warnings()).singleElement().asString().contains("digits").doesNotContain("999");
    }

    @Test
    void aRootThatIsNoObjectHasNoEnvelope() {
        assertThat(read("application/json", utf8("[NaN]"))).isEmpty();
        assertThatThrownBy(() -> read("application/json; charset=GBK", new byte[0]))
                .hasMessageContaining("no content");
    }

    private ObjectNode read(String type, byte[] body) {
        return content.read(call, new WireResponse(200, type, body));
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Without the last byte of its only sign beyond ASCII, as if a name had been cut by length. */
    private static byte[] cut(String text) {
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        byte[] all = utf8(text);
        for (int i = 0; i < all.length; i++) {
            if (all[i] >= 0 || i + 1 < all.length && all[i + 1] < 0) {
                cut.write(all[i]);
            }
        }
        return cut.toByteArray();
    }

    private static String stackTrace(Throwable problem) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}

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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ResponseMappingException;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.request.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import okhttp3.mockwebserver.MockResponse;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a body or a response is, a call that fails fails with one of the two promised exceptions. */
class ToyErrorKindsIT extends ToyVideoTestSupport {

    private static final String RENAME = "RenameCamera?CameraId=c1";

    /** A bean that contains itself. */
    public static final class Loop {
        public Loop getLoop() {
            return this;
        }

        public List<Loop> getLoops() {
            return List.of(new Loop());
        }
    }

    /** A bean that fails. */
    public static final class Failing {
        public String getName() {
            throw new IllegalStateException("s3cret");
        }
    }

    /** A bean with a date. */
    public static final class Dated {
        public Date getName() {
            return new Date(0);
        }
    }

    /** What a vendor's list becomes. */
    public static final class Cameras {
        private List<Camera> cameras;

        public List<Camera> getCameras() {
            return cameras;
        }

        public void setCameras(List<Camera> cameras) {
            this.cameras = cameras;
        }
    }

    /** One of them, with a number where the vendor has a text. */
    public static final class Camera {
        private int name;

        public int getName() {
            return name;
        }

        public void setName(int name) {
            this.name = name;
        }
    }

    static Stream<Arguments> bodies() {
        Map<String, Object> self = new HashMap<>();
        self.put("Name", self);
        List<Object> list = new ArrayList<>();
        list.add(list);
        return Stream.of(
                Arguments.of("a Map that contains itself", self),
                Arguments.of("a list that contains itself", Map.of("Name", list)),
                Arguments.of("a deep Map", Map.of("Name", deep(3_000))),
                Arguments.of("a very deep Map", Map.of("Name", deep(200_000))),
                Arguments.of("deep JSON", "[".repeat(2_000)),
                Arguments.of("deep JSON of a parameter", "{\"Name\":" + "[".repeat(2_000)),
                Arguments.of("a long number", "{\"Name\":" + "1".repeat(2_000) + "}"),
                Arguments.of("a long decimal", "{\"Name\":1." + "1".repeat(2_000) + "}"),
                Arguments.of("an exponent out of range", "{\"Name\":1e99999999999}"),
                Arguments.of("a long BigInteger", Map.of("Name", BigInteger.TWO.pow(1_400_000))),
                Arguments.of("a long BigDecimal", Map.of("Name", new BigDecimal(BigInteger.TWO.pow(1_400_000), 3))),
                Arguments.of("a Map with numbers as keys", new TreeMap<>(Map.of(1, "a"))),
                Arguments.of("a Map with null as key", nullKey()),
                Arguments.of("a Map with dots as keys", Map.of(".", "x", "..", "y", "", "z")),
                Arguments.of("a bean that contains itself", new Loop()),
                Arguments.of("a bean that fails", new Failing()),
                Arguments.of("a bean with a date", new Dated()),
                Arguments.of("a stream that throws an IOException", failing(new IOException("gone"))),
                Arguments.of("a stream that throws", failing(new IllegalStateException("gone"))),
                Arguments.of("a Date", Map.of("Name", new Date(0))),
                Arguments.of("a Calendar", Map.of("Name", Calendar.getInstance())),
                Arguments.of("an Instant", Map.of("Name", Instant.EPOCH)),
                Arguments.of("half an emoji", Map.of("Name", "camera \ud83d")),
                Arguments.of("half an emoji in JSON", "{\"Name\":\"camera \\ud83d\"}"),
                Arguments.of("half an emoji in a list", Map.of("Name", List.of("\ude00"))),
                Arguments.of("words", "s3cret words"),
                Arguments.of("a stream of words", new ByteArrayInputStream("s3cret".getBytes(StandardCharsets.UTF_8))));
    }

    private static Object deep(int levels) {
        Object deep = "x";
        for (int i = 0; i < levels; i++) {
            deep = Map.of("a", deep);
        }
        return deep;
    }

    private static Map<String, Object> nullKey() {
        Map<String, Object> map = new HashMap<>();
        map.put(null, "x");
        return map;
    }

    private static InputStream failing(Exception problem) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                if (problem instanceof IOException failure) {
                    throw failure;
                }
                throw (RuntimeException) problem;
            }
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBodyThatCannotBeSentIsAnInvalidRequest(String what, Object body) {
        Exchange refused = call(RENAME, body);

        assertThat(refused.getException())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("RenameCamera")
                .hasMessageNotContaining("s3cret");
        assertThat(cloud.calls("RenameCamera")).isEmpty();
    }

    @Test
    void theParameterOfADateIsNamed() {
        assertThat(call(RENAME, Map.of("Name", new Date(0))).getException())
                .hasMessageContaining("'Name'")
                .hasMessageContaining("${date:");
        assertThat(call(RENAME, Map.of("Name", "camera \ud83d")).getException()).hasMessageContaining("'Name'");
    }

    @Test
    void aTimeWithoutItsPlusIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> call("RenameCamera?CameraId=c1&Name=2019-03-01T00:00:00%2B08:00", null))
                .hasRootCauseInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("'Name'")
                .hasMessageContaining("RAW(");
        assertThat(call("RenameCamera?CameraId=c1&Name=RAW(2019-03-01T00:00:00+08:00)", null)
                        .getException())
                .isInstanceOf(ApiException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RenameCamera?=x", "RenameCamera?CameraId=c1&=x"})
    void aValueWithoutANameIsNoParameter(String uri) {
        assertThat(call(uri, null).getException())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("missing required parameter 'Name'");
        assertThatThrownBy(() -> call(uri + "&.=x", null)).hasRootCauseInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1E-99999999999", "1.5e2147483649"})
    void aHugeNumberInTheDataDoesNotMakeAPageUnreadable(String number) {
        cloud.next(new MockResponse().setBody("{\"Total\":1,\"Cameras\":[{\"Name\":" + number + "}]}"));

        Exchange listed = call("ListCameras", null);

        assertThat(listed.getException()).isNull();
        assertThat(listed.getMessage().getBody().toString()).contains(number);
    }

    @Test
    void aLongNumberInTheDataIsReadAsAText() {
        String number = "7".repeat(5_000);
        cloud.next(new MockResponse().setBody("{\"Total\":1,\"Cameras\":[{\"Name\":" + number + "}]}"));

        assertThat(call("ListCameras", null).getMessage().getBody().toString()).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[],", "{},", "0,"})
    void aResponseOfCountlessElementsIsRefused(String element) {
        cloud.next(new MockResponse().setBody("{\"Total\":1,\"Cameras\":[" + element.repeat(3_100_000) + "0]}"));

        assertThat(call("ListCameras?maxRetries=0", null).getException()).isInstanceOf(TransportException.class);
    }

    @Test
    void aClassThatDoesNotFitSaysThatTheCallWasMade() {
        cloud.camera("c1", "s3cret");

        Throwable failure =
                call("ListCameras?outputType=" + Cameras.class.getName(), null).getException();

        assertThat(failure)
                .isInstanceOfSatisfying(ResponseMappingException.class, e -> {
                    assertThat(e.getRequestId()).startsWith("request-");
                    assertThat(e.isRetryable()).isFalse();
                    assertThat(e.isNotExecuted()).isFalse();
                })
                .hasMessageContaining("the call was made")
                .hasMessageContaining("Cameras > [0] > Name")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aClassNeedsNotKnowTheVendorsFieldsAndHasSmallLetters() {
        cloud.next(new MockResponse().setBody("{\"Total\":1,\"Cameras\":[{\"Name\":7,\"New\":1}]}"));

        Exchange listed = call("ListCameras?outputType=" + Cameras.class.getName(), null);

        assertThat(listed.getException()).isNull();
        assertThat(listed.getMessage()
                        .getBody(Cameras.class)
                        .getCameras()
                        .get(0)
                        .getName())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\r\n", " ", "\t", "\u00a0", "\u200b"})
    void whatIsAroundAKeyIsStripped(String around) {
        component().getConfiguration().setKeyId(around + ToyCloud.KEY_ID + around);
        component().getConfiguration().setKeySecret(around + ToyCloud.KEY_SECRET + around);

        assertThat(call("ListCameras", null).getException()).isNull();
    }

    @Test
    void anyBodyAndAnyResponseFailWithOneOfTwoKinds() {
        Random random = new Random(20261128);
        List<String> pieces = List.of(
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "\"Name\"",
                "\"CameraId\"",
                "\"Cameras\"",
                "\"Total\"",
                "\"\"",
                "null",
                "true",
                "1",
                "-0.0",
                "1e9",
                "1e99999999999",
                "NaN",
                "\"\\ud83d\"",
                "\"a\u0001\"",
                "\uFEFF",
                "\u0000",
                "[".repeat(1_100),
                "9".repeat(1_100),
                "\"code\"",
                "\"content\"",
                "\"ok\"",
                "<html>",
                "\\",
                "'");
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(9); n >= 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String json = text.toString();
            String shaped = random.nextBoolean() ? json : "{\"Name\":" + json + "}";
            cloud.next(
                    new MockResponse().setBody(random.nextBoolean() ? json : "{\"Total\":1,\"Cameras\":" + json + "}"));
            assertKind(json, call("ListCameras?maxRetries=0", null));
            assertKind(shaped, call(RENAME + "&maxRetries=0", shaped));
        }
    }

    private static void assertKind(String text, Exchange called) {
        if (called.getException() != null) {
            assertThat(called.getException())
                    .as(text)
                    .isInstanceOfAny(ApiException.class, InvalidRequestException.class);
        }
    }
}

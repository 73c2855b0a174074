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
package io.github.camelvideo.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelvideo.catalog.CallbackSpec;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackReaderTest {

    private static final String STARTED =
            "{'event_type':1,'stream_id':'cam1','sequence':'7','event_time':1780279000,'t':1780279600,'sign':'x'}";

    private static List<CallbackEvent> read(CallbackSpec spec, String body, String query) throws Exception {
        CallbackRequest request = CallbackRequest.read(bytes(body), spec.wrapper(), query);
        return new CallbackReader(spec).read(request, false);
    }

    private static CallbackEvent one(String body) throws Exception {
        return read(TestCallbacks.streams(), body, null).get(0);
    }

    private static byte[] bytes(String body) {
        return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anEventHasItsFieldsWithoutTheSignature() throws Exception {
        CallbackEvent event = one(STARTED);
        assertThat(event.name()).isEqualTo("stream-started");
        assertThat(event.fields().toString())
                .isEqualTo("{\"event_type\":1,\"stream_id\":\"cam1\",\"sequence\":\"7\",\"event_time\":1780279000}");
        assertThat(event.key()).isEqualTo("stream-started|cam1|7|1780279000");
        assertThat(event.time()).isEqualTo(Instant.ofEpochSecond(1_780_279_000L));
        assertThat(event.spec().name()).isEqualTo("stream-started");
        assertThat(event.toString()).doesNotContain("cam1");
    }

    /** Zero is the type of an event, as number and as text. */
    @Test
    void typesAreNumbersOrTexts() throws Exception {
        assertThat(one("{'event_type':0,'stream_id':'a'}").name()).isEqualTo("stream-ended");
        assertThat(one("{'event_type':'0','stream_id':'a'}").name()).isEqualTo("stream-ended");
        assertThat(one("{'event_type':false,'stream_id':'a'}").name()).isEqualTo(CallbackEvent.UNKNOWN);
        assertThat(one("{'event_type':0.0,'stream_id':'a'}").name()).isEqualTo(CallbackEvent.UNKNOWN);
    }

    @Test
    void keysOfDifferentEventsNeverMeet() throws Exception {
        assertThat(one(STARTED).key())
                .isNotEqualTo(one(STARTED.replace("':1,", "':0,")).key());
        assertThat(one("{'event_type':100,'file_id':'cam1|7|1'}").key())
                .isEqualTo("file|cam1|7|1")
                .isNotEqualTo(one("{'event_type':0,'stream_id':'cam1','sequence':'7','event_time':1}")
                        .key());
    }

    /** A repeat may be signed anew. */
    @Test
    void theSignatureIsNoPartOfAKey() throws Exception {
        String other = STARTED.replace("1780279600", "1780279660").replace("'x'", "'y'");
        assertThat(one(STARTED).key()).isEqualTo(one(other).key());
        String keyless = "{'event_type':100,'size':1,'t':1,'sign':'x'}";
        assertThat(one(keyless).key())
                .startsWith("file|sha256-")
                .isEqualTo(one("{'sign':'y','t':2,'size':1,'event_type':100}").key());
    }

    @Test
    void theExpiryIsPartOfAKeyThatNamesIt() throws Exception {
        CallbackEvent event = one("{'event_type':329,'channel_id':'c','t':5,'sign':'x'}");
        assertThat(event.key()).isEqualTo("push-started|c|5");
        assertThat(event.fields().has("t")).isFalse();
    }

    @Test
    void unknownEventsAreKnownByAllTheirFields() throws Exception {
        CallbackEvent event = one("{'event_type':999,'a':1,'b':2,'t':3,'sign':'x'}");
        assertThat(event.name()).isEqualTo(CallbackEvent.UNKNOWN);
        assertThat(event.spec()).isNull();
        assertThat(event.time()).isNull();
        assertThat(event.key())
                .startsWith("unknown|sha256-")
                .isEqualTo(
                        one("{'b':2,'a':1,'event_type':999,'t':4,'sign':'y'}").key())
                .isNotEqualTo(one("{'b':3,'a':1,'event_type':999}").key());
        assertThat(one("{'a':1}").name()).isEqualTo(CallbackEvent.UNKNOWN);
    }

    @Test
    void fieldsMayBeWrappedBesideOthers() throws Exception {
        CallbackEvent event = one("{'event_type':329,'data':{'channel_id':'c'},'receive_time':1,'t':5,'sign':'x'}");
        assertThat(event.key()).isEqualTo("push-started|c|5");
        assertThat(event.fields().toString()).isEqualTo("{\"event_type\":329,\"receive_time\":1,\"channel_id\":\"c\"}");
        assertThat(one("{'event_type':100,'data':'text','file_id':'f'}")
                        .fields()
                        .get("data")
                        .asText())
                .isEqualTo("text");
    }

    @Test
    void itemsBelowHaveFieldsOfTheQuery() throws Exception {
        String body = "{'Tag':'AI','AIJobDetail':{'Pet':[{'Url':'https://a/1?s=1'},{'Url':'https://a/2'}],'Car':[7]}}";
        assertThat(read(TestCallbacks.pictures(), body, "x=1&TaskId=t%201&TaskId=other"))
                .extracting(
                        CallbackEvent::key,
                        event -> event.fields().path("TaskId").asText())
                .containsExactly(
                        tuple("ai-result|t 1|Pet|https://a/1", "t 1"),
                        tuple("ai-result|t 1|Pet|https://a/2", "t 1"),
                        tuple("ai-result|t 1|Car|\\0", "t 1"));
        assertThat(read(TestCallbacks.pictures(), "{'Tag':'AI','AIJobDetail':{}}", ""))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'Tag':'AI','AIJobDetail':7}", "{'Tag':'AI','AIJobDetail':{'Pet':7}}"})
    void somethingElseInThePlaceOfItemsIsRefused(String body) {
        assertThatThrownBy(() -> read(TestCallbacks.pictures(), body, null))
                .isInstanceOf(RefusedCallbackException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "'text'",
                "[]",
                "{",
                "{}}",
                "{} {}",
                "{}x",
                "{'a':1,'a':2}",
                "{'a':NaN}",
                "{'a':Infinity}",
                "{'a':01}",
                "{a:1}",
                "{'a':1,}",
                "{'a':'\\ud800'}",
                "{'\\udc00':1}",
                "a=1&b=2",
                "{'a':1e99999999999}",
                "/*x*/{}",
                "{'a':'\n'}"
            })
    void anythingButAJsonObjectIsRefused(String body) {
        assertThatThrownBy(() -> CallbackRequest.read(bytes(body), null, null))
                .isInstanceOf(RefusedCallbackException.class);
    }

    @Test
    void deepAndManyMembersAreRefused() {
        for (String body : List.of(
                "{'a':" + "[".repeat(40) + "]".repeat(40) + "}",
                "{'a':[" + "1,".repeat(60_000) + "1]}",
                "{'a':" + "[".repeat(5_000) + "]".repeat(5_000) + "}")) {
            assertThatThrownBy(() -> CallbackRequest.read(bytes(body), null, null))
                    .isInstanceOf(RefusedCallbackException.class);
        }
    }

    @Test
    void unicodeIsReadByItsMark() throws Exception {
        String text = "{\"a\":\"\u00e9\u4e2d\ud83d\ude00\"}";
        for (String mark : List.of("", "efbbbf", "feff", "fffe")) {
            Charset charset = mark.equals("feff")
                    ? StandardCharsets.UTF_16BE
                    : mark.equals("fffe") ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(HexFormat.of().parseHex(mark));
            body.writeBytes(text.getBytes(charset));
            assertThat(CallbackRequest.read(body.toByteArray(), null, null)
                            .fields()
                            .toString())
                    .isEqualTo(text);
        }
    }

    @Test
    void otherEncodingsAreRefused() {
        for (Charset charset :
                List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, Charset.forName("GBK"))) {
            assertThatThrownBy(() -> CallbackRequest.read("{\"a\":\"\u00e9\u4e2d\"}".getBytes(charset), null, null))
                    .isInstanceOf(RefusedCallbackException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%zz", "%4=1"})
    void aQueryThatCannotBeDecodedIsRefused(String query) {
        assertThatThrownBy(() -> CallbackRequest.read(bytes("{}"), null, query))
                .isInstanceOf(RefusedCallbackException.class);
    }
}

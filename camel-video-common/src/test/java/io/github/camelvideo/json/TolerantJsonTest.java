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
package io.github.camelvideo.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.json.TolerantJson.Oddity;
import io.github.camelvideo.json.TolerantJson.Reading;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TolerantJsonTest {

    private static final Predicate<List<String>> NOTHING_STRICT = path -> false;

    static Stream<Arguments> odd() {
        return Stream.of(
                Arguments.of("{'a':'x\u0001\n\ty'}", "{'a':'x\\u0001\\n\\ty'}", Set.of(Oddity.CONTROL_CHARACTERS)),
                Arguments.of("{'a\u0000b':1}", "{'a\\u0000b':1}", Set.of(Oddity.CONTROL_CHARACTERS)),
                Arguments.of("{'a':'\\\\','b':'\n'}", "{'a':'\\\\','b':'\\n'}", Set.of(Oddity.CONTROL_CHARACTERS)),
                Arguments.of("[NaN,Infinity,-Infinity]", "['NaN','Infinity','-Infinity']", Set.of(Oddity.NOT_A_NUMBER)),
                Arguments.of("{'a':NaN,'b':1.10}", "{'a':'NaN','b':1.10}", Set.of(Oddity.NOT_A_NUMBER)),
                Arguments.of("{'a':1,'b':2,'a':{'c':3}}", "{'a':{'c':3},'b':2}", Set.of(Oddity.REPEATED_NAMES)),
                Arguments.of("[{'a':[1],'a':null}]", "[{'a':null}]", Set.of(Oddity.REPEATED_NAMES)),
                Arguments.of("[1e99999999999,1]", "['1e99999999999',1]", Set.of(Oddity.HUGE_NUMBERS)),
                Arguments.of(
                        "{'a':NaN,'a':1e2147483649,'b':'\n'}",
                        "{'a':'1e2147483649','b':'\\n'}",
                        Set.of(Oddity.values())));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void readsWhatIsOddAndSaysWhatItWas(String json, String same, Set<Oddity> oddities) throws Exception {
        String odd = json.replace('\'', '"');
        assertThatThrownBy(() -> ExactJson.parse(odd)).isInstanceOf(JsonProcessingException.class);

        Reading reading = TolerantJson.parse(odd, NOTHING_STRICT);

        assertThat(reading.value()).isEqualTo(ExactJson.parse(same.replace('\'', '"')));
        assertThat(reading.oddities()).isEqualTo(oddities);
    }

    /** A line break between tokens or as an escape is no oddity. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n\t\"a\" : \"\\u0001\\n\\\"\" ,\r\n\"b\":[ ] }",
                "{\"big\":18446744073709551615,\"long\":3000000000,\"int\":-7,\"rate\":1.10,\"tiny\":1E-400,\"zero\":-0.0}",
                "[true,false,null,\"\",{},[[]],{\"a\":{\"b\":{}}}]",
                "\"text\"",
                "7",
                ""
            })
    void readsGoodJsonAsTheStrictReaderDoes(String json) throws Exception {
        Reading reading = TolerantJson.parse(json, NOTHING_STRICT);

        JsonNode strict = ExactJson.parse(json);
        assertThat(reading.value()).isEqualTo(strict);
        assertThat(reading.value().toString()).isEqualTo(strict.toString());
        assertThat(reading.oddities()).isEmpty();
    }

    @Test
    void numbersStayExact() throws Exception {
        JsonNode read = TolerantJson.parse("{\"a\":NaN,\"big\":18446744073709551615,\"rate\":1.10}", NOTHING_STRICT)
                .value();

        assertThat(read.get("big").numberValue()).isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(read.get("rate").numberValue()).isEqualTo(new BigDecimal("1.10"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"\n",
                "{\"a\":NaN",
                "{\"a\":1,\"a\":[2}",
                "{\"a\":\"\n\"} x",
                "{\"a\":\"\n\"}{}",
                "NaN 1",
                "<html>\u0001</html>",
                "{'a':1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "{\"a\":\"\\x\"}",
                "{\"a\":Nan}",
                "{\"a\":1} // \n"
            })
    void refusesWhateverElseIsWrong(String json) {
        assertThatThrownBy(() -> TolerantJson.parse(json, NOTHING_STRICT)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"r\":1,\"r\":1}",
                "{\"r\":NaN}",
                "{\"r\":{\"code\":1,\"x\":2,\"code\":1}}",
                "{\"r\":{\"code\":-Infinity}}"
            })
    void refusesOddStrictMembers(String json) {
        Predicate<List<String>> strict = Set.of(List.of("r"), List.of("r", "code"))::contains;

        assertThatThrownBy(() -> TolerantJson.parse(json, strict))
                .isInstanceOf(RefusedJsonException.class)
                .hasMessageContaining("'r")
                .satisfies(refused -> assertThat(((RefusedJsonException) refused).getLocation())
                        .isNotNull());
    }

    /** Records may use the names of the envelope. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"r\":{\"data\":{\"code\":1,\"code\":2}}}",
                "{\"r\":{\"data\":[{\"code\":1,\"code\":2}]}}",
                "{\"r\":[{\"code\":1,\"code\":2}]}",
                "{\"code\":1,\"code\":2}",
                "[{\"r\":NaN}]"
            })
    void namesOfStrictMembersAreFreeElsewhere(String json) throws Exception {
        Predicate<List<String>> strict = Set.of(List.of("r"), List.of("r", "code"))::contains;

        assertThat(TolerantJson.parse(json, strict).oddities()).hasSize(1);
    }

    @Test
    void boundsDepthAndNumbersAsTheStrictReader() throws Exception {
        String deepest = "[".repeat(1000) + "NaN" + "]".repeat(1000);

        assertThat(TolerantJson.parse(deepest, NOTHING_STRICT).oddities()).containsExactly(Oddity.NOT_A_NUMBER);
        assertThatThrownBy(() -> TolerantJson.parse("[" + deepest + "]", NOTHING_STRICT))
                .isInstanceOf(JsonProcessingException.class);
        assertThat(TolerantJson.parse("[" + "7".repeat(1000) + ",NaN," + "7".repeat(1001) + "]", NOTHING_STRICT)
                        .oddities())
                .containsExactlyInAnyOrder(Oddity.NOT_A_NUMBER, Oddity.HUGE_NUMBERS);
        assertThatThrownBy(() -> TolerantJson.parse("[".repeat(1_000_000), NOTHING_STRICT))
                .isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E99999999999", "1.5e-99999999999", "-1e2147483648"})
    void anExponentOutOfRangeIsAReadableErrorOrAText(String number) throws Exception {
        assertThatThrownBy(() -> ExactJson.parse("{\"a\":" + number + "}"))
                .isInstanceOf(RefusedJsonException.class)
                .hasMessageContaining("exponent")
                .hasMessageNotContaining(number);
        assertThatThrownBy(() -> ExactJson.parse(Digests.utf8(number))).isInstanceOf(RefusedJsonException.class);
        assertThat(TolerantJson.parse("[" + number + "]", NOTHING_STRICT)
                        .value()
                        .get(0)
                        .textValue())
                .isEqualTo(number);
    }

    /** Damaged at random: what the strict reader accepts is read the same, and nothing but a JSON exception comes out. */
    @Test
    void agreesWithTheStrictReaderOnDamagedDocuments() {
        Random random = new Random(7);
        String good =
                "{\"Response\":{\"Data\":[{\"Id\":1,\"Name\":\"a\\u0041\\n\",\"Rate\":-1.50e3},null,true],\"Total\":2}}";
        String signs = "{}[]\",:\\0123456789eE+-.aNtfnul \n\u0001\uFFFD\uD83D";
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder damaged = new StringBuilder(good);
            for (int j = random.nextInt(4); j >= 0; j--) {
                int place = random.nextInt(damaged.length());
                char sign = signs.charAt(random.nextInt(signs.length()));
                switch (random.nextInt(3)) {
                    case 0 -> damaged.setCharAt(place, sign);
                    case 1 -> damaged.insert(place, sign);
                    default -> damaged.deleteCharAt(place);
                }
            }
            JsonNode strict = orNull(() -> ExactJson.parse(damaged.toString()));
            Reading tolerant = orNull(() -> TolerantJson.parse(damaged.toString(), NOTHING_STRICT));
            if (strict != null) {
                assertThat(tolerant).as(damaged.toString()).isNotNull();
                assertThat(tolerant.value()).as(damaged.toString()).isEqualTo(strict);
                assertThat(tolerant.oddities()).as(damaged.toString()).isEmpty();
                read++;
            } else if (tolerant != null) {
                assertThat(tolerant.oddities()).as(damaged.toString()).isNotEmpty();
            }
        }
        assertThat(read).isGreaterThan(500);
    }

    private static <T> T orNull(Parse<T> parse) {
        try {
            return parse.run();
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    @FunctionalInterface
    private interface Parse<T> {
        T run() throws JsonProcessingException;
    }
}

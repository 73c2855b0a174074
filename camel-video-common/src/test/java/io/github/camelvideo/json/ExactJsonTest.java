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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactJsonTest {

    private static final String RECORD = "{\"Name\":\"\u5927\u95e8\",\"Rate\":1.10,\"Big\":18446744073709551615,"
            + "\"None\":null,\"Ok\":true,\"Tags\":[],\"Times\":[\"a\",{\"b\":{}}]}";

    @Test
    void writesWhatItRead() throws Exception {
        byte[] json = RECORD.getBytes(StandardCharsets.UTF_8);

        assertThat(ExactJson.bytes(ExactJson.parse(json))).isEqualTo(json);
        assertThat(ExactJson.parse(RECORD)).isEqualTo(ExactJson.parse(json));
    }

    @Test
    void plainValuesKeepEveryDigit() throws Exception {
        Map<?, ?> plain = (Map<?, ?>) ExactJson.toObject(ExactJson.parse(RECORD), Object.class);

        assertThat(plain.values().toArray())
                .startsWith(
                        "\u5927\u95e8",
                        new BigDecimal("1.10"),
                        new BigInteger("18446744073709551615"),
                        null,
                        true,
                        List.of())
                .endsWith(Arrays.asList("a", Map.of("b", Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":1}", "{\"a\":1}}", "{\"a\":1} 2"})
    void refusesRepeatedNamesAndTrailingContent(String json) {
        assertThatThrownBy(() -> ExactJson.parse(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonProcessingException.class);
    }

    /** The option maxAnswerSize is the only bound. */
    @Test
    void readsATextLongerThanTheDefaultOfTheParser() throws Exception {
        byte[] json = new byte[21_000_000];
        Arrays.fill(json, (byte) 'x');
        json[0] = '"';
        json[json.length - 1] = '"';

        assertThat(ExactJson.parse(json).textValue()).hasSize(json.length - 2);
    }
}

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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large trees differ from small ones in room alone. */
class LargeJsonTest {

    private static final String ITEM =
            "{\"Id\":%d,\"Name\":\"\u5927\u95e8 %d\",\"State\":\"on\",\"Rate\":1.10,\"Big\":18446744073709551615,"
                    + "\"None\":null,\"Ok\":true,\"Tags\":[],\"Times\":[\"a\",{\"b\":{}}]}";

    private static String large() {
        StringBuilder json = new StringBuilder("{\"List\":[");
        for (int i = 0; json.length() < ExactJson.LARGE; i++) {
            json.append(i == 0 ? "" : ",").append(ITEM.formatted(i, i));
        }
        return json.append("],\"Total\":1}").toString();
    }

    private static JsonNode parsed(String json) throws Exception {
        return ExactJson.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void areEqualToTheUsualOnes() throws Exception {
        // given
        String json = large();

        // when
        JsonNode lean = parsed(json);

        // then
        assertThat(lean).isEqualTo(ExactJson.parse(json)).hasToString(json);
        assertThat(lean.deepCopy().equals(lean)).isTrue();
    }

    @Test
    void shareTextsThatComeBack() throws Exception {
        // when
        JsonNode list = parsed(large()).get("List");

        // then
        assertThat(list.get(0).get("State")).isSameAs(list.get(1).get("State"));
        assertThat(list.get(0).get("Name")).isNotEqualTo(list.get(1).get("Name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"State\":\"on\",", "}"})
    void areRefusedForTheSameFaults(String again) {
        // given a name that stands twice, or something behind the value
        String json = again.equals("}") ? large() + again : large().replaceFirst(again, again + again);

        // then
        assertThatThrownBy(() -> parsed(json)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void becomeTheSamePlainValuesPieceByPiece() throws Exception {
        // given
        Object expected = ExactJson.toObject(parsed(large()), Object.class);
        JsonNode tree = parsed(large());

        // when
        Object plain = Dismantling.toPlain(tree);

        // then
        assertThat(plain).isEqualTo(expected);
        Map<?, ?> item = (Map<?, ?>) ((List<?>) ((Map<?, ?>) plain).get("List")).get(3);
        assertThat(item.values().toArray())
                .startsWith(
                        3,
                        "\u5927\u95e8 3",
                        "on",
                        new BigDecimal("1.10"),
                        new BigInteger("18446744073709551615"),
                        null,
                        true,
                        List.of())
                .endsWith(Arrays.asList("a", Map.of("b", Map.of())));
        assertThat(tree).isEmpty();
    }

    @Test
    void becomeTheSameTextPieceByPiece() throws Exception {
        // given
        JsonNode tree = parsed(large());

        // when
        String json = Dismantling.toJson(tree);

        // then
        assertThat(json).isEqualTo(large());
        assertThat(tree).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"text\"", "1", "[]", "{}", "[null,[1,2.50]]"})
    void soDoSmallOnes(String json) throws Exception {
        // given
        Object expected = ExactJson.toObject(parsed(json), Object.class);

        // then
        assertThat(Dismantling.toPlain(parsed(json))).isEqualTo(expected);
        assertThat(Dismantling.toJson(parsed(json))).isEqualTo(json);
    }
}

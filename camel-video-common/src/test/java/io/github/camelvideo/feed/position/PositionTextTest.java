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
package io.github.camelvideo.feed.position;

import static io.github.camelvideo.feed.position.PositionModel.contentOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTextTest {

    private static final String HEAD =
            "{\"v\":2,\"kind\":\"log\",\"watermark\":\"2026-01-31T08:00:00Z\",\"share\":1.50}";

    @Test
    void writesEntriesByTimeAndKey() {
        Instant time = Instant.parse("2026-01-31T08:00:00.5Z");
        StoredPosition position = new StoredPosition(
                HEAD,
                List.of(
                        new PositionEntry("timeless", null, ""),
                        new PositionEntry("b", time, "two"),
                        new PositionEntry("通道", time.minusSeconds(60), "\"x\""),
                        new PositionEntry("a", time, "")));

        String text = PositionText.write(position);

        assertThat(text)
                .isEqualTo("{\"v\":2,\"head\":" + HEAD
                        + ",\"entries\":{\"2026-01-31T07:59:00.500Z\":{\"通道\":\"\\\"x\\\"\"},"
                        + "\"2026-01-31T08:00:00.500Z\":{\"a\":\"\",\"b\":\"two\"},\"\":{\"timeless\":\"\"}}}");
        assertThat(contentOf(PositionText.read(text).orElseThrow())).isEqualTo(contentOf(position));
    }

    @Test
    void readsWhatItWrites() {
        Random random = new Random(3);
        PositionModel model = new PositionModel();
        for (int i = 0; i < 200; i++) {
            StoredPosition position = model.change(random, i).whole().get();
            assertThat(contentOf(PositionText.read(PositionText.write(position)).orElseThrow()))
                    .isEqualTo(model.content());
        }
    }

    @Test
    void readsMarksOfDeletion() {
        assertThat(PositionText.read(PositionText.DELETED)).isEmpty();
        assertThat(PositionText.read(" ")).as("of version 1").isEmpty();
    }

    @Test
    void readsPositionsOfVersion1() {
        StoredPosition read = PositionText.read("{\"v\":1,\"watermark\":\"2021-05-25T09:56:51Z\","
                        + "\"from\":\"2021-05-25T09:46:51Z\",\"delivered\":{\"2021-05-25T09:56:50Z\":[\"17\"],"
                        + "\"2021-05-25T09:56:51Z\":[\"18\",\"17\"]}}")
                .orElseThrow();

        assertThat(read.head())
                .isEqualTo("{\"v\":2,\"kind\":\"log\",\"watermark\":\"2021-05-25T09:56:51Z\","
                        + "\"from\":\"2021-05-25T09:46:51Z\"}");
        assertThat(read.entries())
                .containsExactlyInAnyOrder(
                        new PositionEntry("17", Instant.parse("2021-05-25T09:56:51Z"), ""),
                        new PositionEntry("18", Instant.parse("2021-05-25T09:56:51Z"), ""));
    }

    @Test
    void readsListsOfValuesOfVersion1() {
        StoredPosition read = PositionText.read(
                        "{\"v\":1,\"listed\":[\"a\"],\"gone\":{\"b\":\"2021-05-25T09:56:51Z\"}}")
                .orElseThrow();

        assertThat(read.head()).isEqualTo("{\"v\":2,\"kind\":\"partitions\"}");
        assertThat(read.entries())
                .containsExactlyInAnyOrder(
                        new PositionEntry("a", null, ""), new PositionEntry("b", null, "2021-05-25T09:56:51Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | it is empty",
                "`  ` | it is empty",
                "null | not a JSON object",
                "[] | not a JSON object",
                "{} | has no version",
                "{\"v\":\"2\",\"head\":{\"v\":2,\"kind\":\"log\"},\"entries\":{}} | has no version",
                "{\"v\":0} | has no version",
                "{\"v\":3,\"x\":1} | it has version 3. This release reads up to version 2",
                "{\"v\":2 | not JSON",
                "{\"v\":2,\"head\":{\"v\":2,\"kind\":\"log\"},\"entries\":{}} x | not JSON",
                "{\"v\":2,\"head\":{\"v\":2,\"kind\":\"log\"},\"entries\":{}}{} | not JSON",
                "{\"v\":2,\"v\":2,\"head\":{\"v\":2,\"kind\":\"log\"},\"entries\":{}} | Duplicate",
                "{\"v\":2,\"head\":{\"v\":2,\"kind\":\"log\"}} | 'entries' is missing",
                "{\"v\":2,\"head\":{\"v\":2,\"kind\":\"log\"},\"entries\":[]} | 'entries' is missing or not an object",
                "{\"v\":2,\"entries\":{}} | its head must be",
                "{\"v\":2,\"head\":{\"v\":2},\"entries\":{}} | its head must be",
                "{\"v\":2,\"head\":\"x\",\"entries\":{}} | its head must be",
                "{\"v\":2,\"head\":{\"v\":2,\"kind\":\"log\"},\"entries\":{},\"more\":1} | unknown member 'more'",
                "{\"v\":2,\"head\":{\"v\":2,\"kind\":\"log\"},\"entries\":{\"\":\"k\"}} | must be an object",
                "{\"v\":2,\"head\":{\"v\":2,\"kind\":\"log\"},\"entries\":{\"\":{\"k\":1}}} | must have a key and a text",
                "{\"v\":2,\"head\":{\"v\":2,\"kind\":\"log\"},\"entries\":{\"\":{\"\":\"\"}}} | must have a key and a text",
                "{\"v\":2,\"head\":{\"v\":2,\"kind\":\"log\"},\"entries\":{\"now\":{\"k\":\"\"}}} | a time in it is damaged",
                "{\"v\":2,\"head\":{\"v\":2,\"kind\":\"log\"},\"entries\":{\"\":{\"k\":\"\"},\"2026-01-31T08:00:00Z\":{\"k\":\"\"}}} | is there twice",
                "{\"v\":2,\"deleted\":false} | 'deleted' must be true",
                "{\"v\":2,\"deleted\":true,\"head\":{}} | unknown member 'head'",
                "{\"v\":1,\"watermark\":\"2021-05-25T09:56:51Z\",\"from\":\"2021-05-25T09:56:51Z\"} | 'delivered' is missing",
                "{\"v\":1,\"watermark\":\"2021-05-25T09:56:51Z\",\"from\":\"2021-05-25T09:56:51Z\",\"delivered\":[]} | 'delivered' is missing or not an object",
                "{\"v\":1,\"watermark\":\"2021-05-25T09:56:51Z\",\"from\":\"2021-05-25T09:56:51Z\",\"delivered\":{\"2021-05-25T09:56:51Z\":\"17\"}} | must be an array of texts",
                "{\"v\":1,\"watermark\":\"2021-05-25T09:56:51Z\",\"from\":\"2021-05-25T09:56:51Z\",\"delivered\":{\"2021-05-25T09:56:51Z\":[17]}} | must be an array of texts",
                "{\"v\":1,\"watermark\":\"2021-05-25T09:56:51Z\",\"from\":\"2021-05-25T09:56:51Z\",\"delivered\":{\"x\":[]}} | a time in it is damaged",
                "{\"v\":1,\"watermark\":\"x\",\"from\":\"2021-05-25T09:56:51Z\",\"delivered\":{}} | a time in it is damaged",
                "{\"v\":1,\"watermark\":1,\"from\":\"2021-05-25T09:56:51Z\",\"delivered\":{}} | 'watermark' is missing",
                "{\"v\":1,\"watermark\":\"2021-05-25T09:56:51Z\",\"delivered\":{}} | 'from' is missing",
                "{\"v\":1,\"watermark\":\"2021-05-25T09:56:51Z\",\"from\":\"2021-05-25T09:56:51Z\",\"delivered\":{}}~ | not JSON",
                "{\"v\":1,\"listed\":\"a\",\"gone\":{}} | must be an array of texts",
                "{\"v\":1,\"listed\":[\"a\"]} | 'gone' is missing",
                "{\"v\":1,\"listed\":[\"a\"],\"gone\":{\"b\":1}} | 'b' is missing or not a text"
            })
    void refusesWhatIsDamaged(String text, String reason) {
        assertThatThrownBy(() -> PositionText.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void writesNoHeadThatItWouldNotRead() {
        assertThatThrownBy(() -> PositionText.write(new StoredPosition("x", List.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PositionText.write(new StoredPosition("{\"v\":2}", List.of())))
                .hasMessageContaining("its head must be an object with a version and a kind");
    }
}

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
package io.github.camelvideo.tencent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.read.RecordItems;
import io.github.camelvideo.json.ExactJson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items of a list in records whose format nobody knows. */
class RecordItemsTest {

    private static final Catalogs CATALOGS = Catalogs.ofClassPath("tencent-video");
    private static final RecordItems ALARMS = items("iotvideoindustry", "DescribeWarnings");
    private static final String ALARM = "{\"Id\":7,\"DeviceId\":\"d1\",\"CreateTime\":\"2026-06-01 08:00:00\"}";

    private static RecordItems items(String api, String action) {
        ApiCatalog catalog = CATALOGS.get(api);
        return RecordItems.of(action, catalog, catalog.actions().get(action), null, List.of());
    }

    private static List<ObjectNode> in(String record) {
        return ALARMS.in(RecordItems.read(record));
    }

    private static List<String> keys(String record) {
        return in(record).stream()
                .map(item -> ALARMS.id(Partition.NONE, item).key())
                .toList();
    }

    private static String quoted(String json) {
        return ExactJson.fromObject(json).toString();
    }

    @Test
    void findsItemsAtAnyPlaceOfARecord() {
        assertThat(keys(ALARM)).containsExactly("7");
        assertThat(keys("[" + ALARM + "," + ALARM.replace("7", "8") + "]")).containsExactly("7", "8");
        assertThat(keys("{\"a\":{\"b\":[1,{\"c\":" + ALARM + "}]},\"d\":" + ALARM.replace("7", "9") + "}"))
                .containsExactly("7", "9");
        assertThat(keys(" \n" + quoted(ALARM))).isEmpty();
        assertThat(keys("[" + quoted(ALARM) + "]")).containsExactly("7");
        assertThat(keys("{\"Records\":" + quoted("[{\"Value\":" + quoted(ALARM) + "}]") + "}"))
                .containsExactly("7");
    }

    @Test
    void givesNamesAsTheCatalogWritesThemAndKeepsWhatItDoesNotKnow() {
        ObjectNode item =
                in("{\"ID\":7,\"deviceid\":\"d1\",\"createTime\":1,\"warnLevelName\":\"high\",\"extra\":{\"id\":1}}")
                        .get(0);

        assertThat(item.toString())
                .isEqualTo(
                        "{\"Id\":7,\"DeviceId\":\"d1\",\"CreateTime\":1,\"WarnLevelName\":\"high\",\"extra\":{\"id\":1}}");
    }

    @Test
    void theNameOfTheCatalogWinsOverOneInAnotherCase() {
        assertThat(in("{\"id\":\"other\",\"Id\":7,\"CreateTime\":1}").get(0).toString())
                .isEqualTo("{\"id\":\"other\",\"Id\":7,\"CreateTime\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "{",
                "null",
                "17",
                "[]",
                "{\"gps\":[1,2]}",
                "{\"Id\":7}",
                "{\"Id\":null,\"CreateTime\":1}",
                "{\"Id\":\" \",\"CreateTime\":1}",
                "{\"Id\":7,\"CreateTime\":\"\"}",
                "{\"Id\":7,\"CreateTime\":1} {\"Id\":8,\"CreateTime\":1}"
            })
    void aRecordWithoutKeyAndTimeHasNoItem(String record) {
        assertThat(in(record)).isEmpty();
    }

    @Test
    void anEnvelopeWithAnIdIsNoItem() {
        assertThat(keys("{\"id\":1,\"data\":" + ALARM + ",\"device\":{\"Id\":2}}"))
                .containsExactly("7");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"2026-06-01 08:00:00\"', 2026-06-01T00:00:00Z",
        "'\"2026-06-01T08:00:00+08:00\"', 2026-06-01T00:00:00Z",
        "1780272000, 2026-06-01T00:00:00Z",
        "1780272000123, 2026-06-01T00:00:00.123Z",
        "'\"yesterday\"', ",
    })
    void readsTheTimeAsTheListWritesItOrInMilliseconds(String written, Instant time) {
        assertThat(ALARMS.time(in("{\"Id\":7,\"CreateTime\":" + written + "}").get(0)))
                .isEqualTo(time);
    }

    @Test
    void aRecordBeyondAllMeasureHasNoItem() {
        String nested = "[".repeat(60) + ALARM + "]".repeat(60);
        StringBuilder large = new StringBuilder("[" + ALARM);
        for (int i = 0; i < 100_000; i++) {
            large.append(",1");
        }
        String inTexts = ALARM;
        for (int i = 0; i < 8; i++) {
            inTexts = "[" + quoted(inTexts) + "]";
        }

        assertThat(keys(nested)).isEmpty();
        assertThat(keys(large + "]")).isEmpty();
        assertThat(keys(inTexts)).containsExactly("7");
    }

    @Test
    void statesOfAnItemAreToldApartByTheFieldsOfTheList() {
        RecordItems alerts = items("mdl", "DescribeStreamLiveChannelAlerts");
        assertThat(alerts.required()).contains("SetTime");
        String raised = state(alerts, "{\"ClearTime\":\"\",\"more\":1}");

        assertThat(raised).startsWith("0.");
        assertThat(state(alerts, "{}")).isEqualTo(raised);
        assertThat(state(alerts, "{\"ClearTime\":\"2026-06-01T00:00:00Z\"}")).isNotEqualTo(raised);
        assertThat(ALARMS.id(Partition.NONE, in(ALARM).get(0)).revision()).isEmpty();
    }

    private static String state(RecordItems items, String item) {
        JsonNode body = RecordItems.read(item);
        return items.id(Partition.NONE, (ObjectNode) body).revision();
    }
}

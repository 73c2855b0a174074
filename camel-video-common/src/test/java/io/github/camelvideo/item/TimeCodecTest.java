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
package io.github.camelvideo.item;

import static io.github.camelvideo.feed.FakeVendor.utc;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelvideo.catalog.FeedSpec.TimeFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeCodecTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<TimeCodec> ALARMS = Stream.of(TimeFormat.ISO, TimeFormat.EPOCH_SECONDS, TimeFormat.LOCAL)
            .map(format -> new TimeCodec(format, SHANGHAI))
            .toList();

    @ParameterizedTest
    @CsvSource({
        "2021-05-25T17:56:51+08:00, 2021-05-25T09:56:51Z",
        "2021-05-25T09:56:51Z, 2021-05-25T09:56:51Z",
        "2021-05-25T17:56:51.250+0800, 2021-05-25T09:56:51.250Z",
        "1672471808, 2022-12-31T07:30:08Z",
        "2021-05-25 17:56:51, 2021-05-25T09:56:51Z",
        "2021-05-25 17:56:51.5, 2021-05-25T09:56:51.500Z",
        "2018 - 09 - 08 15: 55: 35, 2018-09-08T07:55:35Z"
    })
    void readsTheFirstFormatThatFits(String text, Instant expected) {
        assertThat(TimeCodec.readAny(ALARMS, TextNode.valueOf(text))).isEqualTo(ItemTime.at(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "recording -aaa-20160112-1455-20160112-1457, 2016-01-12T06:55:00Z",
        "20160112-1455, 2016-01-12T06:55:00Z",
        "recording -aaa-20161312-1455, ",
        "recording 120160112-14551, "
    })
    void readsTheFirstMinuteInAText(String text, Instant expected) {
        ItemTime time = new TimeCodec(TimeFormat.MINUTE_IN_TEXT, SHANGHAI).read(TextNode.valueOf(text));

        assertThat(time).isEqualTo(expected == null ? null : ItemTime.at(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "0",
                "-1",
                "2021-02-30 00:00:00",
                "2021-05-25",
                "1672471808000",
                "99999999999999999999"
            })
    void givesNothingWhereNoFormatFits(String text) {
        assertThat(TimeCodec.readAny(ALARMS, TextNode.valueOf(text))).isNull();
    }

    @Test
    void readsNumbersAsNumberOrText() {
        TimeCodec seconds = new TimeCodec(TimeFormat.EPOCH_SECONDS, null);
        TimeCodec millis = new TimeCodec(TimeFormat.EPOCH_MILLIS, null);

        assertThat(seconds.read(LongNode.valueOf(1672471808))).isEqualTo(ItemTime.at(utc("2022-12-31T07:30:08")));
        assertThat(seconds.read(DecimalNode.valueOf(new BigDecimal("1672471808.9"))))
                .isEqualTo(ItemTime.at(utc("2022-12-31T07:30:08")));
        assertThat(millis.read(TextNode.valueOf("1672471808123")))
                .isEqualTo(ItemTime.at(utc("2022-12-31T07:30:08.123")));
        assertThat(seconds.read(NullNode.getInstance())).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ISO, 2021-05-26T01:56:51+08:00",
        "LOCAL, 2021-05-26 01:56:51",
        "DATE, 2021-05-26",
        "EPOCH_SECONDS, 1621965411",
        "EPOCH_MILLIS, 1621965411789"
    })
    void writesEachFormat(TimeFormat format, String expected) {
        TimeCodec codec = new TimeCodec(format, SHANGHAI);

        assertThat(codec.writeBegin(utc("2021-05-25T17:56:51.789"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"ISO", "LOCAL", "DATE", "EPOCH_SECONDS", "EPOCH_MILLIS"})
    void readsWhatItWrites(TimeFormat format) {
        TimeCodec codec = new TimeCodec(format, SHANGHAI);
        Instant time = utc("2021-05-25T17:56:51.789012");

        assertThat(codec.read(TextNode.valueOf(codec.writeBegin(time)))).isEqualTo(ItemTime.at(codec.floor(time)));
        assertThat(codec.ceil(codec.floor(time))).isEqualTo(codec.floor(time));
        assertThat(codec.ceil(time)).isEqualTo(codec.next(time)).isAfter(time);
    }
}

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

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondsTextTest {

    @Test
    void readsWhatAFormatterReads() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            Instant moment = Instant.ofEpochSecond(random.nextInt());
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-72, 73) * 900);
            String text = moment.atOffset(offset).toString();

            Instant read = SecondsText.parse(text);

            // a formatter leaves out zero seconds; that is another form
            assertThat(read == null || read.equals(moment)).as(text).isTrue();
            if (text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)")) {
                assertThat(read).as(text).isEqualTo(OffsetDateTime.parse(text).toInstant());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2021-05-25",
                "2021-05-25T17:56:51",
                "2021-05-25 17:56:51Z",
                "2021-05-25T17:56:51.5Z",
                "2021-02-30T00:00:00Z",
                "2021-05-25T17:56:61Z",
                "2021-05-25T17:56:51+0800x",
                "2021-05-25T17:56:51+19:00",
                "2021-05-25T1a:56:51Z",
                "+021-05-25T17:56:51Z",
                "2021-05-25T17:56:51*08:00"
            })
    void leavesEveryOtherFormAlone(String text) {
        assertThat(SecondsText.parse(text)).isNull();
    }
}

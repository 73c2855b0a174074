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
package io.github.camelvideo.examples.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlarmWordsTest {

    @Test
    void levelsAndKindsHaveWords() {
        assertThat(AlarmWords.level(4)).isEqualTo("low");
        assertThat(AlarmWords.kind(2, 1)).isEqualTo("device: video lost");
        assertThat(AlarmWords.kind(5, 12)).isEqualTo("video: fast motion");
        assertThat(AlarmWords.kind(6, 2)).isEqualTo("fault: storage fan");
    }

    @Test
    void numbersTheVendorAddedLaterStayNumbers() {
        assertThat(AlarmWords.level(0)).isEqualTo("0");
        assertThat(AlarmWords.kind(5, 13)).isEqualTo("video: 13");
        assertThat(AlarmWords.kind(7, 1)).isEqualTo("mode 7: 1");
    }
}

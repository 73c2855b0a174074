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
package io.github.camelvideo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> NAMES = List.of(
            "OrderType", "DeviceId", "WarnLevelArray", "WarnModeArray", "Offset", "Limit", "DateBegin", "DateEnd");

    @ParameterizedTest
    @CsvSource({
        "OrderTyp,OrderType",
        "WarnLevelAray,WarnLevelArray",
        "ordertype,OrderType",
        "Offest,Offset",
        "DataEnd,DateEnd",
        "limits,Limit",
        "DeviceID,DeviceId"
    })
    void findsTheNameThatWasMeant(String wrong, String meant) {
        assertThat(Suggestion.nearest(wrong, NAMES)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"Username", "x", "''"})
    void suggestsNothingWhenNothingIsNear(String wrong) {
        assertThat(Suggestion.nearest(wrong, NAMES)).isNull();
    }

    @Test
    void takesTheNearestOfSeveral() {
        assertThat(Suggestion.nearest("DateBegn", List.of("DateEnd", "DateBegins", "DateBegin")))
                .isEqualTo("DateBegin");
    }

    @Test
    void swappedNeighboursAreOneMistake() {
        assertThat(Suggestion.nearest("Offest", List.of("Offers", "Offset"))).isEqualTo("Offset");
    }

    @Test
    void putsTheNameIntoAHint() {
        assertThat(Suggestion.hint("OrderTyp", NAMES)).isEqualTo(" (did you mean 'OrderType'?)");
    }

    @Test
    void givesNoHintWhenNothingIsNear() {
        assertThat(Suggestion.hint("Username", NAMES)).isEmpty();
    }
}

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
package io.github.camelvideo.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.request.InvalidRequestException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DottedParametersTest {

    @Test
    void countsFromZeroAndNestsWithDots() {
        // given
        ApiCall call = Calls.with(
                """
                {"Ids":["a","b"],"Channels":[{"DeviceId":"d","Tags":[{"Key":"k"}]},{"DeviceId":"e"}],"Filter":{"Name":"n"}}""");

        // then
        assertThat(DottedParameters.of(call, 0, "Leave it out."))
                .containsExactly(
                        entry("Ids.0", "a"),
                        entry("Ids.1", "b"),
                        entry("Channels.0.DeviceId", "d"),
                        entry("Channels.0.Tags.0.Key", "k"),
                        entry("Channels.1.DeviceId", "e"),
                        entry("Filter.Name", "n"));
    }

    @Test
    void countsFromOneWhereTheVendorDoes() {
        // given
        ApiCall call = Calls.with("{\"Ids\":[\"a\",\"b\"],\"Sections\":[{\"Begin\":0}]}");

        // then
        assertThat(DottedParameters.of(call, 1, ""))
                .containsExactly(entry("Ids.1", "a"), entry("Ids.2", "b"), entry("Sections.1.Begin", "0"));
    }

    @Test
    void keepsTheTextOfNumbersTruthValuesAndEmptyTexts() {
        // given
        ApiCall call = Calls.with("{\"Big\":18446744073709551615,\"Yes\":true,\"Empty\":\"\",\"Zero\":0}");
        ObjectNode parameters = call.parameters();
        parameters.set("Price", DecimalNode.valueOf(new BigDecimal("1.10")));

        // then
        assertThat(DottedParameters.of(call, 0, "Leave it out."))
                .containsExactly(
                        entry("Big", "18446744073709551615"),
                        entry("Yes", "true"),
                        entry("Empty", ""),
                        entry("Zero", "0"),
                        entry("Price", "1.10"));
    }

    @Test
    void refusesWhatItCannotSayAndNamesAllOfIt() {
        // given
        ApiCall call = Calls.with("{\"Ids\":[],\"Filter\":{\"Inner\":{}},\"Name\":null,\"A.B\":1,\"A\":{\"B\":2}}");

        // then
        assertThatThrownBy(() -> DottedParameters.of(call, 0, "Leave it out."))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("toy/Read: not sent: ")
                .hasMessageContaining("parameter 'Ids' is an empty array")
                .hasMessageContaining("parameter 'Filter.Inner' is an empty structure")
                .hasMessageContaining("parameter 'Name' is null")
                .hasMessageContaining("parameter 'A.B' is given twice")
                .hasMessageContaining("Leave it out.");
    }
}

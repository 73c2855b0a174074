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
package io.github.camelvideo.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogDocument;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.json.ExactJson;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequestParametersTest {

    private static final String CATALOG =
            """
            {"title":"Toy","protocol":"toy","endpoint":"toy.example.com","groups":[{"id":"g","title":"G"}],
             "actions":[{"name":"Find","group":"g","summary":"Finds","request":[
               {"name":"Order","type":"Integer","required":true,"summary":"order","min":1,"max":4},
               {"name":"Name","type":"String","summary":"name"},
               {"name":"Rate","type":"Float","summary":"rate"},
               {"name":"Deep","type":"Boolean","summary":"deep"},
               {"name":"Levels","type":"Array of Integer","summary":"levels","maxItems":3},
               {"name":"Names","type":"Array of String","summary":"names"},
               {"name":"Kind","type":"String","summary":"kind","values":["Alarm","Gps"]},
               {"name":"Sections","type":"Array of Section","summary":"sections"},
               {"name":"First","type":"Section","summary":"first"},
               {"name":"Pin","type":"Integer","summary":"pin","secret":true,"max":9999},
               {"name":"Any","type":"Object","summary":"anything"}],"response":[]}],
             "types":{"Section":[
               {"name":"Begin","type":"Integer","required":true,"summary":"begin"},
               {"name":"Text","type":"String","summary":"text"}]},
             "errors":[]}
            """;

    private static final ApiCatalog API =
            new Catalogs(List.of(CatalogDocument.of("toy.json", "toy.json", () -> stream(CATALOG)))).get("toy");

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestParameters check(Validation validation, Map<String, Object> uri) {
        return new RequestParameters("toy:toy/Find", API, API.action("Find"), validation, uri);
    }

    private static RequestParameters strict(Map<String, Object> uri) {
        return check(Validation.STRICT, uri);
    }

    private static String json(ObjectNode parameters) {
        return new String(ExactJson.bytes(parameters), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Order    | 2                           | {"Order":2}
                    Name     | 007                         | {"Name":"007"}
                    Name     | [1]                         | {"Name":"[1]"}
                    Name     | ''                          | {"Name":""}
                    Rate     | 1.10                        | {"Rate":1.10}
                    Deep     | true                        | {"Deep":true}
                    Levels   | 1,2                         | {"Levels":[1,2]}
                    Levels   | 1                           | {"Levels":[1]}
                    Levels   | [1,2]                       | {"Levels":[1,2]}
                    Levels   | ''                          | {"Levels":[]}
                    Levels   | 18446744073709551615        | {"Levels":[18446744073709551615]}
                    Names    | a, b                        | {"Names":["a","b"]}
                    First    | {"Begin":"5"}               | {"First":{"Begin":5}}
                    Sections | [{"Begin":1},{"Begin":2}]   | {"Sections":[{"Begin":1},{"Begin":2}]}
                    Any      | {"x":{"y":1.0}}             | {"Any":{"x":{"y":1.0}}}
                    """)
    void givesTextOfTheUriTheDeclaredType(String name, String text, String expected) {
        assertThat(json(strict(Map.of(name, text)).uriParameters())).isEqualTo(expected);
    }

    @Test
    void nestsTheDottedNotationInTheOrderOfItsIndexes() {
        Map<String, Object> uri = Map.of(
                "Sections.10.Begin",
                "3",
                "Sections.2.Begin",
                "2",
                "Sections.1.Begin",
                "1",
                "First.Text",
                "t",
                "First.Begin",
                "0");

        String parameters = json(strict(uri).uriParameters());

        assertThat(parameters).contains("\"Sections\":[{\"Begin\":1},{\"Begin\":2},{\"Begin\":3}]");
        assertThat(parameters).contains("\"Text\":\"t\"").contains("\"Begin\":0");
    }

    @Test
    void laterSourcesWinAndNullTakesAway() {
        RequestParameters check = strict(Map.of("Order", "1", "Name", "uri", "Kind", "Alarm"));
        Map<String, Object> header = new HashMap<>(Map.of("Order", 3));
        header.put("Kind", null);

        ObjectNode parameters = check.parameters("{\"Name\": \"body\", \"Order\": 2}", header);

        assertThat(parameters).isEqualTo(ExactJson.object().put("Order", 3).put("Name", "body"));
    }

    @Test
    void doesNotChangeTheCallersMap() {
        Map<String, Object> body = new HashMap<>(Map.of("Order", "1", "Levels", "1,2"));

        strict(Map.of()).parameters(body, Map.of("Name", "x"));

        assertThat(body).isEqualTo(Map.of("Order", "1", "Levels", "1,2"));
    }

    /** A bean as a route may carry it. */
    public record FindRequest(int Order, BigDecimal Rate) {}

    static Stream<Object> bodies() {
        return Stream.of(
                Map.of("Order", 1),
                "{\"Order\": 1}",
                "{\"Order\": 1}".getBytes(StandardCharsets.UTF_8),
                stream("{\"Order\": 1}"),
                ExactJson.object().put("Order", 1));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void readsEveryKindOfBody(Object body) {
        assertThat(json(strict(Map.of()).parameters(body, null))).isEqualTo("{\"Order\":1}");
    }

    @Test
    void readsABeanThroughJackson() {
        FindRequest bean = new FindRequest(1, new BigDecimal("2.50"));

        assertThat(json(strict(Map.of()).parameters(bean, null))).isEqualTo("{\"Order\":1,\"Rate\":2.50}");
    }

    @Test
    void takesNoBodyAndABlankOneForNoParameters() {
        RequestParameters check = strict(Map.of("Order", "1"));

        assertThat(json(check.parameters(null, null))).isEqualTo("{\"Order\":1}");
        assertThat(json(check.parameters("  ", null))).isEqualTo("{\"Order\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"Ordr":1}                        | unknown parameter 'Ordr' (did you mean 'Order'?)
                    {"Order":1,"Name":[1]}            | 'Name' must be String but is an array
                    {"Order":"x"}                     | 'Order' must be Integer but is string 'x'
                    {"Order":1.5}                     | 'Order' must be Integer but is number '1.5'
                    {"Order":5}                       | 'Order' is 5 but must be 1 to 4
                    {"Order":1,"Kind":"alarm"}        | 'Kind' is 'alarm' but must be one of Alarm, Gps
                    {"Order":1,"Levels":[1,2,3,4]}    | 'Levels' has 4 elements but must have at most 3
                    {"Order":1,"Levels":[1,"b"]}      | 'Levels[1]' must be Integer but is string 'b'
                    {"Order":1,"Deep":"yes"}          | 'Deep' must be Boolean but is string 'yes'
                    {"Order":1,"First":{"Beginn":1}}  | unknown field 'First.Beginn' (did you mean 'Begin'?)
                    {"Order":1,"First":{}}            | missing required field 'First.Begin' (Integer: begin)
                    {"Order":1,"First":"{x"}          | 'First' is not JSON of type Section
                    {"Name":"n"}                      | missing required parameter 'Order' (Integer: order)
                    [1]                               | the body must be a JSON object of parameters but is JSON of type array
                    {"Order":                         | the body is not JSON
                    {"Order":1,"Order":2}             | the body is not JSON: a name that occurs more than once
                    {"First.Begin":1,"First":{}}      | parameter 'First' is given both as a whole and in part
                    """)
    void saysWhatIsWrongWithABody(String body, String expected) {
        RequestParameters check = strict(Map.of());

        assertThatThrownBy(() -> check.parameters(body, null))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("toy:toy/Find: ")
                .hasMessageContaining(expected);
    }

    @Test
    void reportsAllFaultsAtOnce() {
        RequestParameters check = strict(Map.of());

        assertThatThrownBy(() -> check.parameters(Map.of("Ordr", 1, "Deep", 3), null))
                .hasMessageContaining("'Ordr'")
                .hasMessageContaining("'Deep'")
                .hasMessageContaining("missing required parameter 'Order'");
    }

    static Stream<Object> bodiesOfNoUse() {
        return Stream.of(1, true, List.of(1), Instant.EPOCH, Validation.OFF, new int[] {1});
    }

    @ParameterizedTest
    @MethodSource("bodiesOfNoUse")
    void refusesABodyThatCarriesNoParameters(Object body) {
        RequestParameters check = strict(Map.of("Order", "1"));

        assertThatThrownBy(() -> check.parameters(body, null))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("cannot carry parameters")
                .hasMessageContaining(body.getClass().getName());
    }

    @Test
    void refusesWhatTheUriAloneShowsToBeWrong() {
        assertThatThrownBy(() -> strict(Map.of("Order", "9"))).hasMessageContaining("'Order' is 9 but must be 1 to 4");
        assertThatThrownBy(() -> strict(Map.of("Odrer", "1"))).hasMessageContaining("did you mean 'Order'?");
    }

    @Test
    void lenientLetsPassWhatTheCatalogDoesNotKnowButNotWhatItKnowsToBeWrong() {
        RequestParameters check = check(Validation.LENIENT, Map.of());

        assertThat(json(check.parameters(Map.of("Order", 9, "New", 1), null)))
                .contains("\"New\":1")
                .contains("\"Order\":9");
        assertThatThrownBy(() -> check.parameters(Map.of("Order", "x"), null)).hasMessageContaining("must be Integer");
        assertThatThrownBy(() -> check.parameters(Map.of(), null)).hasMessageContaining("missing required");
    }

    @Test
    void offLetsEverythingPass() {
        RequestParameters check = check(Validation.OFF, Map.of());

        assertThat(json(check.parameters(Map.of("Deep", "maybe"), null))).isEqualTo("{\"Deep\":\"maybe\"}");
    }

    @Test
    void aConsumerNeedsAllButWhatItsFeedSupplies() {
        strict(Map.of()).requireCompleteExcept(Set.of("Order"));

        assertThatThrownBy(() -> strict(Map.of()).requireCompleteExcept(Set.of()))
                .hasMessageContaining("missing required parameter 'Order'");
    }

    @ParameterizedTest
    @CsvSource({"2.0,2", "2.00,2", "2E+0,2", "0.0,0"})
    void wholeNumbersMayCarryAFraction(BigDecimal given, long meant) {
        assertThat(strict(Map.of())
                        .parameters(Map.of("Order", 1, "Levels", List.of(given)), null)
                        .get("Levels"))
                .singleElement()
                .satisfies(level -> {
                    assertThat(level.isIntegralNumber()).isTrue();
                    assertThat(level.longValue()).isEqualTo(meant);
                });
    }

    @ParameterizedTest
    @CsvSource({"2.5", "1E+999999999", "1E-999999999"})
    void otherDecimalsAreNoWholeNumbers(BigDecimal given) {
        assertThatThrownBy(() -> strict(Map.of()).parameters(Map.of("Order", 1, "Levels", List.of(given)), null))
                .hasMessageContaining("'Levels[0]' must be Integer but is number");
    }

    @Test
    void aNullInAnArrayIsNoText() {
        assertThatThrownBy(() -> strict(Map.of())
                        .parameters(Map.of("Order", 1, "Names", java.util.Arrays.asList("a", null)), null))
                .hasMessageContaining("'Names[1]' must be String but is null");
    }

    @Test
    void whatIsNoNumberIsNotSentAsOne() {
        assertThatThrownBy(() -> strict(Map.of()).parameters(Map.of("Order", 1, "Rate", Double.NaN), null))
                .hasMessageContaining("'Rate' must be Float but is number 'NaN'");
    }

    @ParameterizedTest
    @CsvSource({"47x11", "471100"})
    void whatIsWrongWithASecretIsSaidWithoutIt(String pin) {
        assertThatThrownBy(() -> strict(Map.of("Pin", pin)))
                .hasMessageContaining("'Pin' is not a valid Integer")
                .hasMessageNotContaining(pin);
    }

    @Test
    void valuesOfTheUriAreTypedOnceForAllCalls() {
        RequestParameters parameters = strict(Map.of("Order", "1", "Levels", "1,2"));

        ObjectNode first = parameters.parameters(Map.of("Name", "a"), null);
        ObjectNode second = parameters.parameters(null, Map.of("Order", 2));

        assertThat(first.get("Levels")).isSameAs(second.get("Levels"));
        assertThat(second.get("Order").intValue()).isEqualTo(2);
    }

    @Test
    void aCallThatTakesAValueAwayLeavesItToTheOthers() {
        RequestParameters parameters = strict(Map.of("Order", "1", "Name", "a"));

        ObjectNode without = parameters.parameters(null, Collections.singletonMap("Name", null));

        assertThat(json(without)).isEqualTo("{\"Order\":1}");
        assertThat(parameters.parameters(null, null).get("Name").textValue()).isEqualTo("a");
    }
}

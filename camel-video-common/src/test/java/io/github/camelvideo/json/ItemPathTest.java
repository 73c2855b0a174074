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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemPathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Data # {'Data':[{'a':1},{'a':2}]} # {'a':1} {'a':2}",
                "Data[] # {'Data':[{'a':1},null,{'a':2}]} # {'a':1} {'a':2}",
                "Data.List # {'Data':{'List':['x','y']}} # 'x' 'y'",
                "[] # [1,2] # 1 2",
                "'' # {'a':1} # {'a':1}",
                "Data # {'Data':null} # ''",
                "Data # {} # ''",
                "Data # {'Data':''} # ''",
                "Data # {'Data':{}} # ''",
                "A[].B[] # {'A':[{'B':[1,2]},{'B':[]},{'B':[3]}]} # 1 2 3",
                "X|json # {'X':'[1,2]'} # 1 2",
                "X[]|json.Y # {'X':''} # ''",
                "Data # {'Data':{'a':1}} # {'a':1}",
                "A[].B # {'A':{'B':{'c':1}}} # {'c':1}",
            })
    void findsItems(String path, String answer, String items) throws Exception {
        assertThat(ItemPath.of(path).find(json(answer)))
                .extracting(JsonNode::toString)
                .containsExactly(
                        items.isEmpty()
                                ? new String[0]
                                : items.replace('\'', '"').split(" "));
    }

    @Test
    void carriesFieldsOfOuterLevelsAndNamesOfMembers() throws Exception {
        JsonNode answer = json("{'Infos':[{'InputId':'i1','Name':'n','Statistics':"
                + "{'Pipeline0':[{'In':1},{'In':2,'InputId':'own'}],'Pipeline1':[{'In':3}],'Other':[{'In':4}]}}]}");

        List<JsonNode> items = ItemPath.of(
                        "Infos[].Statistics.{pipeline:Pipeline0|Pipeline1}", Map.of("InputId", "Infos[].InputId"))
                .find(answer);

        assertThat(items)
                .containsExactly(
                        json("{'InputId':'i1','pipeline':'Pipeline0','In':1}"),
                        json("{'InputId':'own','pipeline':'Pipeline0','In':2}"),
                        json("{'InputId':'i1','pipeline':'Pipeline1','In':3}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Data # {'Data':[]} # true",
                "Data[] # {'Data':[]} # true",
                "Data # {'Data':[1]} # true",
                "Data # {'Data':null} # false",
                "Data # {} # false",
                "[] # [] # true",
                "A[].B # {'A':[]} # true",
                "A[].B # {'A':[{'B':[]}]} # true",
                "A[].B # {'A':[{'C':1}]} # false",
                "A.{kind:*} # {'A':{'B':[],'C':[]}} # true",
                "A.{kind:*} # {'A':{}} # true",
                "A.{kind:*} # {} # false",
                "A.{kind:B|C} # {'A':{'C':[]}} # true",
                "A.{kind:B|C} # {'A':{}} # false",
            })
    void knowsAnEmptyListFromNone(String path, String answer, boolean isList) throws Exception {
        assertThat(ItemPath.of(path).leadsToList(json(answer))).isEqualTo(isList);
    }

    @Test
    void everyMemberMayBeADimensionAndATextAnItem() throws Exception {
        JsonNode answer = json("{'AIResults':{'Face':['a'],'Plate':['b','c'],'Empty':[]}}");

        assertThat(ItemPath.of("AIResults.{kind:*}").find(answer))
                .containsExactly(
                        json("{'kind':'Face','value':'a'}"),
                        json("{'kind':'Plate','value':'b'}"),
                        json("{'kind':'Plate','value':'c'}"));
    }

    @Test
    void fieldsOfOneNameAreCarriedFromTheirLevels() throws Exception {
        JsonNode answer = json("{'T':7,'A':[{'Name':'outer','B':[{'Name':'inner','C':[{'v':1}]},{'C':[{'v':2}]}]}]}");

        assertThat(ItemPath.of("A[].B[].C[]", Map.of("Area", "A[].Name", "Country", "A[].B[].Name", "Time", "T"))
                        .find(answer))
                .containsExactly(
                        json("{'Time':7,'Area':'outer','Country':'inner','v':1}"),
                        json("{'Time':7,'Area':'outer','v':2}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"B[].Name", "A.Name", "A[].B[].C[].v"})
    void refusesToCarryWhatIsNotOfAnOuterLevel(String from) {
        assertThatThrownBy(() -> ItemPath.of("A[].B[].C[]", Map.of("Name", from)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + from
                        + "', carried as 'Name', must be a field of a level that the path 'A[].B[].C[]' passes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "a..b", "a.", "{x}", "{:a}", "{x:}", "a[b]", "a|xml", "*", "a{b:c}"})
    void refusesWhatIsNoPath(String path) {
        assertThatThrownBy(() -> ItemPath.of(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in the path '" + path + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "A.B # {'A':[1]} # step 2 of the path 'A.B' needs an object but finds ARRAY",
                "A[].B # {'A':7} # step 1 of the path 'A[].B' needs an array but finds NUMBER",
                "A # {'A':'none'} # step 1 of the path 'A' needs an array but finds STRING",
                "A|json # {'A':'{'} # leads to a text that is not JSON",
            })
    void saysWhereTheAnswerIsAnother(String path, String answer, String problem) {
        assertThatThrownBy(() -> ItemPath.of(path).find(json(answer)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return ExactJson.parse(text.replace('\'', '"'));
    }
}

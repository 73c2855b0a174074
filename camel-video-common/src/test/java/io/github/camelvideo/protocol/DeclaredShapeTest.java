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

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.json.ExactJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredShapeTest {

    private static final ApiCatalog API = Calls.apiWith(Map.of(
            "Page", fields("List", "Array of Clip", "Size", "Integer"),
            "Clip", fields("Name", "String", "Info", "Info"),
            "Info", fields("Id", "String", "Sections", "Array of Section"),
            "Section", fields("Begin", "Integer")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Array of Clip|{\"List\":[{\"Name\":\"a\"}]}|[{\"Name\":\"a\"}]",
                "Array of Clip|{\"List\":[],\"Total\":0}|[]",
                "Array of Clip|{\"Name\":\"a\"}|[{\"Name\":\"a\"}]",
                "Array of Clip|{}|[]",
                "Array of String|{\"Id\":[\"a\",\"b\"]}|[\"a\",\"b\"]",
                "Page|{\"Files\":{\"File\":[{\"Name\":\"a\"}]},\"Size\":1}|{\"Size\":1,\"List\":[{\"Name\":\"a\"}]}",
                "Page|{\"Files\":{\"File\":[]}}|{\"List\":[]}",
                "Page|{\"List\":{\"Name\":\"a\"}}|{\"List\":[{\"Name\":\"a\"}]}",
                "Info|{\"Id\":\"i\",\"Data\":{\"Sections\":[{\"Begin\":1}]}}|{\"Id\":\"i\",\"Sections\":[{\"Begin\":1}]}",
                "Clip|{\"Info\":{\"Sections\":{\"Section\":[{\"Begin\":1}]}}}|{\"Info\":{\"Sections\":[{\"Begin\":1}]}}",
                "Clip|{\"Name\":1234}|{\"Name\":\"1234\"}",
                "String|110111111011111001111100111110|\"110111111011111001111100111110\""
            })
    void putsRightWhatDiffersInWrappingOnly(String type, String answer, String expected) throws Exception {
        assertThat(shaped(type, answer)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Page|{\"List\":[{\"Name\":\"a\",\"New\":{\"Id\":1}}],\"Size\":1}",
                "Page|{\"List\":[],\"Files\":{\"File\":[{\"Name\":\"a\"}]}}",
                "Page|{\"Size\":1,\"Statistics\":{\"Days\":[1,2]}}",
                "Page|{\"Size\":1,\"Other\":{}}",
                "Info|{\"Id\":\"i\",\"Data\":{\"Sections\":[],\"More\":1}}",
                "Array of Clip|\"\"",
                "Array of Clip|null",
                "Array of Clip|{\"Code\":1}",
                "Integer|\"7\"",
                "Page|[]"
            })
    void leavesAloneWhatIsRightOrUnknown(String type, String answer) throws Exception {
        assertThat(shaped(type, answer)).isEqualTo(answer);
    }

    @Test
    void leavesAloneWhatIsNotDeclared() throws Exception {
        assertThat(new DeclaredShape(API).of(null, ExactJson.parse("{\"List\":{\"Name\":1}}")))
                .hasToString("{\"List\":{\"Name\":1}}");
    }

    private static String shaped(String type, String answer) throws JsonProcessingException {
        return new DeclaredShape(API)
                .of(field("Data", type), ExactJson.parse(answer))
                .toString();
    }

    private static Map<String, Field> fields(String... namesAndTypes) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            fields.put(namesAndTypes[i], field(namesAndTypes[i], namesAndTypes[i + 1]));
        }
        return fields;
    }

    private static Field field(String name, String type) {
        return new Field(
                name, FieldType.parse(type), false, false, false, null, null, null, null, List.of(), Set.of(), null);
    }
}

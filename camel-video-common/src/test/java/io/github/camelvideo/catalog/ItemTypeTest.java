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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.json.ExactJson;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of the items of a feed, by the path of its items. */
class ItemTypeTest {

    private static final String TYPES =
            """
            {'protocol': 'p', 'endpoint': 'a.example.com', 'actions': [{'name': 'Do', 'mutates': false, 'response': [
              {'name': 'Items', 'type': 'Array of Item'},
              {'name': 'One', 'type': 'Item'},
              {'name': 'Groups', 'type': 'Array of Group'},
              {'name': 'Names', 'type': 'Array of String'},
              {'name': 'Keys', 'type': 'Array of String', 'secret': true},
              {'name': 'Text', 'type': 'String'},
              {'name': 'Token', 'type': 'String', 'secret': true}]}],
             'types': {
              'Item': [
                {'name': 'Id', 'type': 'String'},
                {'name': 'Key', 'type': 'String', 'secret': true},
                {'name': 'Owner', 'type': 'Owner'},
                {'name': 'Parts', 'type': 'Array of Item'},
                {'name': 'Tags', 'type': 'Map of Owner'},
                {'name': 'Free', 'type': 'Object'}],
              'Owner': [{'name': 'Name', 'type': 'String'}, {'name': 'Pin', 'type': 'String', 'secret': true}],
              'Group': [
                {'name': 'Name', 'type': 'String'},
                {'name': 'Code', 'type': 'String', 'secret': true},
                {'name': 'A', 'type': 'Array of Item'},
                {'name': 'B', 'type': 'Array of Owner'}]}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // path and carried fields | an item | what is known of it
                "'Items' | {'Id': 1, 'New': 2} | {'Id': 1}",
                "'Items[]' | {'Id': 1, 'Owner': {'Name': 'n', 'New': 2}} | {'Id': 1, 'Owner': {'Name': 'n'}}",
                "'Items' | {'Parts': [{'Id': 1, 'New': 2, 'Parts': [{'New': 3}]}]} | {'Parts': [{'Id': 1, 'Parts': [{}]}]}",
                "'Items' | {'Tags': {'any': {'Name': 'n', 'New': 2}}} | {'Tags': {'any': {'Name': 'n'}}}",
                "'Items' | {'Free': {'any': {'New': 2}}} | {'Free': {'any': {'New': 2}}}",
                "'Items' | {'Owner': 'a text', 'Parts': {'Id': 1, 'New': 2}} | {'Owner': 'a text', 'Parts': {'Id': 1}}",
                "'Groups[].A', 'carry': {'Group': 'Groups[].Name'} | {'Id': 1, 'Group': 'g', 'New': 2} | {'Id': 1, 'Group': 'g'}",
                "'Groups[].{kind:A~B}' | {'Id': 1, 'Pin': 2, 'kind': 'A', 'New': 2} | {'Id': 1, 'Pin': 2, 'kind': 'A'}",
                "'Groups[].{kind:*}' | {'Id': 1, 'kind': 'A', 'New': 2} | {'Id': 1, 'kind': 'A'}",
                // the answer itself, or the one member of it that a protocol hands over
                "'' | {'Text': 1, 'One': {'Id': 1, 'New': 2}, 'New': 3} | {'Text': 1, 'One': {'Id': 1}}",
                "'' | {'Id': 1, 'Owner': {'Name': 'n', 'New': 2}, 'New': 3} | {'Id': 1, 'Owner': {'Name': 'n'}}",
                "'Names' | 'a text' | 'a text'",
                "'Text~json' | {'New': 2} | {'New': 2}",
                "'Missing' | {'New': 2} | {'New': 2}"
            })
    void knowsWhatTheDocumentsHave(String path, String item, String known) throws IOException {
        assertThat(type(path.replace('~', '|')).known(json(item))).isEqualTo(json(known));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'Items' | {'Id': 1, 'Key': 's'} | {'Id': 1}",
                "'Items' | {'Parts': [{'Owner': {'Name': 'n', 'Pin': 's'}}]} | {'Parts': [{'Owner': {'Name': 'n'}}]}",
                "'Items' | {'New': {'Key': 's', 'More': 1}} | {'New': {'More': 1}}",
                "'Groups[].B', 'carry': {'Access': 'Groups[].Code', 'Group': 'Groups[].Name'}"
                        + " | {'Name': 'n', 'Access': 's', 'Group': 'g'} | {'Name': 'n', 'Group': 'g'}",
                "'Items', 'carry': {'Access': 'Token'} | {'Id': 1, 'Access': 's'} | {'Id': 1}",
                "'' | {'Text': 1, 'Token': 's', 'One': {'Id': 1, 'Key': 's'}} | {'Text': 1, 'One': {'Id': 1}}",
                "'Keys' | 's' | null",
                "'Names' | 'n' | 'n'"
            })
    void leavesOutWhatIsSecret(String path, String item, String rest) throws IOException {
        assertThat(type(path).withoutSecrets(json(item))).isEqualTo(json(rest));
    }

    @Test
    void theDescriptionTellsWhichFieldsAreKnown() throws IOException {
        assertThat(type("'Groups[].B', 'carry': {'Group': 'Groups[].Name'}").description())
                .isEqualTo("Group,Name,Pin");
        assertThat(type("'Items'").description())
                .contains("Owner.Name", "Parts.Id", "Parts.Owner.Pin", "Tags.Name")
                .doesNotContain("Parts.Parts.Id");
    }

    private static ItemType type(String items) throws IOException {
        ApiCatalog api = CatalogReader.read(
                        "api",
                        new CatalogMerge.Result((ObjectNode) json(TYPES), List.of()),
                        (ObjectNode) json("{'feeds': {'Do': {'kind': 'snapshot', 'items': " + items + "}}}"),
                        null)
                .api();
        return ItemType.of(api, api.action("Do"));
    }

    private static JsonNode json(String text) throws IOException {
        return ExactJson.parse(text.replace('\'', '"'));
    }
}

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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.json.ExactJson;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The merging rules by values. */
class CatalogMergeTest {

    private static final String BASE = "{'region': 'optional', 'actions': [{'name': 'A', 'mutates': true,"
            + " 'paging': {'style': 'page', 'total': 'Total'}, 'request': [{'name': 'P', 'type': 'String'}, {'name': 'Q', 'type': 'Integer'}],"
            + " 'response': []}], 'types': {'T': [{'name': 'F', 'type': 'String'}]}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'region': 'none'} | /region | 'none'",
                "{'region': null} | /region | ",
                "{'title': 'Toy'} | /title | 'Toy'",
                "{'actions': [{'name': 'A', 'mutates': false}]} | /actions/0/mutates | false",
                "{'actions': [{'name': 'A', 'paging': null}]} | /actions/0/paging | ",
                "{'actions': [{'name': 'A', 'paging': {'maxSize': 9}}]} | /actions/0/paging | {'style':'page','total':'Total','maxSize':9}",
                "{'actions': [{'name': 'A', 'request': [{'name': 'Q', 'max': 5}]}]} | /actions/0/request | [{'name':'P','type':'String'},{'name':'Q','type':'Integer','max':5}]",
                "{'actions': [{'name': 'A', 'request': [{'name': 'P', 'values': ['x', 'y']}]}]} | /actions/0/request/0/values | ['x','y']",
                "{'types': {'T': [{'name': 'F', 'secret': true}]}} | /types/T/0 | {'name':'F','type':'String','secret':true}",
                "{'errors': [{'code': 'E', 'meaning': 'm'}]} | /errors | [{'code':'E','meaning':'m'}]"
            })
    void anOverlayIsMergedOverItsBase(String overlay, String pointer, String merged) throws IOException {
        CatalogMerge.Result result = CatalogMerge.overlay(json(BASE), json(overlay));

        assertThat(result.json().at(pointer).toString()).isEqualTo(merged == null ? "" : merged.replace('\'', '"'));
        assertThat(result.withoutBase()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'actions': [{'name': 'B', 'mutates': false}]} | actions/B",
                "{'actions': [{'name': 'A', 'request': [{'name': 'R', 'max': 5}]}]} | actions/A/request/R",
                "{'actions': [{'name': 'A', 'response': [{'name': 'R', 'secret': true}]}]} | actions/A/response/R",
                "{'types': {'U': [{'name': 'F', 'summary': 's'}]}} | types/U",
                "{'types': {'T': [{'name': 'G', 'summary': 's'}]}} | types/T/G"
            })
    void whatTheBaseDoesNotHaveIsLeftOutAndReported(String overlay, String place) throws IOException {
        ObjectNode base = json(BASE);

        CatalogMerge.Result result = CatalogMerge.overlay(base, json(overlay));

        assertThat(result.withoutBase()).containsExactly(place);
        assertThat(result.json()).isEqualTo(json(BASE)).isEqualTo(base);
    }

    @Test
    void documentsOfOneKindMayEachHaveEntriesOfTheirOwn() throws IOException {
        ObjectNode lower = json("{'feeds': {'A': {'kind': 'log', 'delay': 'PT1M'}}}");
        ObjectNode upper = json("{'feeds': {'A': {'delay': 'PT5S'}, 'B': {'kind': 'snapshot'}}}");

        assertThat(CatalogMerge.over(lower, upper))
                .isEqualTo(json("{'feeds': {'A': {'kind': 'log', 'delay': 'PT5S'}, 'B': {'kind': 'snapshot'}}}"));
    }

    @Test
    void anEntryThatStandsTwiceIsRefused() throws IOException {
        ObjectNode base = json(BASE);
        ObjectNode overlay = json("{'actions': [{'name': 'A', 'request': [{'name': 'P'}, {'name': 'P'}]}]}");

        assertThatThrownBy(() -> CatalogMerge.overlay(base, overlay))
                .isInstanceOf(CatalogException.class)
                .hasMessage("actions/A/request/P is defined twice");
    }

    private static ObjectNode json(String text) throws IOException {
        return (ObjectNode) ExactJson.parse(text.replace('\'', '"'));
    }
}

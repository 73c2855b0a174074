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
package io.github.camelvideo.tencent.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data lint over every catalog of this module, and over the vendor's own examples. */
class CatalogFilesTest {

    private static final int MAX_SIZE = 400_000;

    static List<CatalogFile> files() throws IOException {
        return CatalogFile.all();
    }

    @Test
    void thereAreCatalogs() throws IOException {
        assertThat(files()).extracting(CatalogFile::id).contains("iotvideoindustry");
    }

    @ParameterizedTest
    @MethodSource("files")
    void fitsTheSchema(CatalogFile file) {
        assertThat(CatalogSchema.findings(file.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void itsPartsFitEachOther(CatalogFile file) {
        assertThat(CatalogLint.findings(file.api())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isNamedAsItsApi(CatalogFile file) {
        assertThat(file.json().path("api").asText()).isEqualTo(file.id());
    }

    @ParameterizedTest
    @MethodSource("files")
    void isPlainEnglishAndSmall(CatalogFile file) {
        assertThat(file.text()).hasSizeLessThan(MAX_SIZE).matches("[\\x20-\\x7E\\n]*");
    }

    @ParameterizedTest
    @MethodSource("files")
    void theVendorsExamplesFit(CatalogFile file) throws IOException {
        ApiCatalog api = file.api();
        List<String> findings = new ArrayList<>();

        for (var example : examples(file.id()).properties()) {
            Action action = api.action(example.getKey());
            assertThat(action).as(example.getKey()).isNotNull();
            JsonNode request = example.getValue().path("request");
            JsonNode answer = unwrapped(example.getValue().path("response"));
            findings.addAll(ValueLint.object(api, action.name() + " request", action.parameters(), request));
            findings.addAll(ValueLint.object(api, action.name() + " response", action.answer(), answer));
        }

        assertThat(findings).isEmpty();
    }

    static JsonNode examples(String id) throws IOException {
        try (InputStream document = CatalogFilesTest.class.getResourceAsStream("/examples/" + id + ".json")) {
            return new ObjectMapper().readTree(document);
        }
    }

    /** Without the envelope, for protocols that have one. */
    private static JsonNode unwrapped(JsonNode answer) {
        return answer.path("Response").isObject() ? answer.path("Response") : answer;
    }
}

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
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.lint.CatalogFile;
import io.github.camelvideo.lint.CatalogLint;
import io.github.camelvideo.lint.CatalogSchema;
import io.github.camelvideo.lint.TextLint;
import io.github.camelvideo.lint.ValueLint;
import io.github.camelvideo.request.RequestParameters;
import io.github.camelvideo.request.Validation;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data lint over every catalog of this module, and over the vendor's own examples. */
class CatalogFilesTest {

    private static final int MAX_SIZE = 400_000;

    /** What examples answer against their own tables; a reader takes it as it comes. */
    private static final Map<String, Set<String>> SLIPS =
            Map.of("mdl", Set.of("CreateStreamLiveInput response.Id", "DescribeStreamLivePlans response.Infos"));

    /** Of products that have no catalog here. */
    private static final Set<String> SUCCESSORS_ELSEWHERE = Set.of("ssl/DescribeCertificateDetail");

    private static List<CatalogFile> files;

    @BeforeAll
    static void read() throws IOException {
        files = CatalogFile.all("tencent-video");
    }

    static List<CatalogFile> files() {
        return files;
    }

    @Test
    void thereAreCatalogs() {
        assertThat(files())
                .extracting(CatalogFile::id)
                .containsExactlyInAnyOrder("iotvideoindustry", "live", "mdl", "iss-v3", "iss", "live-v2017", "live-v2");
    }

    @Test
    void fourApisCallBack() {
        assertThat(files())
                .filteredOn(CatalogFile::hasCallbacks)
                .extracting(CatalogFile::id)
                .containsExactlyInAnyOrder("live", "mdl", "iss", "live-v2017");
    }

    @ParameterizedTest
    @MethodSource("files")
    void fitsTheSchema(CatalogFile file) {
        assertThat(CatalogSchema.findings(file.json())).isEmpty();
        assertThat(CatalogSchema.feedFindings(file.feeds())).isEmpty();
        if (file.hasCallbacks()) {
            assertThat(CatalogSchema.callbackFindings(file.callbacks())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void itsPartsFitEachOther(CatalogFile file) {
        assertThat(CatalogLint.findings(file.api(), UnwrappedAnswer.shape(file.api())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatItSaysIsSaidOfWhatItsBaseHas(CatalogFile file) {
        assertThat(file.withoutBase()).isEmpty();
        assertThat(file.api().actions()).containsKeys(names(file.feeds().path("feeds")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everythingHasASummary(CatalogFile file) {
        assertThat(TextLint.missing(file.api())).isEmpty();
        assertThat(TextLint.findings(file.api())).isEmpty();
    }

    private static String[] names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isNamedAsItsApi(CatalogFile file) {
        assertThat(file.json().path("api").asText()).isEqualTo(file.id());
    }

    @ParameterizedTest
    @MethodSource("files")
    void isPlainEnglishAndSmall(CatalogFile file) {
        assertThat(file.texts())
                .allSatisfy((place, text) ->
                        assertThat(text).hasSizeLessThan(MAX_SIZE).matches("[\\x20-\\x7E\\n]*"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyActionHasAnExample(CatalogFile file) throws IOException {
        assertThat(examples(file.id()).properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(file.api().actions().keySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void theVendorsExamplesFit(CatalogFile file) throws IOException {
        ApiCatalog api = file.api();
        List<String> findings = new ArrayList<>();

        for (var example : examples(file.id()).properties()) {
            Action action = api.action(example.getKey());
            JsonNode request = example.getValue().path("request");
            findings.addAll(ValueLint.object(api, action.name() + " request", action.parameters(), request));
            if (example.getValue().has("response")) {
                JsonNode answer = UnwrappedAnswer.of(api, example.getValue().get("response"));
                findings.addAll(ValueLint.answer(api, action.name() + " response", action.answer(), answer));
            }
        }

        assertThat(findings)
                .extracting(finding -> finding.split(": ")[0])
                .containsExactlyInAnyOrderElementsOf(SLIPS.getOrDefault(file.id(), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void strictValidationAcceptsTheVendorsExamples(CatalogFile file) throws IOException {
        ApiCatalog api = file.api();

        for (var example : examples(file.id()).properties()) {
            Action action = api.action(example.getKey());
            RequestParameters check = new RequestParameters(action.name(), api, action, Validation.STRICT, Map.of());
            JsonNode request = example.getValue().path("request");
            assertThatCode(() -> check.parameters(request, null)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void regionsOfAnActionAreRegionsOfTheApi(CatalogFile file) {
        ApiCatalog api = file.api();

        assertThat(api.actions().values())
                .allSatisfy(
                        action -> assertThat(api.regions()).as(action.name()).containsAll(action.regions()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void namesSuccessorsThatExist(CatalogFile file) {
        Set<String> known = new HashSet<>(SUCCESSORS_ELSEWHERE);
        for (CatalogFile any : files()) {
            any.api().actions().keySet().forEach(action -> known.add(any.id() + "/" + action));
        }

        assertThat(file.api().actions().values())
                .allSatisfy(action -> assertThat(known).containsAll(action.age().replacedBy()));
        assertThat(file.api().listedOnly().values())
                .allSatisfy(action -> assertThat(known).containsAll(action.age().replacedBy()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void anActionIsDescribedOrOnlyListed(CatalogFile file) {
        ApiCatalog api = file.api();

        assertThat(api.listedOnly().keySet())
                .doesNotContainAnyElementsOf(api.actions().keySet());
        assertThat(api.listedOnly().values())
                .allSatisfy(action -> assertThat(api.groups()).containsKey(action.group()));
    }

    static JsonNode examples(String id) throws IOException {
        try (InputStream document = CatalogFilesTest.class.getResourceAsStream("/examples/" + id + ".json")) {
            return new ObjectMapper().readTree(document);
        }
    }
}

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
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.ErrorCode.Kind;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.Field.Place;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.catalog.LogSpec;
import io.github.camelvideo.lint.CatalogFields;
import io.github.camelvideo.lint.CatalogFile;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the vendor's pages of the legacy surveillance API say, as far as code depends on it. */
class IssCatalogTest {

    private static ApiCatalog api;

    @BeforeAll
    static void read() throws IOException {
        api = CatalogFile.of("tencent-video", "iss").api();
    }

    @Test
    void everyActionSaysWhereItGoes() {
        assertThat(api.protocol()).isEqualTo("tencent-iss-rest");
        assertThat(api.endpoint()).isEqualTo("ivc.myqcloud.com");
        assertThat(api.actions().values()).allSatisfy(action -> {
            assertThat(action.wire().method()).isIn("GET", "POST", "PUT", "DELETE");
            assertThat(action.wire().path()).startsWith("/ivc/");
        });
        assertThat(api.actions().values())
                .extracting(
                        action -> action.wire().method() + " " + action.wire().path())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyParameterSaysWhereItTravels() {
        assertThat(api.actions().values())
                .flatExtracting(action -> action.parameters().values())
                .allSatisfy(field -> assertThat(field.in()).as(field.name()).isNotEmpty());
        assertThat(api.action("UpdateDevice").parameters().get("Id").in())
                .containsExactlyInAnyOrder(Place.QUERY, Place.BODY);
        assertThat(api.action("UpdateDeviceStatus").parameters().get("Id").in())
                .containsExactlyInAnyOrder(Place.QUERY, Place.BODY);
    }

    @Test
    void callsWithoutABodyHaveNoParameterInIt() {
        assertThat(api.actions().values())
                .filteredOn(action -> action.wire().method().matches("GET|DELETE"))
                .flatExtracting(action -> action.parameters().values())
                .allSatisfy(field -> assertThat(field.in()).containsExactly(Place.QUERY));
    }

    @Test
    void uploadsAreFormsInSeveralParts() {
        assertThat(named(action -> action.wire().body() == Action.Body.MULTIPART))
                .isEqualTo(named(action -> action.parameters().values().stream()
                        .anyMatch(field -> field.type().kind() == FieldType.Kind.FILE)))
                .containsExactly("AddDomain", "UpdateDomain", "ImportDevices");
    }

    @Test
    void downloadsAnswerWithAFileAndNothingElse() {
        assertThat(named(action -> action.wire().download()))
                .containsExactly("ExportDeviceImportResult", "ExportDeviceTemplate", "ExportDevices");
    }

    @Test
    void anAnswerIsTheValueOfData() {
        assertThat(api.actions().values())
                .allSatisfy(action -> assertThat(action.answer().keySet()).isSubsetOf("Data"));
        assertThat(named(action -> action.answer().isEmpty()))
                .containsExactly(
                        "ExportDeviceImportResult",
                        "ExportDeviceTemplate",
                        "ExportDevices",
                        "DeleteAITask",
                        "UpdateAITaskStatus");
    }

    @Test
    void readsByPostDoNotMutate() {
        assertThat(named(action -> action.wire().method().equals("POST") && !action.mutates()))
                .containsExactly(
                        "CheckDomain",
                        "ExportDevices",
                        "ListDevicePresets",
                        "DescribeLiveStreamUrl",
                        "DescribeDeviceRecordTimeline",
                        "DescribeDeviceRecordUrl",
                        "DescribeCloudRecordDownloadUrl",
                        "DescribeOrganizationChannelCount");
        assertThat(api.actions().values())
                .filteredOn(action -> !action.wire().method().equals("POST"))
                .allSatisfy(action -> assertThat(action.mutates())
                        .as(action.name())
                        .isEqualTo(!action.wire().method().equals("GET")));
    }

    @Test
    void declaresWhatHappenedAsLogs() {
        assertThat(api.actions().values())
                .filteredOn(action -> action.feed() instanceof LogSpec)
                .extracting(Action::name, action -> action.feed().items(), action -> action.feed()
                        .key())
                .containsExactlyInAnyOrder(
                        tuple(
                                "GetAITaskResult",
                                "AIResults.{resultType:*}",
                                List.of("resultType", "Time", "Url|no-query")),
                        tuple("DescribeCloudRecordTimeline", "List", List.of("Begin")),
                        tuple("DescribeDeviceRecordTimeline", "[]", List.of("Begin")));
    }

    @ParameterizedTest
    @CsvSource({
        "40006, OTHER", "41601, CREDENTIALS", "41602, CREDENTIALS", "41617, OTHER", "41637, UNAVAILABLE",
        "42205, OTHER", "42505, THROTTLED", "50000, UNAVAILABLE", "51602, UNAVAILABLE", "51603, UNAVAILABLE"
    })
    void saysWhatFollowsFromAnErrorCode(String code, Kind kind) {
        assertThat(api.error(code).kind()).isEqualTo(kind);
    }

    @Test
    void marksWhatGrantsAccessAsSecret() {
        assertThat(CatalogFields.of(api).filter(Field::secret).map(Field::name).distinct())
                .containsExactlyInAnyOrder(
                        "Key",
                        "Cert",
                        "Cret",
                        "PullSecret",
                        "PushSecret",
                        "Password",
                        "Session",
                        "PushStreamUrl",
                        "Flv",
                        "Hls",
                        "Url");
    }

    private static List<String> named(Predicate<Action> which) {
        return api.actions().values().stream().filter(which).map(Action::name).toList();
    }
}

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
package io.github.camelvideo.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.ErrorCode.Kind;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.lint.AnswerShape;
import io.github.camelvideo.lint.CatalogFields;
import io.github.camelvideo.lint.CatalogFile;
import io.github.camelvideo.lint.CatalogLint;
import io.github.camelvideo.lint.CatalogSchema;
import io.github.camelvideo.lint.TextLint;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor's document says, as far as code depends on it. */
class LinkVisualCatalogTest {

    private static CatalogFile file;
    private static ApiCatalog api;

    @BeforeAll
    static void read() throws IOException {
        file = CatalogFile.of("aliyun-linkvisual", "linkvisual");
        api = file.api();
    }

    @Test
    void isSound() {
        assertThat(CatalogSchema.findings(file.json())).isEmpty();
        assertThat(CatalogSchema.feedFindings(file.feeds())).isEmpty();
        assertThat(CatalogLint.findings(api, AnswerShape.valueOf("Data"))).isEmpty();
        assertThat(TextLint.findings(api)).isEmpty();
        assertThat(file.json().path("api").asText()).isEqualTo(file.id());
        assertThat(file.texts().values()).allSatisfy(text -> assertThat(text).matches("[\\x20-\\x7E\\n]*"));
    }

    @Test
    void hasAsMuchAsTheDocument() {
        assertThat(api.groups()).hasSize(8);
        assertThat(api.actions()).hasSize(40);
        assertThat(api.types()).hasSize(21);
        // the document has 114 rows; those of a time section are one parameter, in two actions
        assertThat(api.actions().values().stream()
                        .mapToInt(action -> action.parameters().size())
                        .sum())
                .isEqualTo(110);
        assertThat(api.types().values().stream().mapToInt(Map::size).sum()).isEqualTo(88);
        assertThat(named(Action::mutates)).hasSize(18).noneMatch(name -> name.startsWith("Query"));
        assertThat(named(action -> !action.mutates())).hasSize(22).allMatch(name -> name.startsWith("Query"));
        assertThat(named(action -> action.paging() != null)).hasSize(8);
    }

    @Test
    void anAnswerIsTheValueOfData() {
        assertThat(api.actions().values())
                .allSatisfy(action -> assertThat(action.answer().keySet()).isSubsetOf("Data"));
        assertThat(named(action -> action.answer().isEmpty())).hasSize(13).allMatch(name -> api.action(name)
                .mutates());
    }

    @Test
    void everyCallCarriesTheOnlyRegion() {
        assertThat(api.regions()).containsExactly("cn-shanghai");
        assertThat(api.actions().values())
                .allSatisfy(action -> assertThat(action.region()).isEqualTo(Action.RegionRule.REQUIRED));
    }

    /** The table requires all of these, and says at the same time what their absence means. */
    @ParameterizedTest
    @CsvSource({
        "QueryDeviceEvent, EventType", "QueryDeviceEvent, PageSize", "QueryRecord, RecordType",
        "QueryRecord, StreamType", "QueryPictureFiles, PictureSource", "AddEventRecordPlanDevice, StreamType"
    })
    void whatHasADefaultIsNotRequired(String action, String parameter) {
        assertThat(api.action(action).parameters().get(parameter).required()).isFalse();
    }

    @Test
    void whatHasNoDefaultIsRequired() {
        assertThat(api.action("QueryDeviceEvent").parameters().values())
                .filteredOn(Field::required)
                .extracting(Field::name)
                .containsExactly("BeginTime", "EndTime", "IotId");
        assertThat(api.action("StopLiveStreaming")
                        .parameters()
                        .get("StreamType")
                        .required())
                .isTrue();
    }

    @Test
    void pagesWithoutATotalEndWithAShortPage() {
        assertThat(named(action -> action.paging() != null && action.paging().total() == null))
                .containsExactly("QueryPictureFiles", "QueryRecord");
    }

    @Test
    void declaresTheListsThatCanBeConsumed() {
        assertThat(api.actions().values())
                .filteredOn(action -> action.feed() != null)
                .extracting(Action::name, action -> action.feed().kind(), action -> action.feed()
                        .key())
                .containsExactlyInAnyOrder(
                        tuple("QueryDeviceEvent", FeedSpec.Kind.LOG, List.of("EventId")),
                        tuple("QueryPictureFiles", FeedSpec.Kind.LOG, List.of("PicId")),
                        tuple("QueryRecord", FeedSpec.Kind.LOG, List.of("FileName", "StreamType")),
                        tuple("QueryTimeTemplate", FeedSpec.Kind.SNAPSHOT, List.of("TemplateId")),
                        tuple("QueryRecordPlans", FeedSpec.Kind.SNAPSHOT, List.of("PlanId")),
                        tuple("QueryEventRecordPlans", FeedSpec.Kind.SNAPSHOT, List.of("PlanId")),
                        tuple("QueryRecordPlanDeviceByPlan", FeedSpec.Kind.SNAPSHOT, List.of("IotId", "StreamType")),
                        tuple(
                                "QueryEventRecordPlanDeviceByPlan",
                                FeedSpec.Kind.SNAPSHOT,
                                List.of("IotId", "StreamType")));
    }

    @ParameterizedTest
    @CsvSource({
        "QueryDeviceEvent,  EPOCH_MILLIS,  LOCAL",
        "QueryPictureFiles, EPOCH_MILLIS,  EPOCH_MILLIS",
        "QueryRecord,       EPOCH_SECONDS, LOCAL",
    })
    void asksAndReadsInTheUnitsOfTheAction(String action, FeedSpec.TimeFormat asked, FeedSpec.TimeFormat read) {
        FeedSpec feed = api.action(action).feed();

        assertThat(feed.window().format()).isEqualTo(asked);
        assertThat(feed.time().formats()).containsExactly(read);
        assertThat(feed.time().zone()).isEqualTo(read == FeedSpec.TimeFormat.LOCAL ? ZoneId.of("Asia/Shanghai") : null);
    }

    @ParameterizedTest
    @CsvSource({
        "Throttling, THROTTLED",
        "Throttling.User, THROTTLED",
        "Throttling.Api, THROTTLED",
        "Throttling.Other, THROTTLED",
        "ServiceUnavailable, UNAVAILABLE",
        "InternalError, UNAVAILABLE",
        "InvalidTimeStamp.Expired, CLOCK",
        "SignatureNonceUsed, UNAVAILABLE",
        "SignatureDoesNotMatch, CREDENTIALS",
        "InvalidAccessKeyId.NotFound, CREDENTIALS",
        "InvalidSecurityToken.Expired, CREDENTIALS",
        "MissingParamter, OTHER",
        "UnsupportedOperation, OTHER",
        "403, CREDENTIALS",
        "460, OTHER",
        "466, OTHER"
    })
    void saysWhatFollowsFromAnErrorCode(String code, Kind kind) {
        assertThat(api.error(code).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"403", "460", "466"})
    void tellsTheTextsOfACodeApart(String code) {
        var error = api.error(code);

        assertThat(error.messages()).hasSizeGreaterThan(1).allSatisfy(message -> assertThat(
                        error.refinedBy(message.text()).meaning())
                .isEqualTo(message.meaning())
                .isNotEqualTo(error.meaning()));
    }

    @Test
    void aRefusedPermissionAmongTheParameterErrorsIsOneOfCredentials() {
        assertThat(api.error("460").refinedBy("RAM system auth error.").kind()).isEqualTo(Kind.CREDENTIALS);
        assertThat(api.error("460").refinedBy("picture type error.").kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void marksWhatGrantsAccessAsSecret() {
        assertThat(CatalogFields.of(api).filter(Field::secret).map(Field::name).distinct())
                .containsExactlyInAnyOrder("Data", "Path", "DecryptKey", "PicUrl", "ThumbUrl", "VodUrl");
        assertThat(named(action -> action.answer().containsKey("Data")
                        && action.answer().get("Data").secret()))
                .containsExactly("QueryDeviceEventPicture", "QueryRecordUrl");
    }

    private static List<String> named(Predicate<Action> which) {
        return api.actions().values().stream().filter(which).map(Action::name).toList();
    }
}

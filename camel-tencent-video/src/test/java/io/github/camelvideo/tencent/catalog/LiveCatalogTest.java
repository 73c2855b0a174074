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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.catalog.ErrorCode.Kind;
import io.github.camelvideo.catalog.Paging;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor's pages of Cloud Streaming Services say, as far as code depends on it. */
class LiveCatalogTest {

    private static final ApiCatalog API = Catalogs.ofClassPath("tencent-video").get("live");

    @Test
    void saysHowItIsCalled() {
        assertThat(API.protocol()).isEqualTo("tencent-cloud-api-3");
        assertThat(API.version()).isEqualTo("2018-08-01");
        assertThat(API.endpoint()).isEqualTo("live.tencentcloudapi.com");
    }

    @Test
    void actionsWhoseNameSaysTheyReadDoNotMutate() {
        assertThat(API.actions().values()).allSatisfy(action -> assertThat(action.mutates())
                .as(action.name())
                .isEqualTo(!action.name().startsWith("Describe")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DescribeRecordTask", "DescribeScreenshotTask"})
    void walksTasksByAToken(String action) {
        assertThat(API.action(action).paging())
                .isEqualTo(new Paging(
                        Paging.Style.CURSOR, "ScrollToken", null, 0, null, null, null, "TaskList", "ScrollToken"));
    }

    @ParameterizedTest
    @CsvSource({
        "RequestLimitExceeded.IPLimitExceeded, THROTTLED",
        "LimitExceeded.RateLimitExceeded, THROTTLED",
        "LimitExceeded.MaximumTask, OTHER",
        "InternalError, UNAVAILABLE",
        "InternalError.NeverSeen, UNAVAILABLE",
        "InternalError.DBError, UNAVAILABLE",
        "InternalError.SystemError, UNAVAILABLE",
        "InternalError.ConfNotFound, OTHER",
        "InternalError.RuleNotFound, OTHER",
        "InternalError.InvalidInput, OTHER",
        "InternalError.ArgsNotMatch, OTHER",
        "InternalError.DomainFormatError, OTHER",
        "ServiceUnavailable, UNAVAILABLE",
        "FailedOperation, OTHER",
        "FailedOperation.NetworkError, UNAVAILABLE",
        "FailedOperation.NotFound, OTHER",
        "FailedOperation.QueryUploadInfoFailed, UNAVAILABLE",
        "FailedOperation.InvokeCdnApiFail, UNAVAILABLE",
        "FailedOperation.InvokeVideoApiFail, UNAVAILABLE",
        "InternalError.QueryUploadInfoFailed, UNAVAILABLE",
        "InternalError.QueryProIspPlayInfoError, UNAVAILABLE",
        "InternalError.GetUpstreamInfoError, UNAVAILABLE",
        "InternalError.GetStreamInfoError, UNAVAILABLE",
        "InternalError.GetConfigError, UNAVAILABLE",
        "InternalError.GetBizidError, UNAVAILABLE",
        "InternalError.GetWatermarkError, UNAVAILABLE",
        "ResourceUnavailable.StreamNotExist, OTHER",
        "AuthFailure.SignatureExpire, CLOCK",
        "AuthFailure.SignatureFailure, CREDENTIALS",
        "AuthFailure, CREDENTIALS",
        "UnauthorizedOperation, CREDENTIALS"
    })
    void saysWhatFollowsFromAnErrorCode(String code, Kind kind) {
        assertThat(API.error(code).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "CreateRecordTask, ap-guangzhou",
        "CreateLiveStreamMonitor, ap-beijing ap-guangzhou ap-hongkong ap-shanghai",
        "ModifyLiveStreamMonitor, ap-beijing ap-hongkong ap-shanghai",
        "SwitchBackupStream, ap-bangkok ap-beijing ap-guangzhou ap-hongkong ap-shanghai ap-tokyo"
    })
    void actionsNameTheirOwnRegions(String action, String regions) {
        assertThat(API.action(action).regions()).containsExactly(regions.split(" "));
    }

    @Test
    void relayTasksRunInAllRegions() {
        assertThat(API.action("CreateLivePullStreamTask").regions()).hasSize(12).isEqualTo(API.regions());
    }

    @Test
    void whatTheDocumentOnlyListsCanBeNamed() {
        assertThat(API.listedOnly()).containsOnlyKeys("DescribeLiveForbidStreamList");
        assertThat(API.listedOnly().get("DescribeLiveForbidStreamList").age().deprecated())
                .isFalse();
    }

    @Test
    void whatTheDefinitionsGainedAndLostIsDated() {
        LocalDate definitions = LocalDate.of(2026, 8, 21);

        assertThat(API.asOf()).isEqualTo(definitions);
        assertThat(API.actions().values())
                .filteredOn(action -> definitions.equals(action.age().added()))
                .hasSize(49);
        assertThat(API.actions().values())
                .filteredOn(action -> definitions.equals(action.age().removed()))
                .extracting(Action::name)
                .containsExactly("DescribeLivePadProcessorList", "StopLivePadProcessor");
        assertThat(API.action("CreateLiveRecord").age().replacedBy()).containsExactly("live/CreateRecordTask");
    }

    @ParameterizedTest
    @CsvSource({
        "PlayAuthKeyInfo, AuthKey",
        "PullStreamTaskInfo, PushArgs",
        "PushQualityData, StreamParam",
        "PlayAuthKeyInfo, AuthBackKey",
        "PushAuthKeyInfo, MasterAuthKey",
        "PushAuthKeyInfo, BackupAuthKey",
        "CallBackTemplateInfo, CallbackKey",
        "CasterOutputInfo, OutputUrl",
        "PullStreamTaskInfo, SourceUrls",
        "PullStreamTaskInfo, BackupToUrl",
        "LogInfo, LogUrl"
    })
    void marksWhatGrantsAccessAsSecret(String type, String field) {
        assertThat(API.type(type).get(field).secret()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ModifyLiveDomainCertBindings, CertificatePrivateKey",
        "CreateLiveCallbackTemplate, CallbackKey",
        "ModifyLivePlayAuthKey, AuthKey",
        "ModifyLivePushAuthKey, MasterAuthKey",
        "CreateLivePullStreamTask, PushArgs",
        "CreateLivePullStreamTask, ToUrl"
    })
    void marksSecretParameters(String action, String parameter) {
        assertThat(API.action(action).parameters().get(parameter).secret()).isTrue();
    }

    /** A reader of the page must not take them for more than they are. */
    @Test
    void summariesCarryTheWarningsOfTheVendor() {
        assertThat(API.actions().values())
                .filteredOn(action -> action.summary().contains("not for billing or reconciliation"))
                .hasSize(15)
                .allMatch(action -> action.group().equals("monitor-statistics"));
        assertThat(API.action("ForbidLiveStream").summary()).contains("every push domain and path");
        assertThat(Stream.of(
                        "DescribeLiveStreamEventList",
                        "DescribeLiveStreamOnlineList",
                        "DescribeBackupStreamList",
                        "DescribeLiveStreamState"))
                .allSatisfy(name ->
                        assertThat(API.action(name).summary()).as(name).containsAnyOf("depend on it", "rely on it"));
    }
}

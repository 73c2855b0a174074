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

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.catalog.ErrorCode.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the vendor's pages of StreamLive say, as far as code depends on it. */
class StreamLiveCatalogTest {

    private static final ApiCatalog API = Catalogs.ofClassPath("tencent-video").get("mdl");

    @Test
    void saysHowItIsCalled() {
        assertThat(API.protocol()).isEqualTo("tencent-cloud-api-3");
        assertThat(API.version()).isEqualTo("2020-03-26");
        assertThat(API.endpoint()).isEqualTo("mdl.tencentcloudapi.com");
        // definitions do not state rates
        assertThat(API.actions().values()).allSatisfy(action -> assertThat(action.rateLimit())
                .as(action.name())
                .isEqualTo(action.age().added() == null ? Integer.valueOf(20) : null));
    }

    @Test
    void actionsWhoseNameSaysTheyReadDoNotMutate() {
        assertThat(API.actions().values()).allSatisfy(action -> assertThat(action.mutates())
                .as(action.name())
                .isEqualTo(!action.name().matches("(Describe|Get|Query).*")));
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeStreamLiveChannelAlerts, ChannelAlertInfos",
        "DescribeStreamLiveChannelLogs, PipelineLogInfo",
        "DescribeStreamLiveChannelInputStatistics, Array of ChannelInputStatistics",
        "DescribeStreamLivePlans, Array of PlanResp"
    })
    void infosAreAListOrAStructure(String action, String type) {
        assertThat(API.action(action).answer().get("Infos").type()).hasToString(type);
    }

    @ParameterizedTest
    @CsvSource({
        "EventSettingsReq, SpliceDuration, Integer",
        "EventSettingsResp, SpliceDuration, String",
        "SegmentationDescriptorInfo, Duration, Integer",
        "SegmentationDescriptorRespInfo, Duration, String"
    })
    void durationsAreSentAsNumbersAndAnsweredAsText(String struct, String field, String type) {
        assertThat(API.type(struct).get(field).type()).hasToString(type);
    }

    @ParameterizedTest
    @CsvSource({
        "RequestLimitExceeded.UinLimitExceeded, THROTTLED",
        "LimitExceeded, OTHER",
        "InternalError, UNAVAILABLE",
        "InternalServerError, UNAVAILABLE",
        "ServiceUnavailable, UNAVAILABLE",
        "ResourceUnavailable, OTHER",
        "InvalidParameter.NotFound, OTHER",
        "AuthFailure.SignatureExpire, CLOCK",
        "AuthFailure.SecretIdNotFound, CREDENTIALS",
        "UnauthorizedOperation, CREDENTIALS"
    })
    void saysWhatFollowsFromAnErrorCode(String code, Kind kind) {
        assertThat(API.error(code).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "DestinationInfo, AuthKey",
        "DestinationInfo, Password",
        "DestinationInfo, OutputUrl",
        "DrmKey, Key",
        "SDMCSettingsInfo, SecretKey",
        "PushEventSetting, NotifyKey",
        "InputSettingInfo, Password",
        "InputSettingInfo, InputAddress"
    })
    void marksWhatGrantsAccessAsSecret(String type, String field) {
        assertThat(API.type(type).get(field).secret()).isTrue();
    }
}

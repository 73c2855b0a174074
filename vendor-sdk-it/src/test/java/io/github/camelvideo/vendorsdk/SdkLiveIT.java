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
package io.github.camelvideo.vendorsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tencentcloudapi.common.AbstractModel;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.live.v20180801.LiveClient;
import com.tencentcloudapi.live.v20180801.models.AddLiveDomainRequest;
import com.tencentcloudapi.live.v20180801.models.CreateLiveRecordTemplateRequest;
import com.tencentcloudapi.live.v20180801.models.DescribeLiveDomainsRequest;
import com.tencentcloudapi.live.v20180801.models.DescribeLiveStreamOnlineListRequest;
import com.tencentcloudapi.live.v20180801.models.DescribePlayErrorCodeDetailInfoListRequest;
import io.github.camelvideo.simulator.RecordedRequest;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vendor's own SDK takes the simulator for its live service. */
class SdkLiveIT {

    private static final Credential KEY = new Credential(VideoCloudSimulator.SECRET_ID, VideoCloudSimulator.SECRET_KEY);
    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    private final VideoCloudSimulator simulator = CLOUD.simulator();

    @ParameterizedTest
    @EnumSource
    void readsStreamsAndDomains(Wire wire) throws Exception {
        // given
        LiveClient client = wire.liveClient(simulator, KEY);
        DescribeLiveStreamOnlineListRequest streams = new DescribeLiveStreamOnlineListRequest();
        streams.setAppName("直播 a+b&c=d");
        streams.setPageNum(1L);
        streams.setPageSize(20L);

        // then
        assertThat(client.DescribeLiveStreamOnlineList(streams).getOnlineInfo()).isNotNull();
        arrived("{\"AppName\":\"直播 a+b&c=d\",\"PageNum\":1,\"PageSize\":20}");
        assertThat(client.DescribeLiveDomains(new DescribeLiveDomainsRequest()).getDomainList())
                .isNotNull();
        arrived("{}");
    }

    @ParameterizedTest
    @EnumSource
    void readsStatisticsOfSeveralDomains(Wire wire) throws Exception {
        // given: the last day can be asked for, in Beijing time
        DateTimeFormatter local = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
        ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Asia/Shanghai"));
        String parameters =
                """
                {"StartTime":"%s","EndTime":"%s","Granularity":1,"StatType":"4xx",
                 "PlayDomains":["a.example.com","b.example.com"]}"""
                        .formatted(local.format(now.minusHours(2)), local.format(now.minusHours(1)));

        // when
        String requestId = wire.liveClient(simulator, KEY)
                .DescribePlayErrorCodeDetailInfoList(
                        AbstractModel.fromJsonString(parameters, DescribePlayErrorCodeDetailInfoListRequest.class))
                .getRequestId();

        // then
        assertThat(requestId).isNotEmpty();
        arrived(parameters);
    }

    @ParameterizedTest
    @EnumSource
    void changesDomainsAndTemplates(Wire wire) throws Exception {
        // given
        LiveClient client = wire.liveClient(simulator, KEY);
        AddLiveDomainRequest domain = new AddLiveDomainRequest();
        domain.setDomainName("push.example.org");
        domain.setDomainType(0L);
        String template =
                """
                {"TemplateName":"nightly","Description":"","FlvParam":{"RecordInterval":600,"Enable":1,"StorageMode":"cold"},
                 "RemoveWatermark":true}""";

        // then
        assertThat(client.AddLiveDomain(domain).getRequestId()).isNotEmpty();
        arrived("{\"DomainName\":\"push.example.org\",\"DomainType\":0}");
        assertThat(client.CreateLiveRecordTemplate(
                                AbstractModel.fromJsonString(template, CreateLiveRecordTemplateRequest.class))
                        .getTemplateId())
                .isNotNull();
        arrived(template);
    }

    @ParameterizedTest
    @EnumSource
    void hearsWhyItIsRefused(Wire wire) {
        // given
        LiveClient client = wire.liveClient(simulator, KEY);

        // when
        TencentCloudSDKException refused = catchThrowableOfType(
                TencentCloudSDKException.class, () -> client.AddLiveDomain(new AddLiveDomainRequest()));

        // then
        assertThat(refused.getErrorCode()).isEqualTo("MissingParameter");
        assertThat(refused.getRequestId()).isNotEmpty();
    }

    private void arrived(String parameters) throws Exception {
        RecordedRequest last = simulator.requests().last();
        // read again: a number of a query is a long one, one of a JSON text is not
        assertThat(JSON.readTree(last.parameters().toString())).isEqualTo(JSON.readTree(parameters));
    }
}

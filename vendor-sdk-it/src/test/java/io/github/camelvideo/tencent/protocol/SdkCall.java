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
package io.github.camelvideo.tencent.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tencentcloudapi.common.AbstractModel;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.iotvideoindustry.v20201201.IotvideoindustryClient;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.CreateSceneRequest;
import com.tencentcloudapi.live.v20180801.LiveClient;
import com.tencentcloudapi.live.v20180801.models.CreateCommonMixStreamRequest;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.protocol.ApiCall;

/** A call with nested parameters, as the vendor's SDK makes it and as we do. */
enum SdkCall {
    IOTVIDEOINDUSTRY(
            "CreateScene",
            "ap-guangzhou",
            """
            {"SceneName":"测试 a+b&c=d*~/%","SceneTrigger":"[{\\"WarnMode\\":[5]}]","RecordDuration":60,"StoreDuration":7,
             "Devices":[{"DeviceId":"d1"},{"DeviceId":"d2"}],
             "Channels":[{"DeviceId":"d1","ChannelId":"c1"},{"DeviceId":"d2","ChannelId":"c2"}]}""") {
        @Override
        void send(Credential key, ClientProfile profile) throws TencentCloudSDKException {
            new IotvideoindustryClient(key, region(), profile).CreateScene(model(CreateSceneRequest.class));
        }
    },
    /** With decimals, an empty text and no region. */
    LIVE(
            "CreateCommonMixStream",
            null,
            """
            {"MixStreamSessionId":"混流 a+b","InputStreamList":[
              {"InputStreamName":"a","LayoutParams":{"ImageLayer":1,"ImageWidth":0.5,"LocationX":0.25,"Color":""}},
              {"InputStreamName":"b&c","LayoutParams":{"ImageLayer":2}}],
             "OutputParams":{"OutputStreamName":"mixed","OutputStreamType":1,"MixSei":"{}"},
             "ControlParams":{"UseMixCropCenter":1}}""") {
        @Override
        void send(Credential key, ClientProfile profile) throws TencentCloudSDKException {
            new LiveClient(key, "", profile).CreateCommonMixStream(model(CreateCommonMixStreamRequest.class));
        }
    };

    private static final JsonMapper JSON = new JsonMapper();

    private final String action;
    private final String region;
    private final String parameters;

    SdkCall(String action, String region, String parameters) {
        this.action = action;
        this.region = region;
        this.parameters = parameters;
    }

    /** By the SDK. */
    abstract void send(Credential key, ClientProfile profile) throws TencentCloudSDKException;

    /** By us. */
    ApiCall ours() throws JsonProcessingException {
        ApiCatalog api = Catalogs.ofClassPath("tencent-video").get(service());
        return new ApiCall(api, api.action(action), (ObjectNode) JSON.readTree(parameters), region);
    }

    String service() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String host() {
        return service() + ".tencentcloudapi.com";
    }

    String region() {
        return region;
    }

    <T extends AbstractModel> T model(Class<T> type) {
        return AbstractModel.fromJsonString(parameters, type);
    }
}

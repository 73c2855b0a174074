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

import io.github.camelvideo.VideoConfiguration;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options of {@code aliyun-linkvisual} about calls. */
@UriParams
public class AliyunLinkVisualConfiguration extends VideoConfiguration {

    @UriParam(label = "security", secret = true, description = "AccessKey ID of the key that signs calls.")
    private String accessKeyId;

    @UriParam(label = "security", secret = true, description = "AccessKey secret of the key that signs calls.")
    private String accessKeySecret;

    @UriParam(
            label = "security",
            secret = true,
            description = "Token of a temporary STS key. Not needed for a long-term key.")
    private String securityToken;

    @UriParam(
            label = "common",
            description =
                    "ID of the IoT platform instance that the devices belong to, sent with every call. Required if the instance has an ID. By default none is sent.")
    private String iotInstanceId;

    @Override
    public AliyunLinkVisualConfiguration copy() {
        return (AliyunLinkVisualConfiguration) super.copy();
    }

    public String getAccessKeyId() {
        return accessKeyId;
    }

    public void setAccessKeyId(String accessKeyId) {
        this.accessKeyId = accessKeyId;
    }

    public String getAccessKeySecret() {
        return accessKeySecret;
    }

    public void setAccessKeySecret(String accessKeySecret) {
        this.accessKeySecret = accessKeySecret;
    }

    public String getSecurityToken() {
        return securityToken;
    }

    public void setSecurityToken(String securityToken) {
        this.securityToken = securityToken;
    }

    public String getIotInstanceId() {
        return iotInstanceId;
    }

    public void setIotInstanceId(String iotInstanceId) {
        this.iotInstanceId = iotInstanceId;
    }
}

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
package io.github.camelvideo.tencent;

import io.github.camelvideo.VideoConfiguration;
import io.github.camelvideo.tencent.protocol.HttpMethod;
import io.github.camelvideo.tencent.protocol.Language;
import io.github.camelvideo.tencent.protocol.SignMethod;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options of {@code tencent-video} about calls. */
@UriParams
public class TencentVideoConfiguration extends VideoConfiguration {

    @UriParam(label = "security", secret = true, description = "SecretId of the key that signs calls.")
    private String secretId;

    @UriParam(label = "security", secret = true, description = "SecretKey of the key that signs calls.")
    private String secretKey;

    @UriParam(
            label = "security",
            secret = true,
            description = "Token of a temporary key. Not needed for a long-term key.")
    private String sessionToken;

    @UriParam(
            label = "security",
            description = "APPID of the live account. Required by the API live-v2017 and not used by others.")
    private String appId;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "API key of the live account, which signs the calls of the API live-v2017. Not used by others.")
    private String apiKey;

    @UriParam(
            label = "advanced",
            defaultValue = "TC3_HMAC_SHA256",
            description =
                    "Signature method of calls: TC3_HMAC_SHA256 (API 3.0 signature v3), or HMAC_SHA256 or HMAC_SHA1 (signature v1).")
    private SignMethod signMethod = SignMethod.TC3_HMAC_SHA256;

    @UriParam(
            label = "advanced",
            defaultValue = "POST",
            enums = "POST,GET",
            description = "HTTP method of calls. GET is limited to 32 KB of parameters.")
    private HttpMethod httpMethod = HttpMethod.POST;

    @UriParam(
            label = "common",
            enums = "ZH_CN,EN_US",
            description =
                    "Language of the texts in a response, if the action supports it. By default Tencent Cloud decides.")
    private Language language;

    @Override
    public TencentVideoConfiguration copy() {
        return (TencentVideoConfiguration) super.copy();
    }

    public String getSecretId() {
        return secretId;
    }

    public void setSecretId(String secretId) {
        this.secretId = secretId;
    }

    public String getSecretKey() {
        return secretKey;
    }

    public void setSecretKey(String secretKey) {
        this.secretKey = secretKey;
    }

    public String getSessionToken() {
        return sessionToken;
    }

    public void setSessionToken(String sessionToken) {
        this.sessionToken = sessionToken;
    }

    public String getAppId() {
        return appId;
    }

    public void setAppId(String appId) {
        this.appId = appId;
    }

    public String getApiKey() {
        return apiKey;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public SignMethod getSignMethod() {
        return signMethod;
    }

    public void setSignMethod(SignMethod signMethod) {
        this.signMethod = signMethod;
    }

    public HttpMethod getHttpMethod() {
        return httpMethod;
    }

    public void setHttpMethod(HttpMethod httpMethod) {
        this.httpMethod = httpMethod;
    }

    public Language getLanguage() {
        return language;
    }

    public void setLanguage(Language language) {
        this.language = language;
    }
}

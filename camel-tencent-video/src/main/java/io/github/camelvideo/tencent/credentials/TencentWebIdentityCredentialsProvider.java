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
package io.github.camelvideo.tencent.credentials;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.credentials.TokenFile;
import io.github.camelvideo.protocol.Credentials;
import java.nio.file.Path;

/**
 * Temporary keys of a role for the bearer of an OIDC token (STS AssumeRoleWithWebIdentity), such as a pod of a container cluster (TKE).
 * The token is read from its file for each call of STS, because the platform replaces it.
 */
public final class TencentWebIdentityCredentialsProvider extends TencentSts {

    private String providerId;
    private String webIdentityTokenFile;

    /**
     * @throws io.github.camelvideo.credentials.CredentialsUnavailableException when STS does not answer, or refuses
     * @throws io.github.camelvideo.request.InvalidRequestException when a property is missing, or the file cannot be read
     */
    @Override
    public Credentials credentials() {
        ObjectNode parameters = parameters();
        parameters.put("ProviderId", required("providerId", providerId));
        parameters.put(
                "WebIdentityToken", TokenFile.read(Path.of(required("webIdentityTokenFile", webIdentityTokenFile))));
        return call(
                "AssumeRoleWithWebIdentity",
                parameters,
                null,
                "Check roleArn, providerId, and that the role trusts the identity provider.");
    }

    public String getProviderId() {
        return providerId;
    }

    /** Name of the identity provider in CAM. Required. */
    public void setProviderId(String providerId) {
        this.providerId = providerId;
    }

    public String getWebIdentityTokenFile() {
        return webIdentityTokenFile;
    }

    /** Path of the file with the token. Required. */
    public void setWebIdentityTokenFile(String webIdentityTokenFile) {
        this.webIdentityTokenFile = webIdentityTokenFile;
    }
}

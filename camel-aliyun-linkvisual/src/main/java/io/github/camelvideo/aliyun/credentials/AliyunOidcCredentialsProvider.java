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
package io.github.camelvideo.aliyun.credentials;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.credentials.TokenFile;
import io.github.camelvideo.protocol.Credentials;
import java.nio.file.Path;

/**
 * Temporary keys of a RAM role for the bearer of an OIDC token (STS AssumeRoleWithOIDC), such as a pod of a container cluster (ACK with
 * RRSA). The token is read from its file for each call of STS, because the platform replaces it.
 */
public final class AliyunOidcCredentialsProvider extends AliyunSts {

    private String oidcProviderArn;
    private String oidcTokenFile;

    /**
     * @throws io.github.camelvideo.credentials.CredentialsUnavailableException when STS does not answer, or refuses
     * @throws io.github.camelvideo.request.InvalidRequestException when a property is missing, or the file cannot be read
     */
    @Override
    public Credentials credentials() {
        ObjectNode parameters = parameters()
                .put("OIDCProviderArn", required("oidcProviderArn", oidcProviderArn))
                .put("OIDCToken", TokenFile.read(Path.of(required("oidcTokenFile", oidcTokenFile))));
        return call(
                "AssumeRoleWithOIDC",
                parameters,
                null,
                "Check roleArn, oidcProviderArn, and that the role trusts the identity provider.");
    }

    public String getOidcProviderArn() {
        return oidcProviderArn;
    }

    /** Resource name of the identity provider. Required. */
    public void setOidcProviderArn(String oidcProviderArn) {
        this.oidcProviderArn = oidcProviderArn;
    }

    public String getOidcTokenFile() {
        return oidcTokenFile;
    }

    /** Path of the file with the token. Required. */
    public void setOidcTokenFile(String oidcTokenFile) {
        this.oidcTokenFile = oidcTokenFile;
    }
}

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
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.protocol.Credentials;

/**
 * Temporary keys of a RAM role that another key may assume (STS AssumeRole). The other key comes from a provider, which is asked for
 * each call of STS; by default from the environment or the credentials files.
 */
public final class AliyunAssumeRoleCredentialsProvider extends AliyunSts {

    private CredentialsProvider credentialsProvider = AliyunCredentials.defaultChain();
    private String externalId;

    /**
     * @throws io.github.camelvideo.credentials.CredentialsUnavailableException when STS does not answer, or refuses
     * @throws Exception when the other provider has no key
     */
    @Override
    public Credentials credentials() throws Exception {
        ObjectNode parameters = parameters();
        if (externalId != null) {
            parameters.put("ExternalId", externalId);
        }
        return call(
                "AssumeRole",
                parameters,
                credentialsProvider.credentials(),
                "Check roleArn, that the role trusts the caller, and that the caller may call sts:AssumeRole.");
    }

    public CredentialsProvider getCredentialsProvider() {
        return credentialsProvider;
    }

    /** Source of the key that assumes the role. */
    public void setCredentialsProvider(CredentialsProvider credentialsProvider) {
        this.credentialsProvider = credentialsProvider;
    }

    public String getExternalId() {
        return externalId;
    }

    /** External id that the role demands of the caller. By default none is sent. */
    public void setExternalId(String externalId) {
        this.externalId = externalId;
    }
}

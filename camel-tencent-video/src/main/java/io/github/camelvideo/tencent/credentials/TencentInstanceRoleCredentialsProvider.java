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

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.client.InstanceMetadata;
import io.github.camelvideo.client.TemporaryKey;
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.FormEncoding;
import java.time.Duration;
import java.util.Map;

/**
 * Temporary keys of the role that is attached to this virtual machine (CVM) or to the node of a container cluster (TKE), from the
 * metadata service of the machine. Set up once, before the first use; {@link #credentials()} asks the service each time.
 */
public final class TencentInstanceRoleCredentialsProvider implements CredentialsProvider {

    private static final String PATH = "/latest/meta-data/cam/security-credentials/";
    private static final TemporaryKey KEY = new TemporaryKey("TmpSecretId", "TmpSecretKey", "Token");

    private String roleName;
    private String endpointUrl = "http://metadata.tencentyun.com";
    private Duration timeout = InstanceMetadata.TIMEOUT;

    /**
     * @throws io.github.camelvideo.credentials.NoCredentialsException when no role is attached to the machine
     * @throws io.github.camelvideo.credentials.CredentialsUnavailableException when the service does not answer, or without a key
     */
    @Override
    public Credentials credentials() {
        InstanceMetadata metadata = new InstanceMetadata(endpointUrl, timeout);
        String role =
                roleName == null ? metadata.role(metadata.get(PATH, Map.of())) : FormEncoding.percent(roleName.strip());
        JsonNode key = metadata.key(metadata.get(PATH + role, Map.of()));
        return KEY.read("instance metadata at " + endpointUrl, key, key.path("ExpiredTime"));
    }

    public String getRoleName() {
        return roleName;
    }

    /** Name of the role; by default the one that the service names. */
    public void setRoleName(String roleName) {
        this.roleName = roleName;
    }

    public String getEndpointUrl() {
        return endpointUrl;
    }

    /** Address of the service as scheme://host[:port]; {@code http://metadata.tencentyun.com} by default. */
    public void setEndpointUrl(String endpointUrl) {
        this.endpointUrl = endpointUrl;
    }

    public Duration getTimeout() {
        return timeout;
    }

    /** Time for one request with its response; 2 s by default. */
    public void setTimeout(Duration timeout) {
        this.timeout = timeout;
    }
}

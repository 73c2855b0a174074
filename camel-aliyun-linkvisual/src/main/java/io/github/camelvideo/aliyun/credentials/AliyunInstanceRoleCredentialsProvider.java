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

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.client.InstanceMetadata;
import io.github.camelvideo.client.TemporaryKey;
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.credentials.CredentialsUnavailableException;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.FormEncoding;
import io.github.camelvideo.protocol.WireResponse;
import java.time.Duration;
import java.util.Map;

/**
 * Temporary keys of the RAM role that is attached to this virtual machine (ECS), from the metadata service of the machine. Asks with a
 * token of the service (security hardened mode) and, where the service has none or does not accept it, without one. Set up once,
 * before the first use; {@link #credentials()} asks the service each time.
 */
public final class AliyunInstanceRoleCredentialsProvider implements CredentialsProvider {

    private static final String TOKEN_PATH = "/latest/api/token";
    private static final String ROLE_PATH = "/latest/meta-data/ram/security-credentials/";
    private static final String TOKEN = "X-aliyun-ecs-metadata-token";

    /** A new token is asked for with each key, so the shortest life would do; this is what the vendor's SDKs ask for. */
    private static final Map<String, String> TOKEN_TTL = Map.of(TOKEN + "-ttl-seconds", "21600");

    private static final TemporaryKey KEY = new TemporaryKey("AccessKeyId", "AccessKeySecret", "SecurityToken");

    private String roleName;
    private boolean tokenRequired;
    private String endpointUrl = "http://100.100.100.200";
    private Duration timeout = InstanceMetadata.TIMEOUT;

    /**
     * @throws io.github.camelvideo.credentials.NoCredentialsException when no role is attached to the machine
     * @throws CredentialsUnavailableException when the service does not answer, or without a key
     */
    @Override
    public Credentials credentials() {
        InstanceMetadata metadata = new InstanceMetadata(endpointUrl, timeout);
        Map<String, String> token = token(metadata);
        String role = roleName == null
                ? metadata.role(get(metadata, ROLE_PATH, token))
                : FormEncoding.percent(roleName.strip());
        JsonNode key = metadata.key(get(metadata, ROLE_PATH + role, token));
        return KEY.read("instance metadata at " + endpointUrl, key, key.path("Expiration"));
    }

    /** The header with a token, or none where the service has none. */
    private Map<String, String> token(InstanceMetadata metadata) {
        WireResponse token = metadata.put(TOKEN_PATH, TOKEN_TTL);
        if (token.status() == 200 && !InstanceMetadata.text(token).isEmpty()) {
            return Map.of(TOKEN, InstanceMetadata.text(token));
        }
        if (tokenRequired) {
            throw new CredentialsUnavailableException(
                    "instance metadata at " + endpointUrl + ": HTTP status " + token.status()
                            + " instead of a token. Turn the security hardened mode on for this instance, or do without"
                            + " tokenRequired (ALIBABA_CLOUD_IMDSV1_DISABLED).",
                    null);
        }
        return Map.of();
    }

    private WireResponse get(InstanceMetadata metadata, String path, Map<String, String> token) {
        WireResponse response = metadata.get(path, token);
        boolean refused = response.status() == 401 || response.status() == 403;
        return refused && !token.isEmpty() && !tokenRequired ? metadata.get(path, Map.of()) : response;
    }

    public String getRoleName() {
        return roleName;
    }

    /** Name of the role; by default the one that the service names. */
    public void setRoleName(String roleName) {
        this.roleName = roleName;
    }

    public boolean isTokenRequired() {
        return tokenRequired;
    }

    /** Whether the service must be asked with a token, as in its security hardened mode; false by default. */
    public void setTokenRequired(boolean tokenRequired) {
        this.tokenRequired = tokenRequired;
    }

    public String getEndpointUrl() {
        return endpointUrl;
    }

    /** Address of the service as scheme://host[:port]; {@code http://100.100.100.200} by default. */
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

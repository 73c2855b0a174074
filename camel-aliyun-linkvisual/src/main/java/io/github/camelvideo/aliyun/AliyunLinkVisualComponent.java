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

import io.github.camelvideo.ProcessEnvironment;
import io.github.camelvideo.VideoComponent;
import io.github.camelvideo.VideoConfiguration;
import io.github.camelvideo.VideoEndpoint;
import io.github.camelvideo.aliyun.credentials.AliyunCredentials;
import io.github.camelvideo.aliyun.protocol.RpcProtocol;
import io.github.camelvideo.binding.HeaderNames;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.credentials.StaticCredentialsProvider;
import io.github.camelvideo.protocol.ApiProtocol;
import io.github.camelvideo.protocol.Credentials;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** The component {@code aliyun-linkvisual}. */
@Component("aliyun-linkvisual")
public class AliyunLinkVisualComponent extends VideoComponent {

    static final String API = "linkvisual";

    /** Begin of the names of all headers. */
    static final String HEADER_PREFIX = "CamelAliyunLinkVisual";

    static final HeaderNames HEADERS = HeaderNames.withPrefix(HEADER_PREFIX);

    private final CredentialsProvider defaultChain = AliyunCredentials.defaultChain();

    @Metadata(label = "advanced", description = "Defaults for all endpoints.")
    private AliyunLinkVisualConfiguration configuration = new AliyunLinkVisualConfiguration();

    @Override
    protected HeaderNames headerNames() {
        return HEADERS;
    }

    @Override
    protected VideoEndpoint newEndpoint(String uri, String remaining) {
        int slash = remaining == null ? -1 : remaining.indexOf('/');
        if (remaining == null || remaining.isEmpty() || slash == 0 || slash == remaining.length() - 1) {
            throw new IllegalArgumentException("aliyun-linkvisual:" + remaining
                    + ": write aliyun-linkvisual:action, such as aliyun-linkvisual:"
                    + catalogs().get(API).actions().keySet().iterator().next()
                    + ", or aliyun-linkvisual:api/action for an API of your own catalogs");
        }
        return new AliyunLinkVisualEndpoint(uri, this, remaining, configuration.copy());
    }

    @Override
    protected void setFromEnvironment(VideoConfiguration endpoint, ProcessEnvironment environment) {
        super.setFromEnvironment(endpoint, environment);
        AliyunLinkVisualConfiguration ours = (AliyunLinkVisualConfiguration) endpoint;
        if (ours.getIotInstanceId() == null) {
            ours.setIotInstanceId(environment.value("IOT_INSTANCE_ID"));
        }
    }

    @Override
    protected Object protocolSettings(ApiCatalog api, VideoConfiguration endpoint) {
        requireVersion(api);
        return Optional.ofNullable(((AliyunLinkVisualConfiguration) endpoint).getIotInstanceId());
    }

    @Override
    protected ApiProtocol protocol(ApiCatalog api, VideoConfiguration endpoint) {
        if (!api.protocol().equals(RpcProtocol.ID)) {
            throw unknownProtocol(api, RpcProtocol.ID);
        }
        AliyunLinkVisualConfiguration ours = (AliyunLinkVisualConfiguration) endpoint;
        return new RpcProtocol(ours.getIotInstanceId(), () -> UUID.randomUUID().toString());
    }

    @Override
    protected CredentialsProvider credentials(ApiCatalog api, VideoConfiguration endpoint) {
        AliyunLinkVisualConfiguration ours = (AliyunLinkVisualConfiguration) endpoint;
        if (ours.getAccessKeyId() == null && ours.getAccessKeySecret() == null) {
            return withoutKey(ours, AliyunCredentials::profile, defaultChain);
        }
        if (ours.getAccessKeyId() == null || ours.getAccessKeySecret() == null) {
            throw new IllegalArgumentException(
                    "aliyun-linkvisual: accessKeyId and accessKeySecret belong together, but only one of them is set. Set both or none.");
        }
        return new StaticCredentialsProvider(
                new Credentials(ours.getAccessKeyId(), ours.getAccessKeySecret(), token(ours), null));
    }

    /** The token of the component belongs to the component's key, not to another one that an endpoint sets. */
    private String token(AliyunLinkVisualConfiguration ours) {
        boolean isInherited = Objects.equals(ours.getSecurityToken(), configuration.getSecurityToken());
        return isInherited && !ours.getAccessKeyId().equals(configuration.getAccessKeyId())
                ? null
                : ours.getSecurityToken();
    }

    @Override
    public AliyunLinkVisualConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(AliyunLinkVisualConfiguration configuration) {
        this.configuration = configuration;
    }
}

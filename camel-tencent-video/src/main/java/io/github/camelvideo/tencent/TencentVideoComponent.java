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

import io.github.camelvideo.ProcessEnvironment;
import io.github.camelvideo.VideoComponent;
import io.github.camelvideo.VideoConfiguration;
import io.github.camelvideo.VideoEndpoint;
import io.github.camelvideo.binding.HeaderNames;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.credentials.StaticCredentialsProvider;
import io.github.camelvideo.protocol.ApiProtocol;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.tencent.credentials.TencentCredentials;
import io.github.camelvideo.tencent.protocol.CloudApi2Protocol;
import io.github.camelvideo.tencent.protocol.CloudApi3Protocol;
import io.github.camelvideo.tencent.protocol.CommonAccessProtocol;
import io.github.camelvideo.tencent.protocol.HttpMethod;
import io.github.camelvideo.tencent.protocol.IssProtocol;
import io.github.camelvideo.tencent.protocol.Language;
import io.github.camelvideo.tencent.protocol.SignMethod;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** The component {@code tencent-video}. */
@Component("tencent-video")
public class TencentVideoComponent extends VideoComponent {

    /** Begin of the names of all headers. */
    static final String HEADER_PREFIX = "CamelTencentVideo";

    static final HeaderNames HEADERS = HeaderNames.withPrefix(HEADER_PREFIX);

    private final CredentialsProvider defaultChain = TencentCredentials.defaultChain();

    @Metadata(label = "advanced", description = "Defaults for all endpoints.")
    private TencentVideoConfiguration configuration = new TencentVideoConfiguration();

    @Override
    protected HeaderNames headerNames() {
        return HEADERS;
    }

    @Override
    protected VideoEndpoint newEndpoint(String uri, String remaining) {
        int slash = remaining == null ? -1 : remaining.indexOf('/');
        if (slash < 1 || slash == remaining.length() - 1) {
            throw new IllegalArgumentException(
                    "tencent-video:" + remaining + ": write tencent-video:api/action, where api is one of "
                            + String.join(", ", catalogs().ids()));
        }
        return new TencentVideoEndpoint(
                uri, this, remaining.substring(0, slash), remaining.substring(slash + 1), configuration.copy());
    }

    private record CloudApi3Settings(SignMethod signMethod, HttpMethod httpMethod, Language language) {}

    /** The options that belong to other protocols are refused where an endpoint sets them. */
    @Override
    protected Object protocolSettings(ApiCatalog api, VideoConfiguration endpoint) {
        TencentVideoConfiguration ours = (TencentVideoConfiguration) endpoint;
        switch (api.protocol()) {
            case CloudApi3Protocol.ID -> {
                requireVersion(api);
                return new CloudApi3Settings(ours.getSignMethod(), ours.getHttpMethod(), ours.getLanguage());
            }
            case CloudApi2Protocol.ID -> {
                refuseSignMethod(api, ours);
                return ours.getHttpMethod();
            }
            default -> {
                refuseHttpMethod(api, ours);
                refuseSignMethod(api, ours);
                return api.protocol();
            }
        }
    }

    @Override
    protected ApiProtocol protocol(ApiCatalog api, VideoConfiguration endpoint) {
        TencentVideoConfiguration ours = (TencentVideoConfiguration) endpoint;
        return switch (api.protocol()) {
            case CloudApi3Protocol.ID ->
                new CloudApi3Protocol(
                        ours.getSignMethod(),
                        ours.getHttpMethod(),
                        ours.getLanguage(),
                        TencentVideoComponent::randomNumber);
            case IssProtocol.ID -> new IssProtocol(() -> "camel-video-" + UUID.randomUUID());
            case CloudApi2Protocol.ID ->
                new CloudApi2Protocol(ours.getHttpMethod(), TencentVideoComponent::randomNumber);
            case CommonAccessProtocol.ID -> new CommonAccessProtocol(TencentVideoComponent::randomNumber);
            default ->
                throw unknownProtocol(
                        api, CloudApi3Protocol.ID, IssProtocol.ID, CloudApi2Protocol.ID, CommonAccessProtocol.ID);
        };
    }

    /** What the component sets is for the APIs that heed it; an endpoint that sets it means its own. */
    private void refuseHttpMethod(ApiCatalog api, TencentVideoConfiguration endpoint) {
        if (endpoint.getHttpMethod() != configuration.getHttpMethod()) {
            throw new InvalidRequestException("tencent-video:" + api.id() + ": httpMethod=" + endpoint.getHttpMethod()
                    + " is not supported by this API: each action has its own method. Remove the option.");
        }
    }

    private void refuseSignMethod(ApiCatalog api, TencentVideoConfiguration endpoint) {
        if (endpoint.getSignMethod() != configuration.getSignMethod()) {
            throw new InvalidRequestException("tencent-video:" + api.id() + ": signMethod=" + endpoint.getSignMethod()
                    + " is not supported by this API: it has one signature method. Remove the option.");
        }
    }

    private static int randomNumber() {
        return ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    }

    @Override
    protected CredentialsProvider credentials(ApiCatalog api, VideoConfiguration endpoint) {
        TencentVideoConfiguration ours = (TencentVideoConfiguration) endpoint;
        if (api.protocol().equals(CommonAccessProtocol.ID)) {
            return apiKey(api, ours);
        }
        if (ours.getSecretId() == null && ours.getSecretKey() == null) {
            return withoutKey(ours, TencentCredentials::profile, defaultChain);
        }
        if (ours.getSecretId() == null || ours.getSecretKey() == null) {
            throw new IllegalArgumentException(
                    "tencent-video: secretId and secretKey belong together, but only one of them is set. Set both or none.");
        }
        return new StaticCredentialsProvider(
                new Credentials(ours.getSecretId(), ours.getSecretKey(), token(ours), null));
    }

    /** The interfaces of 2017 know the account by its number and a key of their own. Both come from the same place. */
    private CredentialsProvider apiKey(ApiCatalog api, TencentVideoConfiguration ours) {
        ProcessEnvironment environment = environment();
        boolean hasOptions = ours.getAppId() != null || ours.getApiKey() != null;
        String id = hasOptions ? ours.getAppId() : environment.value("APP_ID");
        String key = hasOptions ? ours.getApiKey() : environment.value("API_KEY");
        if (id == null || key == null) {
            throw new IllegalArgumentException("tencent-video: API " + api.id()
                    + " is signed with appId and apiKey, and "
                    + (id != null ? "apiKey is" : key != null ? "appId is" : "both are")
                    + " missing. Set both, or the environment variables " + environment.variable("APP_ID") + " and "
                    + environment.variable("API_KEY")
                    + "; secretId, secretKey and credentialsProvider are for the other APIs.");
        }
        Credentials credentials = new Credentials(id, key);
        return hasOptions
                ? new StaticCredentialsProvider(credentials)
                : new StaticCredentialsProvider(credentials, "environment variable " + environment.variable("APP_ID"));
    }

    /** The token of the component belongs to the component's key, not to another one that an endpoint sets. */
    private String token(TencentVideoConfiguration ours) {
        boolean isInherited = Objects.equals(ours.getSessionToken(), configuration.getSessionToken());
        return isInherited && !ours.getSecretId().equals(configuration.getSecretId()) ? null : ours.getSessionToken();
    }

    @Override
    public TencentVideoConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(TencentVideoConfiguration configuration) {
        this.configuration = configuration;
    }
}

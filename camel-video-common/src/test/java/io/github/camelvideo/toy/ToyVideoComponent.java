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
package io.github.camelvideo.toy;

import io.github.camelvideo.VideoComponent;
import io.github.camelvideo.VideoConfiguration;
import io.github.camelvideo.VideoEndpoint;
import io.github.camelvideo.binding.HeaderNames;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.credentials.StaticCredentialsProvider;
import io.github.camelvideo.protocol.ApiProtocol;
import io.github.camelvideo.protocol.Credentials;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** The component {@code toy-video}: all that a vendor has to say beside its catalog and its protocol. */
@Component("toy-video")
public class ToyVideoComponent extends VideoComponent {

    /** The only API, so that URIs need not name it. */
    static final String API = "toy";

    private static final HeaderNames HEADERS = HeaderNames.withPrefix("CamelToyVideo");

    private final AtomicInteger protocolsMade = new AtomicInteger();

    @Metadata(label = "advanced", description = "Defaults of all endpoints, in one object.")
    private ToyVideoConfiguration configuration = new ToyVideoConfiguration();

    @Override
    protected HeaderNames headerNames() {
        return HEADERS;
    }

    @Override
    protected VideoEndpoint newEndpoint(String uri, String remaining) {
        return new ToyVideoEndpoint(uri, this, remaining, configuration.copy());
    }

    /** No option changes how this protocol works, so that all endpoints share one. */
    @Override
    protected Object protocolSettings(ApiCatalog api, VideoConfiguration endpoint) {
        return List.of();
    }

    @Override
    protected ApiProtocol protocol(ApiCatalog api, VideoConfiguration endpoint) {
        if (!api.protocol().equals(ToyProtocol.ID)) {
            throw unknownProtocol(api, ToyProtocol.ID);
        }
        protocolsMade.incrementAndGet();
        return new ToyProtocol(() -> UUID.randomUUID().toString());
    }

    @Override
    protected CredentialsProvider credentials(ApiCatalog api, VideoConfiguration endpoint) {
        ToyVideoConfiguration ours = (ToyVideoConfiguration) endpoint;
        if (ours.getKeyId() == null || ours.getKeySecret() == null) {
            throw new IllegalArgumentException("toy-video: keyId and keySecret are required");
        }
        return new StaticCredentialsProvider(new Credentials(ours.getKeyId(), ours.getKeySecret()));
    }

    @Override
    public ToyVideoConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(ToyVideoConfiguration configuration) {
        this.configuration = configuration;
    }

    /** For tests: how often a protocol was made. */
    int protocolsMade() {
        return protocolsMade.get();
    }
}

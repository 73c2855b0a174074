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
package io.github.camelvideo;

import io.github.camelvideo.binding.EndpointAction;
import io.github.camelvideo.binding.EndpointClient;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.client.BaseUrl;
import io.github.camelvideo.client.CallOptions;
import io.github.camelvideo.client.ClientResources;
import io.github.camelvideo.client.HttpTransport;
import io.github.camelvideo.client.RateLimiters;
import io.github.camelvideo.client.TlsParameters;
import io.github.camelvideo.client.TransportSettings;
import io.github.camelvideo.credentials.AsyncCredentials;
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.monitor.CallStatistics;
import io.github.camelvideo.protocol.ApiProtocol;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * What all endpoints of a component share: threads, rate limits, measured clocks, connections. Connections are made once for each
 * set of settings that endpoints use.
 *
 * <p>Used by any thread; closed by the one that stops the component.
 */
final class ComponentClient implements AutoCloseable {

    /** Each call has a deadline: the thousand tasks that a profile of Camel's allows would bound the calls. */
    private static final ThreadPoolProfile TIMER =
            new ThreadPoolProfileBuilder("timer").poolSize(1).maxQueueSize(-1).build();

    private final CamelContext camel;
    private final VideoComponent component;
    private final ScheduledExecutorService scheduler;
    private final ExecutorService executor;
    private final ClientResources resources;
    private final FirstUse firstUse = new FirstUse();
    private final Map<TransportKey, HttpTransport> transports = new ConcurrentHashMap<>();
    private final Map<ProtocolKey, ApiProtocol> protocols = new ConcurrentHashMap<>();
    private final Map<CredentialsProvider, AsyncCredentials> credentials = new ConcurrentHashMap<>();

    /** Settings that two endpoints must agree on to share connections. */
    private record TransportKey(TransportSettings settings, SSLContextParameters tls) {}

    /** Endpoints with the same protocol and settings share it, and with it the keys that a signer has derived. */
    private record ProtocolKey(String protocol, Object settings) {}

    ComponentClient(CamelContext camel, VideoComponent component, Clock clock) {
        this.camel = camel;
        this.component = component;
        String name = component.getClass().getSimpleName();
        this.scheduler = camel.getExecutorServiceManager().newScheduledThreadPool(component, name + "-wait", TIMER);
        this.executor = camel.getExecutorServiceManager().newCachedThreadPool(component, name + "-call");
        this.resources = new ClientResources(
                scheduler,
                executor,
                clock,
                System::nanoTime,
                () -> ThreadLocalRandom.current().nextDouble(),
                RateLimiters.ofThisProcess(),
                CallStatistics.of(camel));
    }

    /** Binds the client to an endpoint's action and options. */
    EndpointClient forEndpoint(EndpointAction action, VideoConfiguration configuration) {
        BaseUrl target = BaseUrl.of(url(action, configuration), Boolean.TRUE.equals(configuration.getAllowHttp()));
        CredentialsProvider provider = component.credentials(action.api(), configuration);
        CallOptions options = new CallOptions(
                protocol(action.api(), configuration),
                firstUse.watch(
                        credentials.computeIfAbsent(provider, resources::cached),
                        () -> firstUse(action, target, provider)),
                target,
                configuration.getMaxRetries(),
                configuration.getCallTimeout(),
                configuration.getRateLimit(),
                configuration.getMaxAnswerSize(),
                configuration.isWireLog());
        return new EndpointClient(action, options, transport(configuration), resources);
    }

    private String firstUse(EndpointAction action, BaseUrl target, CredentialsProvider provider) {
        return component.getDefaultName() + ": the first call goes to " + target
                + (action.region() == null ? ", without a region" : ", region " + action.region())
                + ", with the key from "
                + provider.source() + ".";
    }

    private ApiProtocol protocol(ApiCatalog api, VideoConfiguration configuration) {
        // asked for each endpoint: this is also where options are refused that do not fit the protocol
        Object settings = component.protocolSettings(api, configuration);
        return protocols.computeIfAbsent(
                new ProtocolKey(api.protocol(), settings), key -> component.protocol(api, configuration));
    }

    private static String url(EndpointAction action, VideoConfiguration configuration) {
        if (configuration.getEndpointUrl() != null) {
            return configuration.getEndpointUrl();
        }
        String host = action.action().wire().host();
        return "https://" + (host == null ? action.api().endpoint() : host);
    }

    private HttpTransport transport(VideoConfiguration configuration) {
        TransportSettings settings = new TransportSettings(
                configuration.getConnectTimeout(),
                configuration.getReadTimeout(),
                proxy(configuration),
                null,
                configuration.getMaxConcurrentCalls(),
                configuration.getOkHttpClient());
        SSLContextParameters tls = configuration.getSslContextParameters();
        return transports.computeIfAbsent(
                new TransportKey(settings, tls), key -> new HttpTransport(withTls(settings, tls), executor));
    }

    private TransportSettings withTls(TransportSettings settings, SSLContextParameters tls) {
        if (tls == null) {
            return settings;
        }
        try {
            return settings.withTls(TlsParameters.of(tls, camel));
        } catch (GeneralSecurityException | IOException e) {
            throw new RuntimeCamelException(
                    "sslContextParameters cannot be used. Check its stores, passwords and protocols.", e);
        }
    }

    private static TransportSettings.Proxy proxy(VideoConfiguration configuration) {
        return configuration.getProxyHost() == null
                ? null
                : new TransportSettings.Proxy(
                        configuration.getProxyHost(),
                        configuration.getProxyPort(),
                        configuration.getProxyUser(),
                        configuration.getProxyPassword());
    }

    @Override
    public void close() {
        resources.close();
        transports.values().forEach(HttpTransport::close);
        camel.getExecutorServiceManager().shutdownNow(scheduler);
        camel.getExecutorServiceManager().shutdownGraceful(executor);
    }
}

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

import io.github.camelvideo.binding.HeaderNames;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.Suggestion;
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.feed.delivery.FeedRegistry;
import io.github.camelvideo.protocol.ApiProtocol;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.request.Validation;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.spi.Metadata;
import org.apache.camel.support.HealthCheckComponent;

/**
 * What the components of all vendors share: endpoints out of URIs, and one client for all of them.
 *
 * <p>Started and stopped by Camel's own thread; endpoints may be made and the client used by any.
 */
public abstract class VideoComponent extends HealthCheckComponent {

    @Metadata(
            label = "advanced",
            description = "Clock for time stamps and feeds, for use in tests. The default is the system clock.")
    private Clock clock = Clock.systemUTC();

    private final FeedRegistry feeds = new FeedRegistry();
    private final Object clientLock = new Object();
    private ComponentClient client;

    /** Defaults of all endpoints. */
    public abstract VideoConfiguration getConfiguration();

    /** The APIs of this component. */
    protected abstract Catalogs catalogs();

    /** Names of this component's headers. */
    protected abstract HeaderNames headerNames();

    /**
     * The options that the wire protocol of an API is made with, as a value with {@code equals}. Endpoints whose APIs name the same
     * protocol and whose settings are equal share one protocol. Called for each endpoint.
     *
     * @param api the API, which names its protocol
     * @param configuration the endpoint's options
     * @throws InvalidRequestException when an option does not fit the protocol
     */
    protected abstract Object protocolSettings(ApiCatalog api, VideoConfiguration configuration);

    /**
     * Makes the wire protocol of an API; called once for each protocol and its settings.
     *
     * @param api the API, which names its protocol
     * @param configuration the options of one endpoint with these settings
     * @throws IllegalStateException when the catalog names a protocol that this component does not have
     */
    protected abstract ApiProtocol protocol(ApiCatalog api, VideoConfiguration configuration);

    /**
     * Where an endpoint's credentials come from. What the user set explicitly beats everything else.
     *
     * @param api the API, as some want a key of their own
     * @throws IllegalArgumentException when only a part of a key is set
     */
    protected abstract CredentialsProvider credentials(ApiCatalog api, VideoConfiguration configuration);

    /** An endpoint with its path, its configuration and no options yet. */
    protected abstract VideoEndpoint newEndpoint(String uri, String remaining);

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        VideoEndpoint endpoint = newEndpoint(uri, remaining);
        Action action = actionOf(endpoint);
        // Camel's binder fails with an index of an array at dots alone
        if (parameters.keySet().stream().anyMatch(key -> key.chars().noneMatch(Character::isLetterOrDigit))) {
            throw new InvalidRequestException(
                    endpoint.displayName() + ": the URI has a value whose name has neither letter nor digit");
        }
        endpoint.setUriParameters(UriParameters.takeFrom(parameters, action, optionNames()));
        return endpoint;
    }

    /** Options are bound by now; what is left over nobody knows. */
    @Override
    protected void afterConfiguration(String uri, String remaining, Endpoint endpoint, Map<String, Object> leftOver)
            throws Exception {
        VideoEndpoint ours = (VideoEndpoint) endpoint;
        ApiCatalog api = catalogs().get(ours.apiId());
        if (ours.getConfiguration().getValidation() == Validation.STRICT) {
            refuseUnknown(leftOver, ours, api.action(ours.actionName()));
        }
        ours.addUriParameters(leftOver);
        ours.resolve(api);
    }

    /**
     * An endpoint for the path of a URI, to ask what the URI stands for; it is not started and has no options.
     *
     * @throws IllegalArgumentException when the path names no API
     */
    VideoEndpoint endpointFor(String remaining) {
        return newEndpoint(getDefaultName() + ":" + remaining, remaining);
    }

    /** The action of an endpoint, or null when it is not in the catalog. */
    Action actionOf(VideoEndpoint endpoint) {
        return catalogs().get(endpoint.apiId()).action(endpoint.actionName());
    }

    /**
     * Takes out of the keys of a URI what may differ from one call of an endpoint to the next: its action parameters. What is
     * refused as a mistaken option stays, so that the endpoint is refused.
     */
    Map<String, Object> takeParameters(Action action, Map<String, Object> keys) {
        Map<String, Object> parameters = UriParameters.takeFrom(keys, action, optionNames());
        UriParameters.meantAsOptions(parameters.keySet(), action, optionNames())
                .forEach(key -> keys.put(key, parameters.remove(key)));
        return parameters;
    }

    /** Names of options and of the parameters of an action, which may be null. */
    Set<String> knownNames(Action action) {
        Set<String> known = new TreeSet<>(optionNames());
        if (action != null) {
            known.addAll(action.parameters().keySet());
        }
        return known;
    }

    /** Whether a key of a URI is a secret option or parameter. */
    boolean isSecret(String key, Action action) {
        Field field = action == null ? null : action.parameters().get(key);
        return field != null && field.secret()
                || uriFactory().secretPropertyNames().contains(key);
    }

    private void refuseUnknown(Map<String, Object> leftOver, VideoEndpoint endpoint, Action action) {
        Set<String> unknown = new TreeSet<>(leftOver.keySet());
        if (action != null) {
            unknown.addAll(UriParameters.meantAsOptions(endpoint.uriParameterNames(), action, optionNames()));
        }
        if (unknown.isEmpty()) {
            return;
        }
        Set<String> known = knownNames(action);
        throw new InvalidRequestException(endpoint.displayName() + ": "
                + unknown.stream()
                        .map(key -> "unknown option or parameter '" + key + "'" + Suggestion.hint(key, known))
                        .collect(Collectors.joining("; ")));
    }

    private Set<String> optionNames() {
        return uriFactory().propertyNames();
    }

    private EndpointUriFactory uriFactory() {
        return getCamelContext().getCamelContextExtension().getEndpointUriFactory(getDefaultName());
    }

    FeedRegistry feeds() {
        return feeds;
    }

    /** Made when the first endpoint asks, which may be before the start: routes are built first. */
    ComponentClient client() {
        synchronized (clientLock) {
            if (client == null) {
                client = new ComponentClient(getCamelContext(), this, clock);
            }
            return client;
        }
    }

    @Override
    protected void doStop() throws Exception {
        ComponentClient used;
        synchronized (clientLock) {
            used = client;
            client = null;
        }
        if (used != null) {
            used.close();
        }
        super.doStop();
    }

    public Clock getClock() {
        return clock;
    }

    public void setClock(Clock clock) {
        this.clock = clock;
    }
}

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
import io.github.camelvideo.catalog.CatalogException;
import io.github.camelvideo.catalog.CatalogFinder;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.Suggestion;
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.feed.delivery.FeedRegistry;
import io.github.camelvideo.protocol.ApiProtocol;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.request.Validation;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.Endpoint;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.spi.Metadata;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;
import org.apache.camel.util.UnsafeUriCharactersEncoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    @Metadata(
            description =
                    "Catalogs of additional APIs, or newer definitions of the built-in ones: folders and JSON documents, separated by commas, each prefixed with file: or classpath:, such as file:catalogs. A later one overrides an earlier one. Catalogs in jars on the class path that list them for this component are found automatically.")
    private String catalogs;

    private static final Logger LOG = LoggerFactory.getLogger(VideoComponent.class);

    private static final String FOR_EACH_IN = "forEachIn";

    private final AtomicLong endpointNumber = new AtomicLong();
    private final FeedRegistry feeds = new FeedRegistry();
    private final Map<String, CredentialsProvider> profileProviders = new ConcurrentHashMap<>();
    private final Object clientLock = new Object();
    private ComponentClient client;
    private final Object catalogLock = new Object();
    private Catalogs apis;

    /** Defaults of all endpoints. */
    public abstract VideoConfiguration getConfiguration();

    /**
     * The APIs of this component: those that jars list for it, and those of the option {@code catalogs}. Read from the class path when
     * the first endpoint asks.
     */
    protected final Catalogs catalogs() {
        synchronized (catalogLock) {
            if (apis == null) {
                ClassLoader loader =
                        getCamelContext() == null ? null : getCamelContext().getApplicationContextClassLoader();
                apis = new Catalogs(CatalogFinder.find(
                        loader == null ? getClass().getClassLoader() : loader, List.of(getDefaultName()), catalogs));
            }
            return apis;
        }
    }

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
     * @throws CatalogException when the catalog names a protocol that this component does not have
     */
    protected abstract ApiProtocol protocol(ApiCatalog api, VideoConfiguration configuration);

    /**
     * Refuses an API without a version, for protocols that send it.
     *
     * @throws CatalogException when the catalog has none
     */
    protected static void requireVersion(ApiCatalog api) {
        if (api.version() == null) {
            throw new CatalogException(
                    "Catalog " + api.id() + "/version: is missing, and the protocol sends it. Correct the document.");
        }
    }

    /** What to throw for a catalog that names a protocol this component does not have. */
    protected final CatalogException unknownProtocol(ApiCatalog api, String... known) {
        return new CatalogException("Catalog " + api.id() + "/protocol: must be one of " + String.join(", ", known)
                + " for the component " + getDefaultName() + " but is '" + api.protocol() + "'. Correct the document.");
    }

    /**
     * Where an endpoint's credentials come from. What the user set explicitly beats everything else.
     *
     * @param api the API, as some want a key of their own
     * @throws IllegalArgumentException when only a part of a key is set
     */
    protected abstract CredentialsProvider credentials(ApiCatalog api, VideoConfiguration configuration);

    /**
     * Where credentials come from if no key is set: the provider, the profile, or the vendor's default chain.
     *
     * @param profiles searches the vendor's files for a profile; one provider is made for each name, so that endpoints share its keys
     */
    protected final CredentialsProvider withoutKey(
            VideoConfiguration configuration,
            Function<String, CredentialsProvider> profiles,
            CredentialsProvider defaultChain) {
        if (configuration.getCredentialsProvider() != null) {
            return configuration.getCredentialsProvider();
        }
        String profile = configuration.getProfile();
        return profile == null ? defaultChain : profileProviders.computeIfAbsent(profile, profiles);
    }

    /** An endpoint with its path, its configuration and no options yet. */
    protected abstract VideoEndpoint newEndpoint(String uri, String remaining);

    /** Before any option is bound or shown: Camel lists the properties of a component once they are set. */
    @Override
    protected void doInit() throws Exception {
        super.doInit();
        registerExtension(() -> new VideoComponentVerifier(this));
        SensitiveKeywords.add(getCamelContext(), uriFactory().secretPropertyNames());
    }

    /** Keeps secrets out of the URI that names the endpoint from here on. */
    @Override
    public Endpoint createEndpoint(String uri, Map<String, Object> properties) throws Exception {
        if (uri.indexOf('?') < 0) {
            return super.createEndpoint(uri, properties);
        }
        Predicate<String> isSecret = isSecret(uri);
        UriSecrets secrets = UriSecrets.of(uri, endpointNumber.incrementAndGet(), isSecret);
        if (secrets.names().isEmpty()) {
            return super.createEndpoint(uri, properties);
        }
        SensitiveKeywords.add(getCamelContext(), secrets.names());
        warnOfShown(uri, secrets.names());
        Map<String, Object> values = new HashMap<>(secrets.values());
        if (properties != null) {
            values.putAll(properties);
        }
        return super.createEndpoint(secrets.uri(), values);
    }

    private void warnOfShown(String uri, Set<String> names) throws URISyntaxException {
        Set<String> shown = UriSecrets.shownByCamel(uri, names);
        if (!shown.isEmpty()) {
            LOG.warn(
                    "{}: Camel cannot mask {} in messages with the original URI, such as an error at startup or a DEBUG line. "
                            + "Set secret parameters in the header {} or in the body.",
                    StringHelper.before(uri, "?"),
                    shown,
                    headerNames().parameters());
        }
    }

    /** Which keys of a URI have secret values. */
    private Predicate<String> isSecret(String uri) {
        try {
            String remaining = URISupport.extractRemainderPath(new URI(UnsafeUriCharactersEncoder.encode(uri)), false);
            VideoEndpoint endpoint = newEndpoint(uri, remaining);
            catalogs().get(endpoint.apiId());
            return key -> isSecret(key, endpoint);
        } catch (URISyntaxException | IllegalArgumentException | CatalogException e) {
            // no endpoint can be made of the URI, and whoever tries next says why
            return this::mayBeSecret;
        }
    }

    /** Of a value that no catalog describes, nobody knows that it is none. */
    private boolean mayBeSecret(String key) {
        return isSecretOption(key) || optionNames().stream().noneMatch(key::equalsIgnoreCase);
    }

    /** In any case, as Camel binds options. */
    private boolean isSecretOption(String key) {
        return uriFactory().secretPropertyNames().stream().anyMatch(key::equalsIgnoreCase);
    }

    private boolean isSecret(ApiCatalog api, Action action, String key) {
        Field field = action.parameters().get(key);
        if (field == null) {
            field = action.parameters().get(StringHelper.before(key, ".", key));
        }
        return field == null ? mayBeSecret(key) : isSecretOption(key) || api.holdsSecret(field);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        VideoEndpoint endpoint = newEndpoint(uri, remaining);
        setDefaults(endpoint);
        Action action = actionOf(endpoint);
        // Camel's binder fails with an index of an array at dots alone
        if (parameters.keySet().stream().anyMatch(key -> key.chars().noneMatch(Character::isLetterOrDigit))) {
            throw new InvalidRequestException(endpoint.displayName()
                    + ": the URI has a value whose name has neither letter nor digit. Correct or remove it.");
        }
        endpoint.setUriParameters(UriParameters.takeFrom(parameters, action, optionNames()));
        Object forEachIn = parameters.remove(FOR_EACH_IN);
        if (forEachIn != null) {
            endpoint.setForEachIn(textOrBean(forEachIn));
        }
        return endpoint;
    }

    /** To tools, and so to Camel's own binding, the option is a text; a bean that it names must not become one. */
    private Object textOrBean(Object value) throws Exception {
        Object resolved = PropertyBindingSupport.resolveBean(getCamelContext(), value);
        return resolved instanceof String text && EndpointHelper.isReferenceParameter(text)
                ? EndpointHelper.resolveReferenceParameter(getCamelContext(), text, Object.class)
                : resolved;
    }

    /** What the component and the environment say, before the endpoint's own options are bound. */
    private void setDefaults(VideoEndpoint endpoint) {
        ProcessEnvironment environment = environment();
        VideoConfiguration configuration = endpoint.getConfiguration();
        setFromEnvironment(configuration, environment);
        endpoint.setDefaultRegion(configuration.getRegion() != null ? configuration.getRegion() : environment.region());
        configuration.setRegion(null);
    }

    /**
     * Sets what the component leaves open to what the environment says. Overridden for a vendor's own options.
     *
     * @param endpoint the configuration of an endpoint, with the options of the component and none of its own
     */
    protected void setFromEnvironment(VideoConfiguration endpoint, ProcessEnvironment environment) {
        if (endpoint.getEndpointUrl() == null) {
            endpoint.setEndpointUrl(environment.endpointUrl());
        }
        if (endpoint.getAllowHttp() == null) {
            endpoint.setAllowHttp(environment.allowHttp());
        }
    }

    /** The variables of this component. */
    protected final ProcessEnvironment environment() {
        return new ProcessEnvironment(getDefaultName(), this::environmentVariable);
    }

    /** The value of an environment variable, or null. */
    protected String environmentVariable(String name) {
        return System.getenv(name);
    }

    @Override
    protected void setProperties(Endpoint endpoint, Map<String, Object> parameters) throws Exception {
        try {
            super.setProperties(endpoint, parameters);
        } catch (PropertyBindingException e) {
            String option = e.getPropertyName();
            Class<?> type = OptionProblem.type(e, getEndpointPropertyConfigurer());
            throw new InvalidRequestException(
                    ((VideoEndpoint) endpoint).displayName() + ": option " + option + ": "
                            + OptionProblem.of(type, e.getValue(), !isSecretOption(option)),
                    isSecretOption(option) ? null : e);
        }
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
    Map<String, Object> takeParameters(VideoEndpoint endpoint, Map<String, Object> keys) {
        Action action = actionOf(endpoint);
        Map<String, Object> parameters = UriParameters.takeFrom(keys, action, optionNames());
        SensitiveKeywords.add(
                getCamelContext(),
                parameters.keySet().stream()
                        .filter(key -> isSecret(key, endpoint))
                        .toList());
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
    boolean isSecret(String key, VideoEndpoint endpoint) {
        Action action = actionOf(endpoint);
        return action == null ? mayBeSecret(key) : isSecret(catalogs().get(endpoint.apiId()), action, key);
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

    public String getCatalogs() {
        return catalogs;
    }

    /** To be set before the first endpoint is made: endpoints keep the API that they were made with. */
    public void setCatalogs(String catalogs) {
        synchronized (catalogLock) {
            this.catalogs = catalogs;
            apis = null;
        }
    }

    public Clock getClock() {
        return clock;
    }

    public void setClock(Clock clock) {
        this.clock = clock;
    }
}

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
import io.github.camelvideo.binding.EndpointBinding;
import io.github.camelvideo.binding.EndpointClient;
import io.github.camelvideo.binding.OutputType;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.consumer.CallbackAction;
import io.github.camelvideo.consumer.CallbackHandler;
import io.github.camelvideo.consumer.CallbackOptions;
import io.github.camelvideo.consumer.ConsumerOptions;
import io.github.camelvideo.consumer.FeedConsumer;
import io.github.camelvideo.consumer.LagAlarm;
import io.github.camelvideo.consumer.LagChecks;
import io.github.camelvideo.consumer.OfferProducer;
import io.github.camelvideo.consumer.ResponseConsumer;
import io.github.camelvideo.consumer.Sharing;
import io.github.camelvideo.consumer.StandaloneFeed;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.position.MemoryPositions;
import io.github.camelvideo.feed.position.PositionRepository;
import io.github.camelvideo.feed.position.StateRepositoryPositions;
import io.github.camelvideo.paging.PagingMode;
import io.github.camelvideo.producer.VideoProducer;
import io.github.camelvideo.request.InvalidRequestException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Consumer;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.TransactedPolicy;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One action of an API as a Camel endpoint. Long because it is mostly options; the options' descriptions are the manual.
 */
public abstract class VideoEndpoint extends ScheduledPollEndpoint
        implements EndpointServiceLocation, AsyncEndpoint, LagChecks.Watched {

    private static final Logger LOG = LoggerFactory.getLogger(VideoEndpoint.class);

    private static final Duration DEFAULT_DELAY = Duration.ofSeconds(10);

    @UriParam(
            label = "consumer",
            defaultValue = "FEED",
            enums = "FEED,RESPONSE",
            description =
                    "Content of a message: FEED delivers each new item once, RESPONSE delivers the whole response of one call per poll.")
    private FeedMode mode = FeedMode.FEED;

    @UriParam(
            label = "consumer",
            defaultValue = "now",
            description =
                    "Starting point of a feed without a stored position: now, earliest (the oldest items that the vendor still keeps), an instant (2026-01-31T08:00:00Z), or a duration back from now (P7D, PT2H).")
    private String startFrom = "now";

    @UriParam(
            label = "consumer",
            description =
                    "Time span before its position that a feed reads again to find late items. The default is the catalog's value.")
    private Duration lookback;

    @UriParam(
            label = "consumer",
            description = "Time span that a feed stays behind the present. The default is the catalog's value.")
    private Duration gracePeriod;

    @UriParam(
            label = "consumer",
            description =
                    "Interval at which a feed rereads windows older than its lookback, one after each poll, to find items that are listed later than that. Requires sweepSpan. Off by default.")
    private Duration sweepEvery;

    @UriParam(
            label = "consumer",
            description =
                    "Time span before the present that sweepEvery rereads. Each item delivered within it takes about 8 bytes of memory and 11 bytes of the position.")
    private Duration sweepSpan;

    @UriParam(
            label = "consumer",
            description = "Maximum time span of one list request. The default is the maximum that the action allows.")
    private Duration window;

    @UriParam(label = "consumer", description = "Number of items per page. The default is the catalog's value.")
    private Integer pageSize;

    @UriParam(
            label = "consumer",
            description =
                    "Time zone of vendor times that are written without one, such as Asia/Shanghai. The default is the catalog's value.")
    private String timeZone;

    @UriParam(
            label = "consumer",
            description =
                    "Repository that stores the position of the feed. By default the position is kept in memory, and the feed starts at startFrom after a restart of the process.")
    private StateRepository<String, String> offsetRepository;

    @UriParam(
            label = "consumer",
            description =
                    "Name of the position in the offsetRepository. The default is derived from the action, its parameters and the region.")
    private String offsetKey;

    @UriParam(
            label = "consumer",
            defaultValue = "item",
            description =
                    "Commit policy of the position: item (with each finished item), poll (at the end of each poll), an interval such as 5s, or transaction (with each item, in the same database transaction as the route). It determines how many items are redelivered after a crash. No item is lost.")
    private String positionCommit = "item";

    @UriParam(
            label = "consumer,advanced",
            description =
                    "Policy that begins the transactions of positionCommit=transaction. The default is the one that transacted() uses: the only policy in the registry, the one named PROPAGATION_REQUIRED, or one for the only transaction manager of Spring.")
    private TransactedPolicy transactedPolicy;

    @UriParam(
            label = "consumer",
            defaultValue = "FINAL",
            description =
                    "When a series delivers the item of a time bucket: FINAL (once, when gracePeriod has passed since the end of the bucket) or REVISIONS (when the bucket has ended, again whenever the item has changed, and finally when gracePeriod has passed).")
    private FeedOptions.Emit emit = FeedOptions.Emit.FINAL;

    @UriParam(
            label = "consumer",
            defaultValue = "SKIP",
            description =
                    "What a series does where the vendor lists nothing for a time bucket: SKIP (it delivers nothing) or ZERO (it delivers an item whose numbers are 0, for each dimension seen since the start).")
    private FeedOptions.Missing missing = FeedOptions.Missing.SKIP;

    @UriParam(
            label = "consumer",
            defaultValue = "SILENT",
            description =
                    "What a snapshot does with the members of its first reading: SILENT (it remembers them) or ANNOUNCE (it delivers them as added).")
    private FeedOptions.Initial initial = FeedOptions.Initial.SILENT;

    @UriParam(
            label = "consumer",
            defaultValue = "2",
            description =
                    "Number of readings in a row that must miss a member of a snapshot before it is delivered as removed.")
    private int missingReadings = 2;

    @UriParam(
            label = "consumer",
            defaultValue = "50",
            description =
                    "Largest share of the members, in percent, that a snapshot may lose from one reading to the next. A reading that misses more is rejected and reported in the log and the health check.")
    private int maxRemoved = 50;

    @UriParam(
            label = "consumer",
            description =
                    "Interval at which a snapshot delivers every member again, as present. By default, only changes are delivered.")
    private Duration resync;

    @UriParam(
            label = "consumer",
            description =
                    "Action that acknowledges each delivered item at the vendor, such as one that resets or deletes it. Must be one of the actions that the catalog lists for the feed.")
    private String acknowledge;

    @UriParam(
            label = "consumer",
            defaultValue = "redeliver",
            description =
                    "Handling of an item whose exchange failed: redeliver (deliver it again at the next poll), skip (treat it as done), stop (stop the route with the position before the item), or the URI of a dead-letter endpoint.")
    private String onFailure = "redeliver";

    @UriParam(
            label = "consumer",
            defaultValue = "-1",
            description =
                    "Maximum number of redeliveries of a failed item before onFailure takes effect; with redeliver, the item is then skipped. -1 means no limit with redeliver, and no redelivery with the other values.")
    private int maxRedeliveries = -1;

    @UriParam(
            label = "consumer",
            defaultValue = "0",
            description =
                    "Maximum number of items delivered per poll. Further items wait for the next poll. 0 means no limit.")
    private int maxMessagesPerPoll;

    @UriParam(
            label = "consumer",
            description =
                    "Time that a feed may be behind the vendor's present before its health check is DOWN, on each node that has its route, also when no node polls. By default, any lag is healthy.")
    private Duration lagAlarm;

    @UriParam(
            label = "consumer",
            description =
                    "Parameter of the action that partitions the consumer, such as DeviceId, so that one route covers many devices. Several parameters separated by commas form tuples. The values come from forEachIn, and each partition has its own position.")
    private String forEach;

    @UriParam(
            label = "consumer",
            javaType = "java.lang.String",
            description =
                    "Values of forEach: a list separated by commas (tuples separated by semicolons, such as t1,c1;t2,c2), file:path of a text file with one entry per line (lines that start with # are ignored), action:Action of an action of the same API that lists them (with parameters of its calls, such as action:ListCameras?Status=1), or #bean of a java.util.Collection or of a java.util.function.Supplier that returns one. Files and beans are read again at each poll, actions after forEachRefresh.")
    private Object forEachIn;

    @UriParam(
            label = "consumer",
            description =
                    "Fields of the items that the action of forEachIn lists, separated by commas: the values of the parameters of forEach, in that order. The default is the catalog's value, or fields with the names of the parameters.")
    private String forEachFrom;

    @UriParam(
            label = "consumer",
            defaultValue = "5m",
            description =
                    "Interval at which the action of forEachIn is called again to read its list. A value is dropped when two readings in a row do not list it.")
    private Duration forEachRefresh = Duration.ofMinutes(5);

    @UriParam(
            label = "consumer",
            defaultValue = "false",
            description =
                    "Whether to add the values of forEach to the body, under the names of the parameters, if the item has no such field. Requires outputType Map or JsonNode. The values are always in a header.")
    private boolean forEachInBody;

    @UriParam(
            label = "consumer",
            defaultValue = "8",
            description = "Maximum number of partitions read at once, each by its own thread.")
    private int forEachConcurrency = 8;

    @UriParam(
            label = "consumer",
            defaultValue = "7d",
            description =
                    "Time span for which the position of a partition is kept after forEachIn stops listing it. A partition that is listed again after that starts at startFrom.")
    private Duration forEachKeep = Duration.ofDays(7);

    @UriParam(
            label = "consumer",
            description =
                    "Name of a group of nodes that share the partitions of forEach. Each node leases a part of them in the offsetRepository, a JdbcOffsetRepository that all nodes reach, and takes over the partitions of a node that fails. The rate limits of the component are divided by the number of nodes.")
    private String share;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "10s",
            description =
                    "Time after which the other nodes of the group take over the partitions of a node that has not renewed its leases, at least 2s. A node renews them three times in this time.")
    private Duration leaseDuration = Duration.ofSeconds(10);

    @UriParam(
            label = "consumer",
            defaultValue = "false",
            description =
                    "Whether the feed also delivers items that other routes of the same Camel context offer with offerTo, such as messages that the vendor forwards to Kafka. Requires offsetKey, the name that offerTo uses.")
    private boolean acceptOffers;

    @UriParam(
            label = "producer",
            description =
                    "The offsetKey of a feed of this action that runs in the same Camel context with acceptOffers=true. Instead of calling the action, the endpoint passes the items in the body to that feed, which delivers those that it does not know yet. The exchange completes when they are stored in the offsetRepository of the feed, or without one when they have been processed. It fails if the feed refuses them.")
    private String offerTo;

    private final Map<String, Object> uriParameters = new LinkedHashMap<>();
    private final MemoryPositions memory = new MemoryPositions();
    private String defaultRegion;
    private EndpointBinding binding;
    private volatile EndpointClient client;
    private volatile LagAlarm alarm;

    protected VideoEndpoint(String uri, VideoComponent component) {
        super(uri, component);
    }

    /** The endpoint's own copy of the options about calls. */
    public abstract VideoConfiguration getConfiguration();

    /** Name of the API in the catalogs. */
    protected abstract String apiId();

    /** Name of the action as the URI spells it. */
    protected abstract String actionName();

    /** How callbacks are taken; null where the vendor has none. */
    protected CallbackConfiguration callbacks() {
        return null;
    }

    /** How messages name this endpoint: scheme and path, without options and parameters. */
    protected abstract String displayName();

    /** Action parameters are keys of the URI too, and checked by {@link EndpointAction}. */
    @Override
    public boolean isLenientProperties() {
        return true;
    }

    @Override
    public VideoComponent getComponent() {
        return (VideoComponent) super.getComponent();
    }

    void setUriParameters(Map<String, Object> parameters) {
        uriParameters.putAll(parameters);
    }

    Set<String> uriParameterNames() {
        return uriParameters.keySet();
    }

    void addUriParameters(Map<String, Object> parameters) {
        uriParameters.putAll(parameters);
        parameters.clear();
    }

    /** The component's region, for actions that know it. The configuration has the endpoint's own. */
    void setDefaultRegion(String defaultRegion) {
        this.defaultRegion = defaultRegion;
    }

    /** Checks all that the URI shows. Called once, when all options are set. */
    void resolve(ApiCatalog vendors) {
        ApiCatalog api = isCallbackAction() ? CallbackAction.addTo(vendors, displayName()) : vendors;
        VideoConfiguration configuration = getConfiguration();
        int most = configuration.getMaxItems();
        binding = new EndpointBinding(
                displayName(),
                action(
                        displayName(),
                        api,
                        actionName(),
                        configuration.getRegion(),
                        configuration.getPaging(),
                        uriParameters),
                OutputType.of(configuration.getOutputType(), getCamelContext()),
                getComponent().headerNames(),
                most > 0 ? most : Integer.MAX_VALUE,
                () -> client,
                other -> bind(otherAction(api, other)));
        client = bind(binding.action());
    }

    /** What the URI was resolved to. */
    EndpointBinding binding() {
        return binding;
    }

    /** Another action of the API, called for the sake of this one. The region counts where it takes one. */
    private EndpointAction otherAction(ApiCatalog api, String name) {
        Action other = api.action(name);
        boolean hasRegion = other == null || other.region() != Action.RegionRule.NONE;
        return action(
                displayName() + " calling " + name,
                api,
                name,
                hasRegion ? getConfiguration().getRegion() : null,
                PagingMode.ONE,
                Map.of());
    }

    private EndpointAction action(
            String name,
            ApiCatalog api,
            String action,
            String region,
            PagingMode paging,
            Map<String, Object> parameters) {
        return EndpointAction.resolve(
                name, api, action, getConfiguration().getValidation(), region, defaultRegion, paging, parameters);
    }

    private EndpointClient bind(EndpointAction action) {
        return getComponent().client().forEndpoint(action, getConfiguration());
    }

    /** Says once that an endpoint builds on something the vendor has given up. */
    @Override
    protected void doInit() throws Exception {
        super.doInit();
        Action action = binding.action().action();
        Action.Age age = action.age();
        if (action.isObsolete()) {
            List<String> successors = age.replacedBy();
            LOG.warn(
                    "{}: {}{}",
                    displayName(),
                    age.removed() == null
                            ? "the vendor calls this action obsolete"
                            : "the vendor's definitions of " + age.removed() + " no longer have this action",
                    successors.isEmpty() ? "" : "; use " + String.join(" or ", successors));
        }
    }

    /** Binds the client anew: a component that was stopped in between has closed the one before. */
    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = bind(binding.action());
        if (lagAlarm != null && alarm == null) {
            refuse(
                    mode == FeedMode.RESPONSE,
                    "lagAlarm=" + lagAlarm + ": mode=RESPONSE has no position. Remove lagAlarm, or use mode=FEED.");
            refuse(
                    offerTo != null,
                    "lagAlarm=" + lagAlarm + ": offerTo reads no feed. Set lagAlarm where the feed runs.");
            alarm = LagAlarm.of(
                    this,
                    binding,
                    consumerOptions(),
                    knownDelay(),
                    getComponent().getClock());
            if (getComponent().isHealthCheckConsumerEnabled()) {
                LagChecks.register(getCamelContext());
            }
        }
    }

    @Override
    public final LagAlarm lagAlarm() {
        return alarm;
    }

    /** Time between two polls; zero where another scheduler than Camel's own decides. */
    private Duration knownDelay() {
        Object scheduler = getScheduler();
        if (scheduler != null && !scheduler.equals("none")) {
            return Duration.ZERO;
        }
        return getDelay() < 0
                ? defaultDelay()
                : Duration.of(getDelay(), getTimeUnit().toChronoUnit());
    }

    @Override
    public Producer createProducer() {
        if (isCallbackAction()) {
            throw new InvalidRequestException(displayName() + ": callbacks are received and not sent. Use it in from(\""
                    + displayName() + "\").");
        }
        if (offerTo != null) {
            return new OfferProducer(this, binding, offerTo);
        }
        VideoConfiguration configuration = getConfiguration();
        return new VideoProducer(this, binding, configuration.getPaging(), configuration.getParametersFrom());
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (offerTo != null) {
            throw new InvalidRequestException(displayName() + ": offerTo=" + offerTo + ": only to(\"" + displayName()
                    + "\") can offer. Remove the option, or set acceptOffers=true to take what others offer.");
        }
        VideoComponent component = getComponent();
        refuse(
                isCallbackAction() && callbacks().getCallback() == null,
                "callback is missing. Set it to the path that the vendor calls, or consume from webhook:"
                        + displayName() + ".");
        refuse(
                mode == FeedMode.RESPONSE && isTransacted(),
                "positionCommit=transaction cannot be combined with mode=RESPONSE, which has no position. Remove one of them.");
        if (getDelay() < 0) {
            setDelay(getTimeUnit().convert(defaultDelay()));
        }
        ScheduledPollConsumer consumer = mode == FeedMode.RESPONSE
                ? new ResponseConsumer(
                        this,
                        processor,
                        binding,
                        consumerOptions(),
                        getConfiguration().getPaging(),
                        component.getClock())
                : feedConsumer(processor, component);
        configureConsumer(consumer);
        return consumer;
    }

    /**
     * The feed that the options describe, without a route, for programs that keep its position themselves. Every finished item is committed
     * to their store at once. The endpoint must be started.
     *
     * @throws InvalidRequestException when the action is not a feed, or an option does not fit it or needs a route
     */
    public final StandaloneFeed standaloneFeed() {
        refuse(mode == FeedMode.RESPONSE, "mode=RESPONSE is not a feed. Remove the option.");
        refuse(isCallbackAction(), "callbacks need a route. Choose an action that lists items.");
        refuse(offsetRepository != null, "offsetRepository needs a route. Remove the option.");
        Duration delay = getDelay() < 0
                ? defaultDelay()
                : Duration.of(getDelay(), getTimeUnit().toChronoUnit());
        return new StandaloneFeed(
                getCamelContext(),
                binding,
                consumerOptions("item"),
                delay,
                getComponent().getClock());
    }

    /** Checked here, because Camel asks for items in vain where the consumer does not start. */
    @Override
    public PollingConsumer createPollingConsumer() throws Exception {
        refuse(
                isTransacted(),
                "positionCommit=transaction requires a route that starts with from(...), whose transaction it is. Set positionCommit=item"
                        + " to poll within a route.");
        return super.createPollingConsumer();
    }

    private ScheduledPollConsumer feedConsumer(Processor processor, VideoComponent component) {
        FeedConsumer consumer =
                new FeedConsumer(this, processor, binding, consumerOptions(), component.feeds(), component.getClock());
        consumer.setMaxMessagesPerPoll(maxMessagesPerPoll);
        return consumer;
    }

    /**
     * Answers callbacks that another endpoint receives.
     *
     * @param next the route
     */
    protected final Processor callbackHandler(Processor next) {
        if (!isCallbackAction()) {
            throw new InvalidRequestException(displayName() + ": webhook: takes callbacks alone. Write webhook:"
                    + displayName().replace("/" + actionName(), "/" + CallbackAction.NAME)
                    + ", or set callback=/path on this endpoint without webhook:.");
        }
        FeedConsumer consumer = (FeedConsumer) feedConsumer(next, getComponent());
        try {
            configureConsumer(consumer);
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
        return new CallbackHandler(consumer);
    }

    /** A position that a crash loses anyway need not be stored with each item. */
    private String commitPolicy() {
        return offsetRepository == null && !isTransacted() ? "poll" : positionCommit;
    }

    private boolean isTransacted() {
        return positionCommit.strip().equalsIgnoreCase("transaction");
    }

    private ConsumerOptions consumerOptions() {
        return consumerOptions(commitPolicy());
    }

    private ConsumerOptions consumerOptions(String commitPolicy) {
        return new ConsumerOptions(
                FeedOptionTexts.read(
                                displayName(),
                                startFrom,
                                lookback,
                                gracePeriod,
                                window,
                                pageSize,
                                timeZone,
                                commitPolicy)
                        .with(new FeedOptions.Series(emit, missing))
                        .with(new FeedOptions.Snapshot(initial, missingReadings, maxRemoved, resync))
                        .with(new FeedOptions.Sweep(sweepEvery, sweepSpan))
                        .withLagAlarm(lagAlarm),
                offsetRepository,
                positions(),
                offsetKey,
                acknowledge,
                onFailure,
                maxRedeliveries,
                forEach,
                forEachIn,
                forEachFrom,
                forEachRefresh,
                forEachInBody,
                forEachConcurrency,
                forEachKeep,
                share == null ? null : new Sharing(share, leaseDuration),
                callbackOptions(),
                transactedPolicy,
                getConfiguration().getValidation());
    }

    /** Null where no callbacks are taken. */
    private CallbackOptions callbackOptions() {
        CallbackConfiguration callbacks = callbacks();
        if (acceptOffers) {
            return offers(callbacks == null ? new CallbackConfiguration() : callbacks);
        }
        if (callbacks == null) {
            return null;
        }
        boolean isAlone = isCallbackAction();
        if (callbacks.getCallback() == null && !isAlone) {
            refuse(
                    callbacks.getCallbackKey() != null,
                    "callbackKey is set without callback. Also set callback to a path.");
            refuse(
                    callbacks.getAutoRegister() != CallbackOptions.AutoRegister.FALSE,
                    "autoRegister is set without callback. Also set callback to a path.");
            return null;
        }
        refuse(mode == FeedMode.RESPONSE, "callbacks cannot be combined with mode=RESPONSE. Remove one of them.");
        refuse(
                isAlone && callbacks.getVerify() == CallbackOptions.Verification.POLL,
                "verify=POLL needs a list. Remove it, or set callback on the feed of a list.");
        refuse(
                !isAlone && callbacks.isStoreOnly(),
                "storeOnly=true: this endpoint reads a list. Remove the option, or consume " + apiId() + "/"
                        + CallbackAction.NAME + ".");
        return callbacks.options(
                displayName(),
                offsetRepository != null,
                offsetKey != null,
                false,
                Boolean.TRUE.equals(getConfiguration().getAllowHttp()));
    }

    private void refuse(boolean wrong, String problem) {
        if (wrong) {
            throw new InvalidRequestException(displayName() + ": " + problem);
        }
    }

    private CallbackOptions offers(CallbackConfiguration callbacks) {
        if (isCallbackAction() || mode == FeedMode.RESPONSE) {
            throw new InvalidRequestException(
                    displayName()
                            + ": acceptOffers=true: items can only be offered to a feed. Remove the option, or consume a list with mode=FEED.");
        }
        if (offsetKey == null) {
            throw new InvalidRequestException(
                    displayName()
                            + ": acceptOffers=true requires offsetKey. Set it, and set offerTo of the other routes to the same value.");
        }
        return callbacks.options(displayName(), offsetRepository != null, true, true, false);
    }

    private boolean isCallbackAction() {
        return callbacks() != null && actionName().equals(CallbackAction.NAME);
    }

    private PositionRepository positions() {
        if (offsetRepository == null) {
            return memory;
        }
        return offsetRepository instanceof PositionRepository positions
                ? positions
                : new StateRepositoryPositions(offsetRepository);
    }

    private Duration defaultDelay() {
        FeedSpec feed = binding.action().action().feed();
        if (feed == null || mode == FeedMode.RESPONSE) {
            return DEFAULT_DELAY;
        }
        return feed.delay() != null ? feed.delay() : DEFAULT_DELAY;
    }

    @Override
    public String getServiceUrl() {
        return client.url();
    }

    @Override
    public String getServiceProtocol() {
        return URI.create(client.url()).getScheme();
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("api", apiId());
        metadata.put("action", actionName());
        if (binding.action().region() != null) {
            metadata.put("region", binding.action().region());
        }
        return metadata;
    }

    public boolean isAcceptOffers() {
        return acceptOffers;
    }

    public void setAcceptOffers(boolean acceptOffers) {
        this.acceptOffers = acceptOffers;
    }

    public String getOfferTo() {
        return offerTo;
    }

    public void setOfferTo(String offerTo) {
        this.offerTo = offerTo;
    }

    public FeedMode getMode() {
        return mode;
    }

    public void setMode(FeedMode mode) {
        this.mode = mode;
    }

    public String getStartFrom() {
        return startFrom;
    }

    public void setStartFrom(String startFrom) {
        this.startFrom = startFrom;
    }

    public Duration getLookback() {
        return lookback;
    }

    public void setLookback(Duration lookback) {
        this.lookback = lookback;
    }

    public Duration getGracePeriod() {
        return gracePeriod;
    }

    public void setGracePeriod(Duration gracePeriod) {
        this.gracePeriod = gracePeriod;
    }

    public Duration getSweepEvery() {
        return sweepEvery;
    }

    public void setSweepEvery(Duration sweepEvery) {
        this.sweepEvery = sweepEvery;
    }

    public Duration getSweepSpan() {
        return sweepSpan;
    }

    public void setSweepSpan(Duration sweepSpan) {
        this.sweepSpan = sweepSpan;
    }

    public Duration getWindow() {
        return window;
    }

    public void setWindow(Duration window) {
        this.window = window;
    }

    public Integer getPageSize() {
        return pageSize;
    }

    public void setPageSize(Integer pageSize) {
        this.pageSize = pageSize;
    }

    public String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }

    public StateRepository<String, String> getOffsetRepository() {
        return offsetRepository;
    }

    public void setOffsetRepository(StateRepository<String, String> offsetRepository) {
        this.offsetRepository = offsetRepository;
    }

    public String getOffsetKey() {
        return offsetKey;
    }

    public void setOffsetKey(String offsetKey) {
        this.offsetKey = offsetKey;
    }

    public FeedOptions.Emit getEmit() {
        return emit;
    }

    public void setEmit(FeedOptions.Emit emit) {
        this.emit = emit;
    }

    public FeedOptions.Missing getMissing() {
        return missing;
    }

    public void setMissing(FeedOptions.Missing missing) {
        this.missing = missing;
    }

    public FeedOptions.Initial getInitial() {
        return initial;
    }

    public void setInitial(FeedOptions.Initial initial) {
        this.initial = initial;
    }

    public int getMissingReadings() {
        return missingReadings;
    }

    public void setMissingReadings(int missingReadings) {
        this.missingReadings = missingReadings;
    }

    public int getMaxRemoved() {
        return maxRemoved;
    }

    public void setMaxRemoved(int maxRemoved) {
        this.maxRemoved = maxRemoved;
    }

    public Duration getResync() {
        return resync;
    }

    public void setResync(Duration resync) {
        this.resync = resync;
    }

    public String getAcknowledge() {
        return acknowledge;
    }

    public void setAcknowledge(String acknowledge) {
        this.acknowledge = acknowledge;
    }

    public String getPositionCommit() {
        return positionCommit;
    }

    public void setPositionCommit(String positionCommit) {
        this.positionCommit = positionCommit;
    }

    public TransactedPolicy getTransactedPolicy() {
        return transactedPolicy;
    }

    public void setTransactedPolicy(TransactedPolicy transactedPolicy) {
        this.transactedPolicy = transactedPolicy;
    }

    public String getOnFailure() {
        return onFailure;
    }

    public void setOnFailure(String onFailure) {
        this.onFailure = onFailure;
    }

    public int getMaxRedeliveries() {
        return maxRedeliveries;
    }

    public void setMaxRedeliveries(int maxRedeliveries) {
        this.maxRedeliveries = maxRedeliveries;
    }

    public String getForEach() {
        return forEach;
    }

    public void setForEach(String forEach) {
        this.forEach = forEach;
    }

    public Object getForEachIn() {
        return forEachIn;
    }

    public void setForEachIn(Object forEachIn) {
        this.forEachIn = forEachIn;
    }

    public String getForEachFrom() {
        return forEachFrom;
    }

    public void setForEachFrom(String forEachFrom) {
        this.forEachFrom = forEachFrom;
    }

    public Duration getForEachRefresh() {
        return forEachRefresh;
    }

    public void setForEachRefresh(Duration forEachRefresh) {
        this.forEachRefresh = forEachRefresh;
    }

    public boolean isForEachInBody() {
        return forEachInBody;
    }

    public void setForEachInBody(boolean forEachInBody) {
        this.forEachInBody = forEachInBody;
    }

    public int getForEachConcurrency() {
        return forEachConcurrency;
    }

    public void setForEachConcurrency(int forEachConcurrency) {
        this.forEachConcurrency = forEachConcurrency;
    }

    public String getShare() {
        return share;
    }

    public void setShare(String share) {
        this.share = share;
    }

    public Duration getLeaseDuration() {
        return leaseDuration;
    }

    public void setLeaseDuration(Duration leaseDuration) {
        this.leaseDuration = leaseDuration;
    }

    public Duration getForEachKeep() {
        return forEachKeep;
    }

    public void setForEachKeep(Duration forEachKeep) {
        this.forEachKeep = forEachKeep;
    }

    public Duration getLagAlarm() {
        return lagAlarm;
    }

    public void setLagAlarm(Duration lagAlarm) {
        this.lagAlarm = lagAlarm;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }
}

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

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.FeedDefinition;
import io.github.camelvideo.feed.OnFailure;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One action of an API as a Camel endpoint. Long because it is mostly options; the options' descriptions are the manual.
 */
public abstract class VideoEndpoint extends ScheduledPollEndpoint implements EndpointServiceLocation, AsyncEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(VideoEndpoint.class);

    private static final Duration DEFAULT_DELAY = Duration.ofSeconds(10);
    private static final Duration DEFAULT_SERIES_DELAY = Duration.ofSeconds(60);

    @UriParam(
            label = "consumer",
            defaultValue = "FEED",
            enums = "FEED,RESPONSE",
            description =
                    "What a poll makes of the action: FEED gives each new item once, RESPONSE the whole answer of one call.")
    private FeedMode mode = FeedMode.FEED;

    @UriParam(
            label = "consumer",
            defaultValue = "now",
            description =
                    "Where a feed begins when no position is stored: now, earliest (all the vendor still keeps), an instant (2026-01-31T08:00:00Z), or a duration back from now (P7D, PT2H).")
    private String startFrom = "now";

    @UriParam(
            label = "consumer",
            description =
                    "How far before its position a feed reads again for items that appear late. Not set takes the catalog's value.")
    private Duration lookback;

    @UriParam(
            label = "consumer",
            description = "How far a feed stays behind the present. Not set takes the catalog's value.")
    private Duration gracePeriod;

    @UriParam(
            label = "consumer",
            description =
                    "Longest span of time asked for in one walk over the pages. Not set takes the longest the action allows.")
    private Duration window;

    @UriParam(label = "consumer", description = "Items asked for per page. Not set takes the catalog's value.")
    private Integer pageSize;

    @UriParam(
            label = "consumer",
            description =
                    "Time zone of vendor times that carry none, such as Asia/Shanghai. Not set takes the catalog's value.")
    private String timeZone;

    @UriParam(
            label = "consumer",
            description =
                    "Where the feed's position is kept. Not set keeps it in memory, so that a restart begins at startFrom.")
    private StateRepository<String, String> offsetRepository;

    @UriParam(
            label = "consumer",
            description =
                    "Name of the position in the offsetRepository. Not set derives it from the URI without its secrets.")
    private String offsetKey;

    @UriParam(
            label = "consumer",
            description =
                    "Action that tells the vendor of each delivered item, such as one that resets or deletes it. It must be one the catalog lists for the feed.")
    private String acknowledge;

    @UriParam(
            label = "consumer",
            defaultValue = "REDELIVER",
            enums = "REDELIVER,SKIP",
            description =
                    "What to do with an item whose exchange failed: REDELIVER hands it over again at the next poll, SKIP gives it up.")
    private OnFailure onFailure = OnFailure.REDELIVER;

    @UriParam(
            label = "consumer",
            defaultValue = "-1",
            description = "How often a failed item is handed over again before it is given up. -1 means without end.")
    private int maxRedeliveries = -1;

    @UriParam(
            label = "consumer",
            defaultValue = "0",
            description = "Most items handed over in one poll; the others wait for the next one. 0 means no limit.")
    private int maxMessagesPerPoll;

    @UriParam(
            label = "consumer",
            description =
                    "Parameter of the action to run the consumer for each value of, such as DeviceId: one consumer for many devices. The values are those of forEachIn; each has a position of its own.")
    private String forEach;

    @UriParam(
            label = "consumer",
            description =
                    "The values of forEach: a comma list, file:path of a text file with one value a line (lines that begin with # do not count), or #bean of a java.util.Collection or a java.util.function.Supplier of one. File and bean are read again at each poll.")
    private Object forEachIn;

    @UriParam(
            label = "consumer",
            defaultValue = "false",
            description =
                    "Whether to put the value of forEach into the body too, under the name of the parameter, where the item has no such field. Needs outputType Map or JsonNode. The value is always in a header.")
    private boolean forEachInBody;

    @UriParam(
            label = "consumer",
            defaultValue = "8",
            description = "How many values of forEach are read at once, by a thread each.")
    private int forEachConcurrency = 8;

    @UriParam(
            label = "consumer",
            defaultValue = "7d",
            description =
                    "How long the position of a value that is no longer in forEachIn is kept. Where it comes back later, it begins at startFrom.")
    private Duration forEachKeep = Duration.ofDays(7);

    private final Map<String, Object> uriParameters = new LinkedHashMap<>();
    private EndpointAction action;
    private volatile EndpointClient client;
    private OutputType output;

    protected VideoEndpoint(String uri, VideoComponent component) {
        super(uri, component);
    }

    /** The endpoint's own copy of the options about calls. */
    public abstract VideoConfiguration getConfiguration();

    /** Name of the API in the catalogs. */
    protected abstract String apiId();

    /** Name of the action as the URI spells it. */
    protected abstract String actionName();

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

    /** Checks all that the URI shows. Called once, when all options are set. */
    void resolve(ApiCatalog api) {
        VideoConfiguration configuration = getConfiguration();
        action = EndpointAction.resolve(
                displayName(), api, actionName(), configuration, configuration.getPaging(), uriParameters);
        output = OutputType.of(configuration.getOutputType(), getCamelContext());
        client = getComponent().client().forEndpoint(action, configuration);
    }

    /** Says once that an endpoint builds on something the vendor has given up. */
    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if (action.action().deprecated()) {
            List<String> successors = action.action().replacedBy();
            LOG.warn(
                    "{}: the vendor calls this action obsolete{}",
                    displayName(),
                    successors.isEmpty() ? "" : "; use " + String.join(" or ", successors));
        }
    }

    /** Binds the client anew: a component that was stopped in between has closed the one before. */
    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = getComponent().client().forEndpoint(action, getConfiguration());
    }

    EndpointAction action() {
        return action;
    }

    OutputType output() {
        return output;
    }

    int maxItems() {
        int most = getConfiguration().getMaxItems();
        return most > 0 ? most : Integer.MAX_VALUE;
    }

    HeaderNames headerNames() {
        return getComponent().headerNames();
    }

    EndpointClient client() {
        return client;
    }

    /** Where positions are kept; in memory for this endpoint alone unless the user chose a repository. */
    synchronized StateRepository<String, String> positions() {
        if (offsetRepository == null) {
            offsetRepository = new MemoryStateRepository();
        }
        return offsetRepository;
    }

    /** Starts the repository unless somebody has; then Camel stops it with the context. A bean of properties or YAML nobody starts. */
    void startPositions() throws Exception {
        if (!ServiceHelper.isStarted(positions())) {
            getCamelContext().addService(positions(), true, true);
        }
    }

    /** Calls another action of the same API with the same options. */
    EndpointClient clientFor(String otherAction) {
        VideoConfiguration configuration = getConfiguration();
        String name = displayName() + " acknowledging by " + otherAction;
        return getComponent()
                .client()
                .forEndpoint(
                        EndpointAction.resolve(
                                name, action.api(), otherAction, configuration, PagingMode.ONE, Map.of()),
                        configuration);
    }

    @Override
    public Producer createProducer() {
        return new VideoProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (getDelay() < 0) {
            setDelay(getTimeUnit().convert(defaultDelay()));
        }
        ScheduledPollConsumer consumer =
                mode == FeedMode.RESPONSE ? new ResponseConsumer(this, processor) : feedConsumer(processor);
        configureConsumer(consumer);
        return consumer;
    }

    private ScheduledPollConsumer feedConsumer(Processor processor) {
        FeedConsumer consumer = new FeedConsumer(this, processor);
        consumer.setMaxMessagesPerPoll(maxMessagesPerPoll);
        return consumer;
    }

    private Duration defaultDelay() {
        FeedDefinition feed = action.action().feed();
        if (feed == null || mode == FeedMode.RESPONSE) {
            return DEFAULT_DELAY;
        }
        if (feed.delay() != null) {
            return feed.delay();
        }
        return feed.kind() == FeedDefinition.Kind.SERIES ? DEFAULT_SERIES_DELAY : DEFAULT_DELAY;
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
        if (action.region() != null) {
            metadata.put("region", action.region());
        }
        return metadata;
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

    public String getAcknowledge() {
        return acknowledge;
    }

    public void setAcknowledge(String acknowledge) {
        this.acknowledge = acknowledge;
    }

    public OnFailure getOnFailure() {
        return onFailure;
    }

    public void setOnFailure(OnFailure onFailure) {
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

    public Duration getForEachKeep() {
        return forEachKeep;
    }

    public void setForEachKeep(Duration forEachKeep) {
        this.forEachKeep = forEachKeep;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }
}

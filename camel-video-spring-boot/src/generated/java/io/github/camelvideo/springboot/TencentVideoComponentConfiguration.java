/* Generated from the metadata of tencent-video by PropertiesClasses of the tests: do not edit. CONTRIBUTING.md says how to renew it. */
package io.github.camelvideo.springboot;

import javax.annotation.processing.Generated;
import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The options of the component {@code tencent-video}. A property that is not set leaves the component's default. */
@Generated("io.github.camelvideo.springboot.PropertiesClasses")
@ConfigurationProperties(prefix = "camel.component.tencent-video", ignoreUnknownFields = false)
public class TencentVideoComponentConfiguration extends ComponentConfigurationPropertiesCommon {

    /** Maximum duration of a call, including all attempts and the back-off between them. */
    private java.time.Duration callTimeout;

    /** Catalogs of additional APIs, or newer definitions of the built-in ones: folders and JSON documents, separated by commas, each prefixed with file: or classpath:, such as file:catalogs. A later one overrides an earlier one. Catalogs in jars on the class path that list them for this component are found automatically. */
    private String catalogs;

    /** Address to call instead of the vendor's own, as scheme://host:port, such as a proxy, a private region or the simulator. */
    private String endpointUrl;

    /** Language of the texts in a response, if the action supports it. By default Tencent Cloud decides. */
    private io.github.camelvideo.tencent.protocol.Language language;

    /** Maximum number of retries of a failed call, with exponential back-off. Reads are retried after throttling, server errors and transport errors; actions that change something only if they cannot have been executed. */
    private Integer maxRetries;

    /** Type of the body of a response or an item: Map, JsonNode, String (JSON text), or the name of a class that Jackson populates. */
    private String outputType;

    /** Maximum number of calls per second and action. The default is the documented limit of the action. 0 turns the limiter off. */
    private Integer rateLimit;

    /** Region that calls are sent to. Not needed if the API has only one. */
    private String region;

    /** Strictness of the check of calls against the catalog before they are sent: STRICT rejects what the vendor's documentation does not list, LENIENT accepts unknown actions, parameters and values, OFF checks nothing. */
    private io.github.camelvideo.request.Validation validation;

    /** Allows for bridging the consumer to the Camel routing Error Handler, which mean any exceptions (if possible) occurred while the Camel consumer is trying to pickup incoming messages, or the likes, will now be processed as a message and handled by the routing Error Handler. Important: This is only possible if the 3rd party component allows Camel to be alerted if an exception was thrown. Some components handle this internally only, and therefore bridgeErrorHandler is not possible. In other situations we may improve the Camel component to hook into the 3rd party component and make this possible for future releases. By default the consumer will use the org.apache.camel.spi.ExceptionHandler to deal with exceptions, that will be logged at WARN or ERROR level and ignored. */
    private Boolean bridgeErrorHandler;

    /** Whether the producer should be started lazy (on the first message). By starting lazy you can use this to allow CamelContext and routes to startup in situations where a producer may otherwise fail during starting and cause the route to fail being started. By deferring this startup to be lazy then the startup failure can be handled during routing messages via Camel's routing error handlers. Beware that when the first message is processed then creating and starting the producer may take a little time and prolong the total processing time of the processing. */
    private Boolean lazyStartProducer;

    /** Maximum number of items collected with paging=ALL or paging=STREAM. Further items are left out. 0 means no limit. */
    private Integer maxItems;

    /** Handling of an action that responds in pages: ONE makes the call as given, ALL collects the items of all pages in a list, STREAM returns an iterator that reads pages as they are needed. */
    private io.github.camelvideo.paging.PagingMode paging;

    /** Sources of the parameters of a call: ALL reads the URI, the body and the parameters header, HEADER ignores the body, URI ignores the body and the header. */
    private io.github.camelvideo.request.ParametersFrom parametersFrom;

    /** Whether autowiring is enabled. This is used for automatic autowiring options (the option must be marked as autowired) by looking up in the registry to find if there is a single instance of matching type, which then gets configured on the component. This can be used for automatic configuring JDBC data sources, JMS connection factories, AWS Clients, etc. */
    private Boolean autowiredEnabled;

    /** Clock for time stamps and feeds, for use in tests. The default is the system clock. */
    private java.time.Clock clock;

    /** Defaults for all endpoints. */
    private io.github.camelvideo.tencent.TencentVideoConfiguration configuration;

    /** Maximum time to establish a connection. */
    private java.time.Duration connectTimeout;

    /** HTTP method of calls. GET is limited to 32 KB of parameters. */
    private io.github.camelvideo.tencent.protocol.HttpMethod httpMethod;

    /** Maximum size of a response in bytes, after decompression. A larger response fails the call. File downloads are not limited. */
    private Integer maxAnswerSize;

    /** Maximum number of concurrent calls to one host. Further calls wait. */
    private Integer maxConcurrentCalls;

    /** HTTP client whose connections, proxy and TLS settings are used. The component never closes it. */
    private okhttp3.OkHttpClient okHttpClient;

    /** Maximum time without data while a response is read. */
    private java.time.Duration readTimeout;

    /** Signature method of calls: TC3_HMAC_SHA256 (API 3.0 signature v3), or HMAC_SHA256 or HMAC_SHA1 (signature v1). */
    private io.github.camelvideo.tencent.protocol.SignMethod signMethod;

    /** Whether requests and responses are logged at INFO, for support tickets. Keys, signatures, secret values and values that no catalog describes are masked. */
    private Boolean wireLog;

    /** Used for enabling or disabling all consumer based health checks from this component */
    private Boolean healthCheckConsumerEnabled;

    /** Used for enabling or disabling all producer based health checks from this component. Notice: Camel has by default disabled all producer based health-checks. You can turn on producer checks globally by setting camel.health.producersEnabled=true. */
    private Boolean healthCheckProducerEnabled;

    /** Host of an HTTP proxy. */
    private String proxyHost;

    /** Password for the HTTP proxy. */
    private String proxyPassword;

    /** Port of the HTTP proxy. */
    private Integer proxyPort;

    /** User name for the HTTP proxy. */
    private String proxyUser;

    /** Whether unencrypted calls to an endpointUrl on another machine are allowed. */
    private Boolean allowHttp;

    /** API key of the live account, which signs the calls of the API live-v2017. Not used by others. */
    private String apiKey;

    /** APPID of the live account. Required by the API live-v2017 and not used by others. */
    private String appId;

    /** Source of credentials that can change while routes run. Used if no key is set on the component or the endpoint. */
    private io.github.camelvideo.credentials.CredentialsProvider credentialsProvider;

    /** Name of the profile in the credentials files of the vendor's tools. Used if neither a key nor a credentialsProvider is set. By default the environment is searched before the default profile. */
    private String profile;

    /** SecretId of the key that signs calls. */
    private String secretId;

    /** SecretKey of the key that signs calls. */
    private String secretKey;

    /** Token of a temporary key. Not needed for a long-term key. */
    private String sessionToken;

    /** TLS settings, such as a trust store. */
    private org.apache.camel.support.jsse.SSLContextParameters sslContextParameters;

    public java.time.Duration getCallTimeout() {
        return callTimeout;
    }

    public void setCallTimeout(java.time.Duration callTimeout) {
        this.callTimeout = callTimeout;
    }

    public String getCatalogs() {
        return catalogs;
    }

    public void setCatalogs(String catalogs) {
        this.catalogs = catalogs;
    }

    public String getEndpointUrl() {
        return endpointUrl;
    }

    public void setEndpointUrl(String endpointUrl) {
        this.endpointUrl = endpointUrl;
    }

    public io.github.camelvideo.tencent.protocol.Language getLanguage() {
        return language;
    }

    public void setLanguage(io.github.camelvideo.tencent.protocol.Language language) {
        this.language = language;
    }

    public Integer getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(Integer maxRetries) {
        this.maxRetries = maxRetries;
    }

    public String getOutputType() {
        return outputType;
    }

    public void setOutputType(String outputType) {
        this.outputType = outputType;
    }

    public Integer getRateLimit() {
        return rateLimit;
    }

    public void setRateLimit(Integer rateLimit) {
        this.rateLimit = rateLimit;
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    public io.github.camelvideo.request.Validation getValidation() {
        return validation;
    }

    public void setValidation(io.github.camelvideo.request.Validation validation) {
        this.validation = validation;
    }

    public Boolean getBridgeErrorHandler() {
        return bridgeErrorHandler;
    }

    public void setBridgeErrorHandler(Boolean bridgeErrorHandler) {
        this.bridgeErrorHandler = bridgeErrorHandler;
    }

    public Boolean getLazyStartProducer() {
        return lazyStartProducer;
    }

    public void setLazyStartProducer(Boolean lazyStartProducer) {
        this.lazyStartProducer = lazyStartProducer;
    }

    public Integer getMaxItems() {
        return maxItems;
    }

    public void setMaxItems(Integer maxItems) {
        this.maxItems = maxItems;
    }

    public io.github.camelvideo.paging.PagingMode getPaging() {
        return paging;
    }

    public void setPaging(io.github.camelvideo.paging.PagingMode paging) {
        this.paging = paging;
    }

    public io.github.camelvideo.request.ParametersFrom getParametersFrom() {
        return parametersFrom;
    }

    public void setParametersFrom(io.github.camelvideo.request.ParametersFrom parametersFrom) {
        this.parametersFrom = parametersFrom;
    }

    public Boolean getAutowiredEnabled() {
        return autowiredEnabled;
    }

    public void setAutowiredEnabled(Boolean autowiredEnabled) {
        this.autowiredEnabled = autowiredEnabled;
    }

    public java.time.Clock getClock() {
        return clock;
    }

    public void setClock(java.time.Clock clock) {
        this.clock = clock;
    }

    public io.github.camelvideo.tencent.TencentVideoConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(io.github.camelvideo.tencent.TencentVideoConfiguration configuration) {
        this.configuration = configuration;
    }

    public java.time.Duration getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(java.time.Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public io.github.camelvideo.tencent.protocol.HttpMethod getHttpMethod() {
        return httpMethod;
    }

    public void setHttpMethod(io.github.camelvideo.tencent.protocol.HttpMethod httpMethod) {
        this.httpMethod = httpMethod;
    }

    public Integer getMaxAnswerSize() {
        return maxAnswerSize;
    }

    public void setMaxAnswerSize(Integer maxAnswerSize) {
        this.maxAnswerSize = maxAnswerSize;
    }

    public Integer getMaxConcurrentCalls() {
        return maxConcurrentCalls;
    }

    public void setMaxConcurrentCalls(Integer maxConcurrentCalls) {
        this.maxConcurrentCalls = maxConcurrentCalls;
    }

    public okhttp3.OkHttpClient getOkHttpClient() {
        return okHttpClient;
    }

    public void setOkHttpClient(okhttp3.OkHttpClient okHttpClient) {
        this.okHttpClient = okHttpClient;
    }

    public java.time.Duration getReadTimeout() {
        return readTimeout;
    }

    public void setReadTimeout(java.time.Duration readTimeout) {
        this.readTimeout = readTimeout;
    }

    public io.github.camelvideo.tencent.protocol.SignMethod getSignMethod() {
        return signMethod;
    }

    public void setSignMethod(io.github.camelvideo.tencent.protocol.SignMethod signMethod) {
        this.signMethod = signMethod;
    }

    public Boolean getWireLog() {
        return wireLog;
    }

    public void setWireLog(Boolean wireLog) {
        this.wireLog = wireLog;
    }

    public Boolean getHealthCheckConsumerEnabled() {
        return healthCheckConsumerEnabled;
    }

    public void setHealthCheckConsumerEnabled(Boolean healthCheckConsumerEnabled) {
        this.healthCheckConsumerEnabled = healthCheckConsumerEnabled;
    }

    public Boolean getHealthCheckProducerEnabled() {
        return healthCheckProducerEnabled;
    }

    public void setHealthCheckProducerEnabled(Boolean healthCheckProducerEnabled) {
        this.healthCheckProducerEnabled = healthCheckProducerEnabled;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public String getProxyPassword() {
        return proxyPassword;
    }

    public void setProxyPassword(String proxyPassword) {
        this.proxyPassword = proxyPassword;
    }

    public Integer getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    public String getProxyUser() {
        return proxyUser;
    }

    public void setProxyUser(String proxyUser) {
        this.proxyUser = proxyUser;
    }

    public Boolean getAllowHttp() {
        return allowHttp;
    }

    public void setAllowHttp(Boolean allowHttp) {
        this.allowHttp = allowHttp;
    }

    public String getApiKey() {
        return apiKey;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getAppId() {
        return appId;
    }

    public void setAppId(String appId) {
        this.appId = appId;
    }

    public io.github.camelvideo.credentials.CredentialsProvider getCredentialsProvider() {
        return credentialsProvider;
    }

    public void setCredentialsProvider(io.github.camelvideo.credentials.CredentialsProvider credentialsProvider) {
        this.credentialsProvider = credentialsProvider;
    }

    public String getProfile() {
        return profile;
    }

    public void setProfile(String profile) {
        this.profile = profile;
    }

    public String getSecretId() {
        return secretId;
    }

    public void setSecretId(String secretId) {
        this.secretId = secretId;
    }

    public String getSecretKey() {
        return secretKey;
    }

    public void setSecretKey(String secretKey) {
        this.secretKey = secretKey;
    }

    public String getSessionToken() {
        return sessionToken;
    }

    public void setSessionToken(String sessionToken) {
        this.sessionToken = sessionToken;
    }

    public org.apache.camel.support.jsse.SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(org.apache.camel.support.jsse.SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }
}

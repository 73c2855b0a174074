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

import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.paging.PagingMode;
import io.github.camelvideo.request.ParametersFrom;
import io.github.camelvideo.request.Validation;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * What every vendor's component and endpoint can be told about calls. The component holds the defaults, each endpoint a copy of its
 * own. Long because it is one option after the other; the options' descriptions are the manual.
 */
@UriParams
public abstract class VideoConfiguration implements Cloneable {

    @UriParam(label = "common", description = "Region that calls are sent to. Not needed if the API has only one.")
    private String region;

    @UriParam(
            label = "common",
            description =
                    "Address to call instead of the vendor's own, as scheme://host:port, such as a proxy, a private region or the simulator.")
    private String endpointUrl;

    @UriParam(
            label = "security",
            defaultValue = "false",
            description = "Whether unencrypted calls to an endpointUrl on another machine are allowed.")
    private Boolean allowHttp;

    @UriParam(
            label = "security",
            description =
                    "Source of credentials that can change while routes run. Used if no key is set on the component or the endpoint.")
    private CredentialsProvider credentialsProvider;

    @UriParam(
            label = "security",
            description =
                    "Name of the profile in the credentials files of the vendor's tools. Used if neither a key nor a credentialsProvider is set. By default the environment is searched before the default profile.")
    private String profile;

    @UriParam(
            label = "common",
            defaultValue = "STRICT",
            description =
                    "Strictness of the check of calls against the catalog before they are sent: STRICT rejects what the vendor's documentation does not list, LENIENT accepts unknown actions, parameters and values, OFF checks nothing.",
            enums = "STRICT,LENIENT,OFF")
    private Validation validation = Validation.STRICT;

    @UriParam(
            label = "common",
            defaultValue = "Map",
            description =
                    "Type of the body of a response or an item: Map, JsonNode, String (JSON text), or the name of a class that Jackson populates.")
    private String outputType = "Map";

    @UriParam(
            label = "producer",
            defaultValue = "ALL",
            description =
                    "Sources of the parameters of a call: ALL reads the URI, the body and the parameters header, HEADER ignores the body, URI ignores the body and the header.",
            enums = "ALL,HEADER,URI")
    private ParametersFrom parametersFrom = ParametersFrom.ALL;

    @UriParam(
            label = "producer",
            defaultValue = "ONE",
            description =
                    "Handling of an action that responds in pages: ONE makes the call as given, ALL collects the items of all pages in a list, STREAM returns an iterator that reads pages as they are needed.",
            enums = "ONE,ALL,STREAM")
    private PagingMode paging = PagingMode.ONE;

    @UriParam(
            label = "producer",
            defaultValue = "100000",
            description =
                    "Maximum number of items collected with paging=ALL or paging=STREAM. Further items are left out. 0 means no limit.")
    private int maxItems = 100000;

    @UriParam(
            label = "common",
            defaultValue = "3",
            description =
                    "Maximum number of retries of a failed call, with exponential back-off. Reads are retried after throttling, server errors and transport errors; actions that change something only if they cannot have been executed.")
    private int maxRetries = 3;

    @UriParam(
            label = "common",
            defaultValue = "60s",
            description = "Maximum duration of a call, including all attempts and the back-off between them.")
    private Duration callTimeout = Duration.ofSeconds(60);

    @UriParam(
            label = "common",
            description =
                    "Maximum number of calls per second and action. The default is the documented limit of the action. 0 turns the limiter off.")
    private Integer rateLimit;

    @UriParam(
            label = "advanced",
            defaultValue = "64",
            description = "Maximum number of concurrent calls to one host. Further calls wait.")
    private int maxConcurrentCalls = 64;

    @UriParam(label = "advanced", defaultValue = "10s", description = "Maximum time to establish a connection.")
    private Duration connectTimeout = Duration.ofSeconds(10);

    @UriParam(
            label = "advanced",
            defaultValue = "30s",
            description = "Maximum time without data while a response is read.")
    private Duration readTimeout = Duration.ofSeconds(30);

    @UriParam(
            label = "advanced",
            defaultValue = "16777216",
            description =
                    "Maximum size of a response in bytes, after decompression. A larger response fails the call. File downloads are not limited.")
    private int maxAnswerSize = 16 * 1024 * 1024;

    @UriParam(
            label = "advanced",
            defaultValue = "false",
            description =
                    "Whether requests and responses are logged at INFO, for support tickets. Keys, signatures, secret values and values that no catalog describes are masked.")
    private boolean wireLog;

    @UriParam(label = "proxy", description = "Host of an HTTP proxy.")
    private String proxyHost;

    @UriParam(label = "proxy", defaultValue = "0", description = "Port of the HTTP proxy.")
    private int proxyPort;

    @UriParam(label = "proxy", description = "User name for the HTTP proxy.")
    private String proxyUser;

    @UriParam(label = "proxy", description = "Password for the HTTP proxy.", secret = true)
    private String proxyPassword;

    @UriParam(label = "security", description = "TLS settings, such as a trust store.")
    private SSLContextParameters sslContextParameters;

    @UriParam(
            label = "advanced",
            description =
                    "HTTP client whose connections, proxy and TLS settings are used. The component never closes it.")
    private OkHttpClient okHttpClient;

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    public String getEndpointUrl() {
        return endpointUrl;
    }

    public void setEndpointUrl(String endpointUrl) {
        this.endpointUrl = endpointUrl;
    }

    /** Null where no option decides: the environment may, and then the default. */
    public Boolean getAllowHttp() {
        return allowHttp;
    }

    public void setAllowHttp(Boolean allowHttp) {
        this.allowHttp = allowHttp;
    }

    public CredentialsProvider getCredentialsProvider() {
        return credentialsProvider;
    }

    public void setCredentialsProvider(CredentialsProvider credentialsProvider) {
        this.credentialsProvider = credentialsProvider;
    }

    public String getProfile() {
        return profile;
    }

    public void setProfile(String profile) {
        this.profile = profile;
    }

    public Validation getValidation() {
        return validation;
    }

    public void setValidation(Validation validation) {
        this.validation = validation;
    }

    public String getOutputType() {
        return outputType;
    }

    public void setOutputType(String outputType) {
        this.outputType = outputType;
    }

    public ParametersFrom getParametersFrom() {
        return parametersFrom;
    }

    public void setParametersFrom(ParametersFrom parametersFrom) {
        this.parametersFrom = parametersFrom;
    }

    public PagingMode getPaging() {
        return paging;
    }

    public void setPaging(PagingMode paging) {
        this.paging = paging;
    }

    public int getMaxItems() {
        return maxItems;
    }

    public void setMaxItems(int maxItems) {
        this.maxItems = maxItems;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public Duration getCallTimeout() {
        return callTimeout;
    }

    public void setCallTimeout(Duration callTimeout) {
        this.callTimeout = callTimeout;
    }

    public Integer getRateLimit() {
        return rateLimit;
    }

    public void setRateLimit(Integer rateLimit) {
        this.rateLimit = rateLimit;
    }

    public int getMaxConcurrentCalls() {
        return maxConcurrentCalls;
    }

    public void setMaxConcurrentCalls(int maxConcurrentCalls) {
        this.maxConcurrentCalls = maxConcurrentCalls;
    }

    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Duration getReadTimeout() {
        return readTimeout;
    }

    public void setReadTimeout(Duration readTimeout) {
        this.readTimeout = readTimeout;
    }

    public int getMaxAnswerSize() {
        return maxAnswerSize;
    }

    public void setMaxAnswerSize(int maxAnswerSize) {
        this.maxAnswerSize = maxAnswerSize;
    }

    public boolean isWireLog() {
        return wireLog;
    }

    public void setWireLog(boolean wireLog) {
        this.wireLog = wireLog;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public int getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(int proxyPort) {
        this.proxyPort = proxyPort;
    }

    public String getProxyUser() {
        return proxyUser;
    }

    public void setProxyUser(String proxyUser) {
        this.proxyUser = proxyUser;
    }

    public String getProxyPassword() {
        return proxyPassword;
    }

    public void setProxyPassword(String proxyPassword) {
        this.proxyPassword = proxyPassword;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public OkHttpClient getOkHttpClient() {
        return okHttpClient;
    }

    public void setOkHttpClient(OkHttpClient okHttpClient) {
        this.okHttpClient = okHttpClient;
    }

    /** An independent copy. */
    public VideoConfiguration copy() {
        try {
            return (VideoConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }
}

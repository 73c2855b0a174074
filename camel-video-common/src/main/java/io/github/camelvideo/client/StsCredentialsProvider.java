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
package io.github.camelvideo.client;

import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.request.InvalidRequestException;
import java.time.Clock;
import java.time.Duration;

/**
 * A temporary key of a role from a vendor's security token service (STS): what the vendors have in common. Set up once, before the
 * first use; {@link #credentials()} may then be called by any thread and makes a call each time, on that thread.
 */
public abstract class StsCredentialsProvider implements CredentialsProvider {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private String roleArn;
    private String roleSessionName = "camel-video";
    private int durationSeconds;
    private String endpointUrl;
    private Duration timeout = TIMEOUT;
    private String proxyHost;
    private int proxyPort;
    private Clock clock = Clock.systemUTC();

    /**
     * @param durationSeconds how long keys are valid if the user does not say, in seconds
     * @param endpointUrl the vendor's address
     */
    protected StsCredentialsProvider(int durationSeconds, String endpointUrl) {
        this.durationSeconds = durationSeconds;
        this.endpointUrl = endpointUrl;
    }

    protected CredentialsClient client() {
        TransportSettings.Proxy proxy = proxyHost == null ? null : new TransportSettings.Proxy(proxyHost, proxyPort);
        return CredentialsClient.of(timeout, proxy);
    }

    /** @throws InvalidRequestException when the address cannot be used */
    protected BaseUrl target() {
        return BaseUrl.of(endpointUrl, false);
    }

    /**
     * A property that must be set.
     *
     * @throws InvalidRequestException when it is not
     */
    protected String required(String property, String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidRequestException(getClass().getSimpleName() + ": " + property + " is not set. Set it.");
        }
        return value;
    }

    public String getRoleArn() {
        return roleArn;
    }

    /** Resource name of the role, as the vendor's console shows it. Required. */
    public void setRoleArn(String roleArn) {
        this.roleArn = roleArn;
    }

    public String getRoleSessionName() {
        return roleSessionName;
    }

    /** Name that the vendor's audit log shows for the calls; {@code camel-video} by default. */
    public void setRoleSessionName(String roleSessionName) {
        this.roleSessionName = roleSessionName;
    }

    public int getDurationSeconds() {
        return durationSeconds;
    }

    /** How long keys are valid, in seconds. The role limits it. */
    public void setDurationSeconds(int durationSeconds) {
        if (durationSeconds < 1) {
            throw new IllegalArgumentException("durationSeconds=" + durationSeconds + ": must be at least 1.");
        }
        this.durationSeconds = durationSeconds;
    }

    public String getEndpointUrl() {
        return endpointUrl;
    }

    /** Address of the service as scheme://host[:port]; by default the vendor's public one. */
    public void setEndpointUrl(String endpointUrl) {
        this.endpointUrl = endpointUrl;
    }

    public Duration getTimeout() {
        return timeout;
    }

    /** Time for one request with its response; 10 s by default. */
    public void setTimeout(Duration timeout) {
        this.timeout = timeout;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    /** Host of an HTTP proxy; by default the one of the system properties, if any. */
    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public int getProxyPort() {
        return proxyPort;
    }

    /** Port of the HTTP proxy. */
    public void setProxyPort(int proxyPort) {
        this.proxyPort = proxyPort;
    }

    public Clock getClock() {
        return clock;
    }

    /** Clock for the time stamps of signed requests, for use in tests. */
    public void setClock(Clock clock) {
        this.clock = clock;
    }
}

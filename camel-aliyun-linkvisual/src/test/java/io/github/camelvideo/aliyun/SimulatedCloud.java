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
package io.github.camelvideo.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A Camel context whose {@code aliyun-linkvisual} calls a simulator of its own, both by a clock that the test moves. */
public abstract class SimulatedCloud extends CamelTestSupport {

    protected static final String SCHEME = "aliyun-linkvisual:";

    protected static final SimulatorClock CLOCK = SimulatorClock.at("2026-06-01T00:00:00Z");

    protected static final ApiCatalog API =
            Catalogs.ofClassPath("aliyun-linkvisual").get("linkvisual");

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(
            VideoCloudSimulator.builder().clock(CLOCK).rateLimits(false));

    protected static VideoCloudSimulator cloud() {
        return CLOUD.simulator();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        AliyunLinkVisualComponent component = new AliyunLinkVisualComponent();
        component.setClock(CLOCK);
        AliyunLinkVisualConfiguration configuration = component.getConfiguration();
        configuration.setAccessKeyId(VideoCloudSimulator.SECRET_ID);
        configuration.setAccessKeySecret(VideoCloudSimulator.SECRET_KEY);
        configuration.setEndpointUrl(cloud().url());
        configuration.setCallTimeout(Duration.ofSeconds(20));
        configuration.setRateLimit(0);
        context.addComponent("aliyun-linkvisual", component);
        return context;
    }

    protected AliyunLinkVisualComponent component() {
        return context.getComponent("aliyun-linkvisual", AliyunLinkVisualComponent.class);
    }

    /** The exchange after a call. */
    protected Exchange call(String actionAndOptions, Object body) {
        return template.send(
                SCHEME + actionAndOptions, exchange -> exchange.getIn().setBody(body));
    }

    /** The body after a call that must succeed. */
    protected Object answer(String actionAndOptions, Object body) {
        Exchange exchange = call(actionAndOptions, body);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody();
    }

    /** How a call fails. */
    protected <T extends Throwable> T failure(Class<T> type, String actionAndOptions, Object body) {
        Exception failure = call(actionAndOptions, body).getException();
        assertThat(failure).isInstanceOf(type);
        return type.cast(failure);
    }

    /** Why Camel cannot make an endpoint. */
    protected Throwable refusal(String uri) {
        Throwable cause = catchThrowable(() -> context.getEndpoint(uri));
        assertThat(cause).as("failure of " + uri).isNotNull();
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The parameters the cloud got last. */
    protected JsonNode received() {
        return cloud().requests().last().parameters();
    }
}

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
package io.github.camelvideo.tencent.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.request.Validation;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.tencent.TencentVideoComponent;
import io.github.camelvideo.tencent.TencentVideoConfiguration;
import io.github.camelvideo.tencent.protocol.HttpMethod;
import io.github.camelvideo.tencent.protocol.Language;
import io.github.camelvideo.tencent.protocol.SignMethod;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The component set up by properties alone, as applications do. */
class MainPropertiesIT {

    private static final String PREFIX = "camel.component.tencent-video.";

    private final SimulatorClock clock = SimulatorClock.at("2026-06-01T00:00:00Z");
    private final VideoCloudSimulator cloud =
            VideoCloudSimulator.builder().clock(clock).start();
    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
        cloud.close();
    }

    @Test
    void propertiesSetTheComponentUp() throws Exception {
        set("secret-id", VideoCloudSimulator.SECRET_ID);
        set("secret-key", VideoCloudSimulator.SECRET_KEY);
        set("endpoint-url", cloud.url());
        set("clock", "#bean:cloudClock");
        set("region", "ap-guangzhou");
        set("sign-method", "HMAC-SHA256");
        set("http-method", "get");
        set("language", "EN_US");
        set("validation", "lenient");
        set("output-type", "String");
        set("max-retries", "1");
        set("call-timeout", "20s");
        set("read-timeout", "PT5S");
        set("rate-limit", "7");
        set("max-concurrent-calls", "3");
        main.bind("cloudClock", clock);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:mod").to("tencent-video:iotvideoindustry/DescribeWarnMod");
            }
        });

        main.start();
        Object answer = main.getCamelContext().createProducerTemplate().requestBody("direct:mod", (Object) null);

        assertThat(answer).isInstanceOf(String.class);
        assertThat(cloud.requests().last().method()).isEqualTo("GET");
        TencentVideoConfiguration configuration = main.getCamelContext()
                .getComponent("tencent-video", TencentVideoComponent.class)
                .getConfiguration();
        assertThat(configuration.getSignMethod()).isEqualTo(SignMethod.HMAC_SHA256);
        assertThat(configuration.getHttpMethod()).isEqualTo(HttpMethod.GET);
        assertThat(configuration.getLanguage()).isEqualTo(Language.EN_US);
        assertThat(configuration.getValidation()).isEqualTo(Validation.LENIENT);
        assertThat(configuration.getRegion()).isEqualTo("ap-guangzhou");
        assertThat(configuration.getMaxRetries()).isEqualTo(1);
        assertThat(configuration.getCallTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(configuration.getReadTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(configuration.getRateLimit()).isEqualTo(7);
        assertThat(configuration.getMaxConcurrentCalls()).isEqualTo(3);
    }

    @Test
    void anUnknownPropertyStopsTheStart() {
        set("secret-ident", "x");

        assertThatThrownBy(main::start).hasStackTraceContaining("camel.component.tencent-video.secretIdent");
    }

    @Test
    void aProviderIsABeanByName() throws Exception {
        set("credentials-provider", "#bean:mine");
        set("endpoint-url", cloud.url());
        set("clock", "#bean:cloudClock");
        main.bind("cloudClock", clock);
        main.bind("mine", (CredentialsProvider)
                () -> new Credentials(VideoCloudSimulator.SECRET_ID, VideoCloudSimulator.SECRET_KEY));

        main.start();
        Object answer = main.getCamelContext()
                .createProducerTemplate()
                .requestBody("tencent-video:iotvideoindustry/DescribeWarnMod", (Object) null);

        assertThat(answer).isInstanceOf(Map.class);
    }

    private void set(String name, String value) {
        main.addInitialProperty(PREFIX + name, value);
    }
}

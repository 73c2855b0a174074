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

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import io.github.camelvideo.tencent.TencentVideoComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** A component set up by environment variables, and what it logs of it. */
class FirstUseIT extends CamelTestSupport {

    private static final String ANY = "tencent-video:iotvideoindustry/DescribeWarnMod";

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD =
            new VideoCloudSimulatorExtension(VideoCloudSimulator.builder().rateLimits(false));

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.camelvideo.FirstUse");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private ComponentWithEnvironment component;

    /** As the component, but for where it reads its environment. */
    @Component("tencent-video")
    private static final class ComponentWithEnvironment extends TencentVideoComponent {

        private final Map<String, String> environment;

        ComponentWithEnvironment(Map<String, String> environment) {
            this.environment = new HashMap<>(environment);
        }

        @Override
        protected String environmentVariable(String name) {
            return environment.get(name);
        }
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        component = new ComponentWithEnvironment(
                Map.of("TENCENT_VIDEO_ENDPOINT_URL", CLOUD.simulator().url(), "TENCENT_VIDEO_REGION", "ap-guangzhou"));
        CredentialsProvider provider =
                () -> new Credentials(VideoCloudSimulator.SECRET_ID, VideoCloudSimulator.SECRET_KEY);
        component.getConfiguration().setCredentialsProvider(provider);
        CamelContext context = super.createCamelContext();
        context.addComponent("tencent-video", component);
        return context;
    }

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void oneLineTellsAddressRegionAndSourceOfTheKey() {
        call("iotvideoindustry/DescribeWarnMod");
        call("iss/ListOrganizations");

        assertThat(lines())
                .singleElement()
                .asString()
                .startsWith("tencent-video: the first call goes to "
                        + CLOUD.simulator().url() + ", region ap-guangzhou, with the key from credentialsProvider ")
                .doesNotContain(VideoCloudSimulator.SECRET_ID, VideoCloudSimulator.SECRET_KEY);
    }

    @Test
    void optionsWinOverTheEnvironment() {
        component.getConfiguration().setSecretId(VideoCloudSimulator.SECRET_ID);
        component.getConfiguration().setSecretKey(VideoCloudSimulator.SECRET_KEY);
        component
                .getConfiguration()
                .setEndpointUrl("http://localhost:" + CLOUD.simulator().port());
        component.getConfiguration().setMaxRetries(0);

        call("iotvideoindustry/DescribeWarnMod");

        assertThat(lines()).singleElement().asString().contains("http://localhost:", "with the key from options");
    }

    @Test
    void theEnvironmentHasTheKeyOfTheObsoleteApi() {
        component.environment.put("TENCENT_VIDEO_APP_ID", VideoCloudSimulator.APP_ID);
        component.environment.put("TENCENT_VIDEO_API_KEY", VideoCloudSimulator.API_KEY);

        Exchange called = call("live-v2017/LiveChannelGetLiveChannelList");

        assertThat(called.getException()).isNull();
        assertThat(lines())
                .singleElement()
                .asString()
                .contains("with the key from environment variable TENCENT_VIDEO_APP_ID");
    }

    @Test
    void aKeyOfOptionsIsNotCompletedByTheEnvironment() {
        component.environment.put("TENCENT_VIDEO_API_KEY", VideoCloudSimulator.API_KEY);
        component.getConfiguration().setAppId(VideoCloudSimulator.APP_ID);

        assertThatThrownBy(() -> context.getEndpoint("tencent-video:live-v2017/LiveChannelGetLiveChannelList"))
                .hasStackTraceContaining(
                        "apiKey is missing. Set both, or the environment variables TENCENT_VIDEO_APP_ID and"
                                + " TENCENT_VIDEO_API_KEY;");
    }

    @Test
    void theEnvironmentAllowsPlainHttpUnlessAnOptionDoesNot() {
        component.environment.put("TENCENT_VIDEO_ENDPOINT_URL", "http://video.example.com");
        assertThatThrownBy(() -> context.getEndpoint(ANY)).hasStackTraceContaining("allowed to this machine only");

        component.environment.put("TENCENT_VIDEO_ALLOW_HTTP", "true");
        assertThat(context.getEndpoint(ANY)).isNotNull();
        assertThatThrownBy(() -> context.getEndpoint(ANY + "?allowHttp=false"))
                .hasStackTraceContaining("allowed to this machine only");

        component.getConfiguration().setAllowHttp(false);
        assertThatThrownBy(() -> context.getEndpoint(ANY + "?maxRetries=0"))
                .hasStackTraceContaining("allowed to this machine only");
        assertThat(context.getEndpoint(ANY + "?allowHttp=true")).isNotNull();
    }

    @Test
    void aVariableThatIsNeitherTrueNorFalseIsRefused() {
        component.environment.put("TENCENT_VIDEO_ALLOW_HTTP", "yes");

        assertThatThrownBy(() -> context.getEndpoint(ANY))
                .hasRootCauseMessage("Environment variable TENCENT_VIDEO_ALLOW_HTTP: 'yes' is neither true nor false.");
    }

    private Exchange call(String action) {
        return template.send("tencent-video:" + action, exchange -> {});
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}

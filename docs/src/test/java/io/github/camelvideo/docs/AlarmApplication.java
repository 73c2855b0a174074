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
package io.github.camelvideo.docs;

import static org.awaitility.Awaitility.await;

import io.github.camelvideo.simulator.VideoCloudSimulator;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockComponent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.support.ScheduledPollEndpoint;

/**
 * A Camel application with the documents' snippets: connected to the simulator instead of the cloud, and to mocks instead of a message
 * broker. Everything else is as the snippets say.
 */
final class AlarmApplication implements AutoCloseable {

    /** The key that the documents' properties show. */
    static final String SECRET_ID = "AKIDEXAMPLE";

    static final String SECRET_KEY = "EXAMPLEKEY";

    private static final String COMPONENT = "camel.component.tencent-video.";
    private static final String LINK_VISUAL = "camel.component.aliyun-linkvisual.";

    private final Main main = new Main();

    AlarmApplication(VideoCloudSimulator cloud) {
        main.addOverrideProperty(COMPONENT + "endpoint-url", cloud.url());
        main.addOverrideProperty(LINK_VISUAL + "endpoint-url", cloud.url());
        main.addOverrideProperty("camel.main.shutdown-timeout", "5");
        main.bind("jms", new MockComponent());
    }

    /** With the default account of a simulator, where no snippet sets another one. */
    AlarmApplication withKey() {
        return property(COMPONENT + "secret-id", VideoCloudSimulator.SECRET_ID)
                .property(COMPONENT + "secret-key", VideoCloudSimulator.SECRET_KEY)
                .property(LINK_VISUAL + "access-key-id", VideoCloudSimulator.SECRET_ID)
                .property(LINK_VISUAL + "access-key-secret", VideoCloudSimulator.SECRET_KEY);
    }

    AlarmApplication property(String name, String value) {
        main.addOverrideProperty(name, value);
        return this;
    }

    /** Properties out of a snippet. */
    AlarmApplication properties(String resource) {
        main.setPropertyPlaceholderLocations("classpath:snippets/" + resource);
        return this;
    }

    /** Routes and beans out of a snippet in YAML or XML. */
    AlarmApplication routes(String resource) {
        main.configure().setRoutesIncludePattern("classpath:snippets/" + resource);
        return this;
    }

    AlarmApplication routes(org.apache.camel.builder.RouteBuilder builder) {
        main.configure().addRoutesBuilder(builder);
        return this;
    }

    AlarmApplication bind(String name, Object bean) {
        main.bind(name, bean);
        return this;
    }

    /** Polls at once and then often, whatever the snippets say. */
    AlarmApplication pollingOften() {
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport configured) {
                configured.getCamelContext().getCamelContextExtension().registerEndpointCallback((uri, endpoint) -> {
                    if (endpoint instanceof ScheduledPollEndpoint feed) {
                        feed.setInitialDelay(0);
                        feed.setDelay(100);
                    }
                    return endpoint;
                });
            }
        });
        return this;
    }

    AlarmApplication start() {
        main.start();
        return this;
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    MockEndpoint mock(String uri) {
        return context().getEndpoint(uri, MockEndpoint.class);
    }

    /** Waits until no message is on its way: Camel would look again only after a second. */
    void settle() {
        await().until(() -> context().getInflightRepository().size() == 0);
    }

    @Override
    public void close() {
        settle();
        main.stop();
    }
}

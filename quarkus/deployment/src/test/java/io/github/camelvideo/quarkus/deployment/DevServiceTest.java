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
package io.github.camelvideo.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.Unremovable;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application without a key is tested against a simulated cloud, with a call to each component and a feed. */
class DevServiceTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION =
            new QuarkusUnitTest().withApplicationRoot(archive -> archive.addClasses(AlarmRoutes.class, Meters.class));

    @Inject
    CamelContext context;

    @Inject
    ProducerTemplate template;

    @Inject
    MeterRegistry meters;

    /** The registry of an application. */
    @Singleton
    public static class Meters {

        @Produces
        @Singleton
        @Unremovable
        MeterRegistry registry() {
            return new SimpleMeterRegistry();
        }
    }

    @ConfigProperty(name = "camel.component.tencent-video.endpoint-url")
    String cloud;

    @Test
    void bothComponentsCallIt() {
        assertThat((Map<?, ?>) template.requestBody("tencent-video:live/DescribeLiveDomains", (Object) null))
                .isNotEmpty();
        assertThat((Map<?, ?>)
                        template.requestBody("tencent-video:live-v2/DescribeLVBChannelList?region=gz", (Object) null))
                .isNotEmpty();
        assertThat(template.requestBody("aliyun-linkvisual:QueryRecordPlans?CurrentPage=1&PageSize=10", (Object) null))
                .isNotNull();
    }

    @Test
    void callsAndFeedsAreMeasured() {
        template.requestBody("tencent-video:live/DescribeLiveDomains", (Object) null);

        assertThat(meters.get("camel.video.calls")
                        .tag("action", "DescribeLiveDomains")
                        .timer()
                        .count())
                .isPositive();
        assertThat(meters.get("camel.video.feed.delivered")
                        .tag("route", "alarms")
                        .functionCounter())
                .isNotNull();
    }

    @Test
    void anAlarmRaisedByHandIsDelivered() throws IOException, InterruptedException {
        HttpResponse<String> raised = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(cloud + "/simulator/alarms"))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(raised.statusCode()).isEqualTo(200);
        await().until(() -> !AlarmRoutes.DELIVERED.isEmpty());
        assertThat(AlarmRoutes.DELIVERED).hasSize(1);
        assertThat(context.getRouteController().getRouteStatus("alarms").isStarted())
                .isTrue();
    }
}

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
package io.github.camelvideo.cluster;

import io.github.camelvideo.feed.position.JdbcOffsetRepository;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.tencent.TencentVideoComponent;
import io.github.camelvideo.tencent.TencentVideoConfiguration;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kubernetes.cluster.KubernetesClusterService;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.LifecycleStrategySupport;

/** The application of the documentation as one of several pods, with what a pod gets from its platform. */
final class Pod implements AutoCloseable {

    private final CamelContext context = new DefaultCamelContext();
    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> step = key -> {};

    private Pod() {}

    static Pod start(
            String name, RouteBuilder application, VideoCloudSimulator cloud, SimulatorClock clock, DataSource database)
            throws Exception {
        Pod pod = new Pod();
        pod.context.addLifecycleStrategy(new Platform(name));
        pod.context.addComponent("tencent-video", component(cloud, clock));
        JdbcOffsetRepository offsets = new JdbcOffsetRepository(database);
        offsets.setCreateTable(true);
        pod.context.getRegistry().bind("offsets", offsets);
        Properties properties = new Properties();
        properties.put("alarms.delay", "50");
        pod.context.getPropertiesComponent().setOverrideProperties(properties);
        pod.context.addRoutes(application);
        pod.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ticket").process(exchange -> {
                    String key = exchange.getMessage().getHeader(TencentVideoConstants.ITEM_KEY, String.class);
                    pod.delivered.add(key);
                    pod.step.accept(key);
                });
            }
        });
        pod.context.start();
        return pod;
    }

    private static TencentVideoComponent component(VideoCloudSimulator cloud, SimulatorClock clock) {
        TencentVideoComponent component = new TencentVideoComponent();
        component.setClock(clock);
        TencentVideoConfiguration configuration = component.getConfiguration();
        configuration.setSecretId(VideoCloudSimulator.SECRET_ID);
        configuration.setSecretKey(VideoCloudSimulator.SECRET_KEY);
        configuration.setEndpointUrl(cloud.url());
        configuration.setRateLimit(0);
        return component;
    }

    /** What the route does with each alarm besides noting it. */
    void step(Consumer<String> step) {
        this.step = step;
    }

    /** Keys of the alarms delivered here, in order. */
    List<String> delivered() {
        return delivered;
    }

    boolean isRouteStarted() {
        return context.getRouteController().getRouteStatus("alarms") == ServiceStatus.Started;
    }

    HealthCheck.Result health() {
        return HealthCheckHelper.invoke(context).stream()
                .filter(result -> result.getCheck().getId().equals("feed:alarms"))
                .findAny()
                .orElseThrow();
    }

    boolean isPolling() {
        return Boolean.TRUE.equals(health().getDetails().get("feed.polledHere"));
    }

    @Override
    public void close() {
        context.stop();
    }

    /** The name, which a pod finds in its environment, and shorter times than those of production. */
    private static final class Platform extends LifecycleStrategySupport {

        private final String pod;

        Platform(String pod) {
            this.pod = pod;
        }

        @Override
        public void onServiceAdd(CamelContext context, Service service, Route route) {
            if (service instanceof KubernetesClusterService cluster) {
                cluster.setPodName(pod);
                cluster.setLeaseDurationMillis(1_000);
                cluster.setRenewDeadlineMillis(900);
                cluster.setRetryPeriodMillis(100);
            }
        }
    }
}

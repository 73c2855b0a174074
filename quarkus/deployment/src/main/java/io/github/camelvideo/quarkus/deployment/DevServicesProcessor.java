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

import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.runtime.LaunchMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * Starts one simulated cloud in dev and test mode for the components that are there and have nothing else to call. Quarkus starts and stops
 * it, and keeps it while the settings stay the same.
 */
@BuildSteps(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
class DevServicesProcessor {

    private static final Logger LOG = Logger.getLogger(DevServicesProcessor.class);

    private static final double ALARMS_PER_MINUTE = 6;

    @BuildStep
    void simulator(
            CamelVideoBuildTimeConfig config,
            LaunchModeBuildItem launch,
            BuildProducer<DevServicesResultBuildItem> services) {
        if (!config.devservices().enabled()) {
            return;
        }
        Config application = ConfigProvider.getConfig();
        List<SimulatedComponent> components = SimulatedComponent.ALL.stream()
                .filter(component -> QuarkusClassLoader.isClassPresentAtRuntime(component.className()))
                .filter(component -> !component.isConfigured(application.getPropertyNames(), System.getenv()))
                .toList();
        if (components.isEmpty()) {
            return;
        }
        double alarms = config.devservices()
                .alarmsPerMinute()
                .orElse(launch.getLaunchMode() == LaunchMode.TEST ? 0 : ALARMS_PER_MINUTE);
        int port = config.devservices().port().orElse(0);
        Map<String, String> fixed = new HashMap<>();
        Map<String, Function<SimulatorService, String>> found = new HashMap<>();
        components.forEach(component -> {
            fixed.putAll(component.keys());
            found.put(component.endpointUrl(), SimulatorService::getConnectionInfo);
        });
        LOG.infof(
                "No key for %s: calls go to a simulated cloud. Set a key or endpoint-url to call another cloud.",
                components.stream().map(SimulatedComponent::scheme).collect(Collectors.joining(" and ")));
        services.produce(DevServicesResultBuildItem.<SimulatorService>owned()
                .feature(CamelVideoProcessor.FEATURE)
                .serviceName("video-cloud-simulator")
                .serviceConfig(List.of(port, alarms, fixed))
                .startable(() -> new SimulatorService(port, alarms))
                .config(fixed)
                .configProvider(found)
                .build());
    }
}

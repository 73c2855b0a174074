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
package io.github.camelvideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** With camel-video-micrometer on the class path, calls are measured in the application's registry, without code. */
class MetersTest {

    @Configuration(proxyBeanMethods = false)
    static class OneRegistry {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    /** As the actuator has it with two exporters. */
    @Configuration(proxyBeanMethods = false)
    static class PrimaryRegistry {
        @Bean
        @Primary
        MeterRegistry all() {
            return new SimpleMeterRegistry();
        }

        @Bean
        MeterRegistry exporter() {
            return new SimpleMeterRegistry();
        }
    }

    @Test
    void inTheOnlyRegistry() {
        callsAreMeasured(Applications.withCamel().withUserConfiguration(OneRegistry.class));
    }

    @Test
    void inThePrimaryRegistry() {
        callsAreMeasured(Applications.withCamel().withUserConfiguration(PrimaryRegistry.class));
    }

    private static void callsAreMeasured(ApplicationContextRunner application) {
        try (VideoCloudSimulator cloud = VideoCloudSimulator.start()) {
            application
                    .withPropertyValues(
                            "camel.component.tencent-video.endpoint-url=" + cloud.url(),
                            "camel.component.tencent-video.secret-id=" + VideoCloudSimulator.SECRET_ID,
                            "camel.component.tencent-video.secret-key=" + VideoCloudSimulator.SECRET_KEY)
                    .run(context -> {
                        try (ProducerTemplate template =
                                context.getBean(CamelContext.class).createProducerTemplate()) {
                            template.requestBody("tencent-video:live/DescribeLiveDomains", (Object) null);
                        }

                        assertThat(context.getBean(MeterRegistry.class)
                                        .get("camel.video.calls")
                                        .tag("outcome", "success")
                                        .timer()
                                        .count())
                                .isEqualTo(1);
                    });
        }
    }
}

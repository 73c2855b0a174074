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
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.springboot.PropertiesClasses.Option;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the actuator shows of the components. */
class ActuatorTest {

    private static VideoCloudSimulator cloud;
    private static ConfigurableApplicationContext application;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        RouteBuilder alarms() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("tencent-video:iotvideoindustry/DescribeWarnings?delay=100")
                            .to("log:alarms");
                }
            };
        }
    }

    /** Every secret option has the value canary, so that calls are refused. */
    @BeforeAll
    static void start() {
        cloud = VideoCloudSimulator.start();
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.jmx.enabled=true",
                "--management.endpoints.jmx.exposure.include=*",
                "--management.endpoint.configprops.show-values=always",
                "--management.endpoint.env.show-values=always",
                "--management.endpoint.health.show-details=always",
                "--camel.component.tencent-video.endpoint-url=" + cloud.url(),
                "--camel.component.tencent-video.profile=visible",
                "--camel.component.aliyun-linkvisual.enabled=false",
                // as the environment says it
                "--TENCENT_VIDEO_API_KEY=canary",
                "--TENCENTCLOUD_SECRET_KEY=canary",
                "--TENCENTCLOUD_TOKEN=canary",
                "--TENCENTCLOUD_PROFILE=visible-profile",
                "--ALIBABA_CLOUD_ACCESS_KEY_SECRET=canary",
                "--ALIBABA_CLOUD_SECURITY_TOKEN=canary",
                "--CAMEL_COMPONENT_ALIYUNLINKVISUAL_ACCESSKEYSECRET=canary"));
        PropertiesClasses.COMPONENTS.keySet().stream()
                .flatMap(scheme -> PropertiesClasses.options(scheme).stream())
                .filter(Option::isSecret)
                .forEach(option -> arguments.add("--" + option.property() + "=canary"));
        application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        application.close();
        cloud.close();
    }

    @Test
    void healthIsDownWithTheVendorsCodeWhileAFeedFails() {
        HealthEndpoint health = application.getBean(HealthEndpoint.class);

        await().untilAsserted(() ->
                assertThat(json(health.healthForPath("camelHealth"))).contains("AuthFailure"));

        HealthComponent camel = health.healthForPath("camelHealth");
        assertThat(camel.getStatus()).isEqualTo(Status.DOWN);
        assertThat(json(camel)).contains("feed.delivered").doesNotContain("canary");
    }

    @Test
    void propertiesAreShownWithoutSecrets() {
        String shown = json(
                application.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties());

        assertThat(shown).contains("visible", "secretKey").doesNotContain("canary");
    }

    @Test
    void theEnvironmentIsShownWithoutSecrets() {
        String shown = json(application
                .getBean(EnvironmentEndpoint.class)
                .environment("(?i)camel.component.*|tencent.*|alibaba.*"));

        assertThat(shown)
                .contains("visible", "camel.component.aliyun-linkvisual.access-key-secret", "TENCENT_VIDEO_API_KEY")
                .contains("TENCENTCLOUD_SECRET_KEY", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "visible-profile")
                .doesNotContain("canary");
    }

    @Test
    void propertiesAsTextHaveNoSecret() {
        assertThat(application.getBean(TencentVideoComponentConfiguration.class).toString())
                .doesNotContain("canary");
    }

    private static String json(Object shown) {
        try {
            return new ObjectMapper()
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .findAndRegisterModules()
                    .writeValueAsString(shown);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

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

import io.github.camelvideo.VideoComponent;
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.springboot.PropertiesClasses.Option;
import io.github.camelvideo.tencent.TencentVideoComponent;
import io.github.camelvideo.tencent.TencentVideoConfiguration;
import io.github.camelvideo.tencent.credentials.TencentInstanceRoleCredentialsProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The properties {@code camel.component.…} of both components, with the beans that they name. */
class ComponentPropertiesTest {

    private final ApplicationContextRunner application = Applications.withCamel();

    @ParameterizedTest
    @ValueSource(strings = {"tencent-video", "aliyun-linkvisual"})
    void everyOptionReachesTheComponent(String scheme) {
        List<String> properties = new ArrayList<>();
        List<Option> options = PropertiesClasses.options(scheme).stream()
                .filter(option -> !option.name().equals("configuration"))
                .toList();
        options.forEach(option -> properties.add(option.property() + "=" + sample(option)));

        application
                .withBean("beanOf-OkHttpClient", OkHttpClient.class, OkHttpClient::new)
                .withBean("beanOf-CredentialsProvider", CredentialsProvider.class, () -> ComponentPropertiesTest::key)
                .withBean("beanOf-SSLContextParameters", SSLContextParameters.class, SSLContextParameters::new)
                .withBean("beanOf-Clock", Clock.class, Clock::systemUTC)
                .withPropertyValues(properties.toArray(String[]::new))
                .run(context -> {
                    VideoComponent component = component(context, scheme);
                    PropertyConfigurerGetter values =
                            (PropertyConfigurerGetter) component.getComponentPropertyConfigurer();
                    for (Option option : options) {
                        Object value = values.getOptionValue(component, option.name(), false);
                        assertThat(value).as(option.name()).isEqualTo(expected(option, context));
                    }
                });
    }

    /** Another value than the default. */
    private static String sample(Option option) {
        if (option.isBean()) {
            return "#beanOf-" + option.type().substring(option.type().lastIndexOf('.') + 1);
        }
        if (option.values().isArray()) {
            String last = option.values().get(option.values().size() - 1).asText();
            return last.toLowerCase().replace('_', '-');
        }
        return switch (option.type()) {
            case "Boolean" -> String.valueOf(!option.defaultValue().asBoolean());
            case "Integer" -> "7";
            case "java.time.Duration" -> "7s";
            default -> "file:x";
        };
    }

    private static Object expected(Option option, ApplicationContext context) {
        if (option.isBean()) {
            return context.getBean(sample(option).substring(1));
        }
        if (option.values().isArray()) {
            CamelContext camel = context.getBean(CamelContext.class);
            String last = option.values().get(option.values().size() - 1).asText();
            return camel.getTypeConverter().convertTo(camel.getClassResolver().resolveClass(option.type()), last);
        }
        return switch (option.type()) {
            case "Boolean" -> !option.defaultValue().asBoolean();
            case "Integer" -> 7;
            case "java.time.Duration" -> Duration.ofSeconds(7);
            default -> "file:x";
        };
    }

    private static Credentials key() {
        return new Credentials("id", "key");
    }

    @Test
    void optionsThatAreNotSetStayThoseOfTheComponent() {
        application.run(
                context -> assertThat(component(context, "tencent-video").getConfiguration())
                        .usingRecursiveComparison()
                        .isEqualTo(new TencentVideoConfiguration()));
    }

    @Test
    void anEmptyPropertyCountsAsNotSet() {
        application
                .withPropertyValues("camel.component.tencent-video.secret-id=${NOT_SET_ANYWHERE:}")
                .run(context -> assertThat(((TencentVideoConfiguration)
                                        component(context, "tencent-video").getConfiguration())
                                .getSecretId())
                        .isNull());
    }

    @Test
    void variablesOfTheEnvironmentSetOptionsToo() {
        application
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "test-systemEnvironment", Map.of("CAMEL_COMPONENT_TENCENTVIDEO_MAXRETRIES", "9"))))
                .run(context -> assertThat(component(context, "tencent-video")
                                .getConfiguration()
                                .getMaxRetries())
                        .isEqualTo(9));
    }

    @Test
    void optionsBesideAConfigurationBeanAddToACopyOfIt() {
        TencentVideoConfiguration shared = new TencentVideoConfiguration();
        shared.setRegion("ap-beijing");

        application
                .withBean("shared", TencentVideoConfiguration.class, () -> shared)
                .withPropertyValues(
                        "camel.component.tencent-video.configuration=#bean:shared",
                        "camel.component.tencent-video.max-retries=9",
                        "camel.component.tencent-video.app-id=1",
                        "camel.component.tencent-video.read-timeout=5s")
                .run(context -> {
                    TencentVideoConfiguration configuration = (TencentVideoConfiguration)
                            component(context, "tencent-video").getConfiguration();
                    assertThat(configuration.getRegion()).isEqualTo("ap-beijing");
                    assertThat(configuration.getMaxRetries()).isEqualTo(9);
                    assertThat(configuration.getReadTimeout()).isEqualTo(Duration.ofSeconds(5));
                    assertThat(shared.getMaxRetries()).isEqualTo(3);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.enabled",
                "camel.component.tencent-video.enabled",
                "camel.component.customizer.enabled",
                "camel.component.tencent-video.customizer.enabled"
            })
    void propertiesCanBeTurnedOffAsThoseOfCamelsComponents(String switchedOff) {
        application
                .withPropertyValues(switchedOff + "=false", "camel.component.tencent-video.max-retries=9")
                .run(context -> assertThat(component(context, "tencent-video")
                                .getConfiguration()
                                .getMaxRetries())
                        .isEqualTo(3));
    }

    @Test
    void anApplicationWithOneComponentStartsWithoutTheOther() {
        application
                .withClassLoader(new FilteredClassLoader(TencentVideoComponent.class))
                .withPropertyValues("camel.component.aliyun-linkvisual.max-retries=9")
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean("tencentVideoComponentCustomizer");
                    assertThat(component(context, "aliyun-linkvisual")
                                    .getConfiguration()
                                    .getMaxRetries())
                            .isEqualTo(9);
                });
    }

    @Test
    void anOptionCanNameTheClassOfItsBean() {
        application
                .withPropertyValues("camel.component.tencent-video.credentials-provider=#class:"
                        + TencentInstanceRoleCredentialsProvider.class.getName())
                .run(context -> assertThat(component(context, "tencent-video")
                                .getConfiguration()
                                .getCredentialsProvider())
                        .isInstanceOf(TencentInstanceRoleCredentialsProvider.class));
    }

    @Test
    void aClassOfAnotherTypeStopsTheStart() {
        application
                .withPropertyValues("camel.component.tencent-video.credentials-provider=#class:java.lang.Object")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("java.lang.Object is not a " + CredentialsProvider.class.getName()));
    }

    @Test
    void anUnknownBeanStopsTheStart() {
        application
                .withPropertyValues("camel.component.tencent-video.ok-http-client=#none")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("No bean named 'none'"));
    }

    private static VideoComponent component(ApplicationContext context, String scheme) {
        return context.getBean(CamelContext.class).getComponent(scheme, VideoComponent.class);
    }
}

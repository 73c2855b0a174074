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
import io.github.camelvideo.VideoConfiguration;
import io.github.camelvideo.aliyun.credentials.AliyunInstanceRoleCredentialsProvider;
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.tencent.TencentVideoComponent;
import okhttp3.OkHttpClient;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Beans of the application that components use without a property. */
class ComponentBeansTest {

    private final ApplicationContextRunner application = Applications.withCamel();

    @Configuration(proxyBeanMethods = false)
    static class OneClient {
        @Bean
        OkHttpClient client() {
            return new OkHttpClient();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Clients {
        @Bean
        OkHttpClient client() {
            return new OkHttpClient();
        }

        @Bean
        @Qualifier("tencent-video")
        OkHttpClient forTencent() {
            return new OkHttpClient();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class SeveralClients {
        @Bean
        OkHttpClient one() {
            return new OkHttpClient();
        }

        @Bean
        OkHttpClient other() {
            return new OkHttpClient();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class PrimaryClient extends SeveralClients {
        @Bean
        @Primary
        OkHttpClient first() {
            return new OkHttpClient();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OneProvider {
        @Bean
        CredentialsProvider key() {
            return () -> new Credentials("id", "key");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Providers extends OneProvider {
        // region provider
        @Bean
        @Qualifier("aliyun-linkvisual")
        CredentialsProvider aliyunKey() {
            return new AliyunInstanceRoleCredentialsProvider();
        }
        // end
    }

    @Test
    void bothComponentsUseTheOnlyHttpClient() {
        application.withUserConfiguration(OneClient.class).run(context -> {
            OkHttpClient client = context.getBean(OkHttpClient.class);
            assertThat(tencent(context).getOkHttpClient()).isSameAs(client);
            assertThat(aliyun(context).getOkHttpClient()).isSameAs(client);
        });
    }

    @Test
    void aQualifiedHttpClientIsForItsComponentAlone() {
        application.withUserConfiguration(Clients.class).run(context -> {
            assertThat(tencent(context).getOkHttpClient()).isSameAs(context.getBean("forTencent"));
            assertThat(aliyun(context).getOkHttpClient()).isSameAs(context.getBean("client"));
        });
    }

    @Test
    void ofSeveralHttpClientsOnlyThePrimaryOneIsUsed() {
        application
                .withUserConfiguration(SeveralClients.class)
                .run(context -> assertThat(tencent(context).getOkHttpClient()).isNull());
        application
                .withUserConfiguration(PrimaryClient.class)
                .run(context -> assertThat(tencent(context).getOkHttpClient()).isSameAs(context.getBean("first")));
    }

    @Test
    void aPropertyBeatsTheBeanThatWouldFit() {
        application
                .withUserConfiguration(Clients.class)
                .withPropertyValues("camel.component.tencent-video.ok-http-client=#client")
                .run(context -> assertThat(tencent(context).getOkHttpClient()).isSameAs(context.getBean("client")));
    }

    @Test
    void noBeanIsUsedWithoutAutowiring() {
        application
                .withUserConfiguration(OneClient.class)
                .withPropertyValues("camel.component.tencent-video.autowired-enabled=false")
                .run(context -> {
                    assertThat(tencent(context).getOkHttpClient()).isNull();
                    assertThat(aliyun(context).getOkHttpClient()).isNotNull();
                });
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aProviderOfKeysIsNotGivenToTwoVendors(CapturedOutput output) {
        application.withUserConfiguration(OneProvider.class).run(context -> {
            assertThat(tencent(context).getCredentialsProvider()).isNull();
            assertThat(aliyun(context).getCredentialsProvider()).isNull();
            assertThat(output)
                    .contains("Give it the qualifier \"tencent-video\"")
                    .contains("set camel.component.aliyun-linkvisual.credentials-provider=#key");
        });
    }

    @Test
    void theOnlyComponentUsesTheOnlyProviderOfKeys() {
        application
                .withUserConfiguration(OneProvider.class)
                .withClassLoader(new FilteredClassLoader(TencentVideoComponent.class))
                .run(context ->
                        assertThat(aliyun(context).getCredentialsProvider()).isSameAs(context.getBean("key")));
    }

    @Test
    void aQualifiedProviderOfKeysIsForItsComponentAlone() {
        application.withUserConfiguration(Providers.class).run(context -> {
            assertThat(aliyun(context).getCredentialsProvider()).isSameAs(context.getBean("aliyunKey"));
            assertThat(tencent(context).getCredentialsProvider()).isNull();
        });
    }

    private static VideoConfiguration tencent(ApplicationContext context) {
        return configuration(context, "tencent-video");
    }

    private static VideoConfiguration aliyun(ApplicationContext context) {
        return configuration(context, "aliyun-linkvisual");
    }

    private static VideoConfiguration configuration(ApplicationContext context, String scheme) {
        return context.getBean(CamelContext.class)
                .getComponent(scheme, VideoComponent.class)
                .getConfiguration();
    }
}

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

import io.github.camelvideo.aliyun.AliyunLinkVisualComponent;
import io.github.camelvideo.aliyun.AliyunLinkVisualConfiguration;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.ComponentConfigurationProperties;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;

/** The component {@code aliyun-linkvisual} with the properties {@code camel.component.aliyun-linkvisual}. */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@ConditionalOnClass(AliyunLinkVisualComponent.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({
    "camel.component",
    "camel.component." + AliyunLinkVisualComponentAutoConfiguration.SCHEME
})
@EnableConfigurationProperties({ComponentConfigurationProperties.class, AliyunLinkVisualComponentConfiguration.class})
public class AliyunLinkVisualComponentAutoConfiguration {

    static final String SCHEME = "aliyun-linkvisual";

    @Bean
    @ConfigurationPropertiesBinding
    static BeanReferenceConverter aliyunLinkVisualBeanReferences(ApplicationContext application) {
        return new BeanReferenceConverter(application, AliyunLinkVisualConfiguration.class);
    }

    @Bean
    @Lazy
    VideoComponentCustomizer aliyunLinkVisualComponentCustomizer(
            ConfigurableApplicationContext application, AliyunLinkVisualComponentConfiguration properties) {
        return new VideoComponentCustomizer(application, SCHEME, AliyunLinkVisualComponent.class, properties);
    }
}

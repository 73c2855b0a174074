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

import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Keeps secrets out of the endpoints {@code configprops} and {@code env} of the actuator. Health checks are those of Camel. */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@ConditionalOnClass(SanitizingFunction.class)
@ConditionalOnBean(CamelContext.class)
public class ActuatorAutoConfiguration {

    /** Also of a component whose properties are turned off: they are still there to be shown. */
    @Bean
    SanitizingFunction videoSecretOptions(CamelContext camel) {
        return new SecretOptions(
                camel,
                Set.of(
                        TencentVideoComponentAutoConfiguration.SCHEME,
                        AliyunLinkVisualComponentAutoConfiguration.SCHEME));
    }
}

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

import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Applications as the tests start them. */
final class Applications {

    private Applications() {}

    /** Camel and the auto-configurations of this module, without a server. */
    static ApplicationContextRunner withCamel() {
        return new ApplicationContextRunner()
                .withPropertyValues("spring.main.banner-mode=off", "camel.main.name=test")
                .withConfiguration(AutoConfigurations.of(
                        CamelAutoConfiguration.class,
                        TencentVideoComponentAutoConfiguration.class,
                        AliyunLinkVisualComponentAutoConfiguration.class,
                        MetricsAutoConfiguration.class));
    }
}

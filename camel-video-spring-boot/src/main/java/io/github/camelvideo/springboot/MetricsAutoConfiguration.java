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

import io.github.camelvideo.micrometer.VideoMeters;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Shows Camel the primary one of several meter registries, which Camel's own registry cannot tell, under the name that meters look for. The
 * meters bind themselves.
 */
@AutoConfiguration
@ConditionalOnClass({MeterRegistry.class, VideoMeters.class})
public class MetricsAutoConfiguration {

    private static final String NAME = "metricsRegistry";

    @Bean
    CamelContextConfiguration videoMeterRegistry(ObjectProvider<MeterRegistry> registries) {
        return new CamelContextConfiguration() {

            @Override
            public void beforeApplicationStart(CamelContext camel) {
                MeterRegistry primary = registries.getIfUnique();
                if (primary != null && camel.getRegistry().lookupByName(NAME) == null) {
                    camel.getRegistry().bind(NAME, primary);
                }
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {}
        };
    }
}

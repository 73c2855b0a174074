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
package io.github.camelvideo.springboot.test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An application as a user writes it; its properties are those for the cloud. */
@SpringBootApplication
class AlarmApplication {

    /** What the route received. */
    static class Alarms extends CopyOnWriteArrayList<Map<String, Object>> {
        private static final long serialVersionUID = 1L;
    }

    @Bean
    Alarms received() {
        return new Alarms();
    }

    @Bean
    RouteBuilder alarms(List<Map<String, Object>> received) {
        return new RouteBuilder() {
            @Override
            @SuppressWarnings("unchecked")
            public void configure() {
                from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&delay=100&gracePeriod=0")
                        .process(exchange -> received.add(exchange.getMessage().getBody(Map.class)));
            }
        };
    }
}

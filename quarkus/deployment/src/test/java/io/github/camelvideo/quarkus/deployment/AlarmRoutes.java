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

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.builder.RouteBuilder;

/** The routes of an application. */
@ApplicationScoped
public class AlarmRoutes extends RouteBuilder {

    static final Queue<String> DELIVERED = new ConcurrentLinkedQueue<>();

    @Override
    public void configure() {
        from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&initialDelay=0&delay=50&outputType=String")
                .routeId("alarms")
                .process(exchange -> DELIVERED.add(exchange.getMessage().getBody(String.class)));
    }
}

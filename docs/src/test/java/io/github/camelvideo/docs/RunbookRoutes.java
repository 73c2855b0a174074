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
package io.github.camelvideo.docs;

import java.time.Instant;
import org.apache.camel.builder.RouteBuilder;

/** The routes of docs/runbook.md. */
final class RunbookRoutes {

    private RunbookRoutes() {}

    static final class Alarms extends RouteBuilder {
        @Override
        public void configure() {
            // region alarms
            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&offsetRepository=#offsets&offsetKey=alarms"
                            + "&lagAlarm=5m&backoffErrorThreshold=3&backoffMultiplier=6")
                    .routeId("alarms")
                    .to("jms:queue:alarms");
            // end
        }
    }

    static final class DeadLetters extends RouteBuilder {
        @Override
        public void configure() {
            // region deadLetters
            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&offsetRepository=#offsets&offsetKey=alarms"
                            + "&maxRedeliveries=2&onFailure=jms:queue:alarms.failed")
                    .routeId("alarms")
                    .to("jms:queue:alarms");
            // end
        }
    }

    static final class Replay extends RouteBuilder {
        @Override
        public void configure() throws Exception {
            // region replay
            Instant end = Instant.parse(getContext().resolvePropertyPlaceholders("{{replay.to}}"));

            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom={{replay.from}}"
                            + "&offsetRepository=#offsets&offsetKey=alarms-replay")
                    .routeId("replay")
                    .filter(header("CamelTencentVideoItemTime").isLessThan(end))
                    .to("jms:queue:alarms");
            // end
        }
    }

    static final class Shared extends RouteBuilder {
        @Override
        public void configure() {
            // region share
            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&offsetRepository=#offsets&offsetKey=alarms"
                            + "&forEach=DeviceId&forEachIn=#devices&lagAlarm=5m"
                            + "&share=cameras&leaseDuration={{alarms.lease:10s}}")
                    .routeId("alarms")
                    .to("jms:queue:alarms");
            // end
        }
    }
}

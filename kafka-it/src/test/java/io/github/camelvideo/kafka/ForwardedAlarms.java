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
package io.github.camelvideo.kafka;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/** The routes that the documentation shows: alarms that come by Kafka, and those of the vendor's list, are one feed. */
final class ForwardedAlarms extends RouteBuilder {

    @Override
    public void configure() {
        // region forwarded
        from("kafka:alarms?groupId=tickets&autoOffsetReset=earliest"
                        + "&autoCommitEnable=false&allowManualCommit=true&breakOnFirstError=true")
                .routeId("forwarded")
                .to("tencent-video:iotvideoindustry/DescribeWarnings?offerTo=alarms")
                .process(exchange -> exchange.getMessage()
                        .getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class)
                        .commit());

        from("tencent-video:iotvideoindustry/DescribeWarnings?acceptOffers=true&offsetKey=alarms"
                        + "&offsetRepository=#offsets&delay={{alarms.delay}}")
                .routeId("alarms")
                .to("direct:ticket");
        // end
    }
}

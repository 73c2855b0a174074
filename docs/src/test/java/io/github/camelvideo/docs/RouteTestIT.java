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

import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.time.Instant;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A test as users write it. */
class RouteTestIT extends CamelTestSupport {

    // region test
    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    @Test
    void anAlarmComesInSpiteOfAnErrorOfTheServer() throws Exception {
        CLOUD.simulator().faults().next(Fault.HTTP_500);
        long id = CLOUD.simulator().world().raiseAlarm(Instant.now());

        MockEndpoint alarms = getMockEndpoint("mock:alarms");
        alarms.expectedHeaderValuesReceivedInAnyOrder("CamelTencentVideoItemKey", Long.toString(id));
        alarms.assertIsSatisfied();
    }
    // end

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("tencent-video:iotvideoindustry/DescribeWarnings?delay=200&endpointUrl="
                                + CLOUD.simulator().url() + "&secretId=" + VideoCloudSimulator.SECRET_ID
                                + "&secretKey=" + VideoCloudSimulator.SECRET_KEY)
                        .to("mock:alarms");
            }
        };
    }
}

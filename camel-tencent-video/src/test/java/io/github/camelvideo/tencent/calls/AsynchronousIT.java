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
package io.github.camelvideo.tencent.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

/** A call holds no thread of the route while it waits for its answer. */
class AsynchronousIT extends Calling {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:queue?concurrentConsumers=1")
                        .to("direct:call")
                        .setBody(header("to"))
                        .to("mock:answered");
                from("direct:call").toD(API + "${header.to}");
            }
        };
    }

    @Test
    void aSlowAnswerDoesNotHoldUpTheRoute() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        cloud().faults().beforeRequest("DescribeWarnMod", 1, () -> await(released));
        MockEndpoint answered = getMockEndpoint("mock:answered");
        // under way together: whichever is answered first
        answered.expectedBodiesReceivedInAnyOrder("DescribeSIPServer", "GetRecordPlans");

        template.sendBodyAndHeader("seda:queue", null, "to", "DescribeWarnMod");
        template.sendBodyAndHeader("seda:queue", null, "to", "DescribeSIPServer");
        template.sendBodyAndHeader("seda:queue", null, "to", "GetRecordPlans");

        // the only consumer of the queue has handed on two messages behind the one that waits
        answered.assertIsSatisfied();
        answered.reset();
        answered.expectedBodiesReceived("DescribeWarnMod");
        released.countDown();
        answered.assertIsSatisfied();
    }

    @Test
    void manyCallsAreUnderWayAtOnce() throws Exception {
        int calls = 20;
        CountDownLatch allThere = new CountDownLatch(calls);
        for (int nth = 1; nth <= calls; nth++) {
            cloud().faults().beforeRequest("DescribeWarnMod", nth, () -> {
                allThere.countDown();
                await(allThere);
            });
        }
        MockEndpoint answered = getMockEndpoint("mock:answered");
        answered.expectedMessageCount(calls);

        for (int i = 0; i < calls; i++) {
            template.sendBodyAndHeader("seda:queue", null, "to", "DescribeWarnMod");
        }

        // each waits for all the others
        answered.assertIsSatisfied();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

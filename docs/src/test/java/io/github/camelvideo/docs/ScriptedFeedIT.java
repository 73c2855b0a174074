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

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import io.github.camelvideo.simulator.feed.ScriptedFeed;
import io.github.camelvideo.simulator.feed.ScriptedItem;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests as users write them, of routes that consume feeds. */
class ScriptedFeedIT extends CamelTestSupport {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    // region log
    @Test
    void anAlertThatAppearsLateIsDeliveredAndAgainWhenItIsCleared() throws Exception {
        ScriptedFeed feed = CLOUD.simulator().world().feed("mdl", "DescribeStreamLiveChannelAlerts");
        MockEndpoint alerts = getMockEndpoint("mock:alerts");
        Instant fiveMinutesAgo = Instant.now().minusSeconds(300);
        ObjectNode fields = new ObjectMapper().createObjectNode();
        fields.put("pipeline", "Pipeline0").put("Type", "No input").put("Message", "The input has no data.");

        alerts.expectedMessageCount(1);
        alerts.expectedHeaderReceived("CamelTencentVideoChange", "added");
        ScriptedItem raised = feed.add(ScriptedItem.of(fiveMinutesAgo, fields).in(Map.of("ChannelId", "c1")));
        alerts.assertIsSatisfied();

        alerts.reset();
        alerts.expectedMessageCount(1);
        alerts.expectedHeaderReceived("CamelTencentVideoChange", "changed");
        feed.revise(raised, Instant.now(), fields.put("ClearTime", Instant.now().toString()));
        alerts.assertIsSatisfied();
    }
    // end

    // region snapshot
    @Test
    void aChannelThatIsNoLongerListedIsRemoved() throws Exception {
        ScriptedFeed feed = CLOUD.simulator().world().feed("mdl", "DescribeStreamLiveChannels");
        MockEndpoint channels = getMockEndpoint("mock:channels");
        ObjectNode fields = new ObjectMapper().createObjectNode();
        fields.put("Id", "c1").put("State", "RUNNING");

        channels.expectedHeaderReceived("CamelTencentVideoChange", "added");
        ScriptedItem channel = feed.add(null, fields);
        channels.assertIsSatisfied();

        channels.reset();
        channels.expectedHeaderReceived("CamelTencentVideoChange", "removed");
        feed.vanish(channel, Instant.now());
        channels.assertIsSatisfied();
    }
    // end

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                String options = "&delay=50&endpointUrl=" + CLOUD.simulator().url() + "&secretId="
                        + VideoCloudSimulator.SECRET_ID + "&secretKey=" + VideoCloudSimulator.SECRET_KEY;
                from("tencent-video:mdl/DescribeStreamLiveChannelAlerts?startFrom=PT1H&forEach=ChannelId&forEachIn=c1,c2"
                                + options)
                        .to("mock:alerts");
                from("tencent-video:mdl/DescribeStreamLiveChannels?initial=announce" + options)
                        .to("mock:channels");
            }
        };
    }
}

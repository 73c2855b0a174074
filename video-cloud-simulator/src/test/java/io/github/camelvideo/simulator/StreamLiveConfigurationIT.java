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
package io.github.camelvideo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.StreamLiveChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StreamLiveConfigurationIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(VideoCloudSimulator.builder()
            .clock(SimulatorClock.at("2026-05-01T04:00:00Z"))
            .rateLimits(false));

    private StreamLiveStage stage;
    private StreamLive live;

    @BeforeEach
    void stage() {
        stage = new StreamLiveStage(CLOUD.simulator());
        live = CLOUD.simulator().world().streamLive();
    }

    private String made(String action, String request) {
        return stage.call(action, request).path("Id").asText();
    }

    private JsonNode info(String action, String id) {
        return stage.call(action, "{'Id':'" + id + "'}").path("Info");
    }

    private List<String> listed(String action) {
        List<String> ids = new ArrayList<>();
        stage.call(action, "{}")
                .path("Infos")
                .forEach(info -> ids.add(info.path("Id").asText()));
        return ids;
    }

    @Test
    void aSecurityGroupIsMadeReadChangedAndDeleted() {
        String id = made("CreateStreamLiveInputSecurityGroup", "{'Name':'a','Whitelist':['10.0.0.0/8']}");
        String input =
                made("CreateStreamLiveInput", "{'Name':'i','Type':'RTP_PUSH','SecurityGroupIds':['" + id + "']}");
        stage.call("ModifyStreamLiveInputSecurityGroup", "{'Id':'" + id + "','Name':'b'}");

        JsonNode group = info("DescribeStreamLiveInputSecurityGroup", id);

        assertThat(group.path("Name").asText()).isEqualTo("b");
        assertThat(group.at("/Whitelist/0").asText()).isEqualTo("10.0.0.0/8");
        assertThat(group.at("/OccupiedInputs/0").asText()).isEqualTo(input);
        stage.call("DeleteStreamLiveInput", "{'Id':'" + input + "'}");
        stage.call("DeleteStreamLiveInputSecurityGroup", "{'Id':'" + id + "'}");
        assertThat(listed("DescribeStreamLiveInputSecurityGroups")).isEmpty();
    }

    @Test
    void anInputHasAnAddressForEachOfItsSettings() {
        String id = made(
                "CreateStreamLiveInput",
                "{'Name':'i','Type':'RTMP_PUSH','InputSettings':[{'AppName':'live','StreamName':'a'},"
                        + "{'AppName':'live','StreamName':'b'}]}");

        JsonNode input = info("DescribeStreamLiveInput", id);

        assertThat(input.path("InputSettings").findValuesAsText("InputAddress"))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(address -> address.startsWith("rtmp://"));
        assertThat(input.path("AttachedChannels")).isEmpty();
    }

    @Test
    void anInputIsFreeAgainWhenItsChannelIsGone() {
        String input = live.addInput("i");
        String channel = live.addChannel("c", input);
        assertThat(info("DescribeStreamLiveInput", input)
                        .at("/AttachedChannels/0")
                        .asText())
                .isEqualTo(channel);

        stage.call("DeleteStreamLiveChannel", "{'Id':'" + channel + "'}");
        stage.call("DeleteStreamLiveInput", "{'Id':'" + input + "'}");

        assertThat(listed("DescribeStreamLiveChannels")).isEmpty();
        assertThat(listed("DescribeStreamLiveInputs")).isEmpty();
    }

    @Test
    void aChannelIsReadBackAsItWasSent() {
        stage.furnish();
        JsonNode sent = StreamLiveStage.requests().get("CreateStreamLiveChannel");

        String id = made("CreateStreamLiveChannel", sent.toString());

        JsonNode channel = info("DescribeStreamLiveChannel", id);
        assertThat(channel.path("State").asText()).isEqualTo("IDLE");
        assertThat(channel.at("/OutputGroups/0/Outputs/0/VideoTemplateNames"))
                .isEqualTo(sent.at("/OutputGroups/0/Outputs/0/VideoTemplateNames"));
        assertThat(channel.path("AudioTemplates").findValuesAsText("AudioBitrate"))
                .containsExactly("128000");
        assertThat(channel.get("PlanSettings").isNull()).isTrue();
        assertThat(listed("DescribeStreamLiveChannels")).contains(id).hasSize(3);
    }

    @Test
    void aChannelRunsFromItsStartToItsStop() {
        String id = live.addChannel("c", live.addInput("i"));

        stage.call("StartStreamLiveChannel", "{'Id':'" + id + "'}");
        assertThat(info("DescribeStreamLiveChannel", id).path("State").asText()).isEqualTo("RUNNING");
        assertThat(live.channels()).extracting(StreamLiveChannel::running).containsExactly(true);

        stage.call("StopStreamLiveChannel", "{'Id':'" + id + "'}");
        assertThat(info("DescribeStreamLiveChannel", id).path("State").asText()).isEqualTo("IDLE");
    }

    @Test
    void whatIsNotSentWithAModifiedChannelIsNoLongerSet() {
        stage.furnish();
        String id = made(
                "CreateStreamLiveChannel",
                StreamLiveStage.requests().get("CreateStreamLiveChannel").toString());

        stage.call(
                "ModifyStreamLiveChannel",
                "{'Id':'" + id + "','Name':'c','AttachedInputs':[{'Id':'$free'}],'AudioTemplates':null,"
                        + "'OutputGroups':[{'Name':'o','Type':'HLS','Outputs':[{'Name':'x'}],"
                        + "'Destinations':[{'OutputUrl':'http://a/b','AuthKey':null}]}]}");

        JsonNode channel = info("DescribeStreamLiveChannel", id);
        assertThat(channel.path("Name").asText()).isEqualTo("c");
        assertThat(channel.get("AVTemplates").isNull()).isTrue();
        assertThat(channel.at("/OutputGroups/0/Destinations/0/OutputUrl").asText())
                .isEqualTo("http://a/b");
        assertThat(live.channel(id).running()).isFalse();
    }

    @Test
    void numbersOfAPlanAreShownAsText() {
        String channel = live.addChannel("c", live.addInput("i"));
        stage.call(
                "CreateStreamLivePlan",
                "{'ChannelId':'" + channel + "','Plan':{'EventName':'ad','TimingSettings':{'StartType':'IMMEDIATE'},"
                        + "'EventSettings':{'EventType':'SCTE35_TIME_SIGNAL','SpliceDuration':90000,"
                        + "'SCTE35SegmentationDescriptor':[{'EventID':1,'Duration':45000}]}}}");

        JsonNode plan = stage.call("DescribeStreamLivePlans", "{'ChannelId':'" + channel + "'}")
                .at("/Infos/0");

        assertThat(plan.at("/EventSettings/SpliceDuration").textValue()).isEqualTo("90000");
        assertThat(plan.at("/EventSettings/SCTE35SegmentationDescriptor/0/Duration")
                        .textValue())
                .isEqualTo("45000");
        stage.call("DeleteStreamLivePlan", "{'ChannelId':'" + channel + "','EventName':'ad'}");
        assertThat(stage.call("DescribeStreamLivePlans", "{'ChannelId':'" + channel + "'}")
                        .path("Infos"))
                .isEmpty();
    }

    @Test
    void aWatermarkIsMadeReadChangedAndDeleted() {
        String id = made(
                "CreateStreamLiveWatermark", "{'Name':'a','Type':'TEXT','TextSettings':{'Text':'live','FontSize':10}}");
        stage.call(
                "ModifyStreamLiveWatermark", "{'Id':'" + id + "','Name':'b','TextSettings':{'Text':'now','XPos':20}}");

        JsonNode mark = info("DescribeStreamLiveWatermark", id);

        assertThat(mark.path("Name").asText()).isEqualTo("b");
        assertThat(mark.at("/TextSettings/Text").asText()).isEqualTo("now");
        assertThat(mark.at("/TextSettings/XPos").intValue()).isEqualTo(20);
        assertThat(mark.get("ImageSettings").isNull()).isTrue();
        assertThat(mark.path("UpdateTime").asText()).isEqualTo("2026-05-01T04:00:00Z");
        stage.call("DeleteStreamLiveWatermark", "{'Id':'" + id + "'}");
        assertThat(listed("DescribeStreamLiveWatermarks")).isEmpty();
    }

    @Test
    void aPictureIsNotReadBack() {
        stage.furnish();

        JsonNode mark = info("DescribeStreamLiveWatermark", stage.id("shown"));

        assertThat(mark.path("ImageSettings").has("ImageContent")).isFalse();
        assertThat(mark.at("/AttachedChannels/0").asText()).isEqualTo(stage.id("idle"));
    }

    @Test
    void thePlanGoesWithItsChannel() {
        stage.furnish();

        stage.call("DeleteStreamLiveChannel", "{'Id':'$idle'}");

        assertThat(CLOUD.simulator().world().records("mdl/plan").all()).isEmpty();
    }
}

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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.world.StreamLive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** A world of StreamLive with one of everything, whose ids stand for {@code $names} in requests. */
final class StreamLiveStage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final VideoCloudSimulator simulator;
    private final Map<String, String> ids = new TreeMap<>();

    StreamLiveStage(VideoCloudSimulator simulator) {
        this.simulator = simulator;
    }

    /** Of groups, inputs, watermarks and channels one that is bound and one that is not, and a plan. */
    StreamLiveStage furnish() {
        StreamLive live = simulator.world().streamLive();
        make("group", "CreateStreamLiveInputSecurityGroup", "{'Name':'free','Whitelist':['0.0.0.0/0']}");
        make("bound", "CreateStreamLiveInputSecurityGroup", "{'Name':'bound','Whitelist':['0.0.0.0/0']}");
        make("mark", "CreateStreamLiveWatermark", image("free"));
        make("shown", "CreateStreamLiveWatermark", image("shown"));
        ids.put("free", live.addInput("free"));
        ids.put("live", live.addInput("live"));
        make("rtp", "CreateStreamLiveInput", "{'Name':'rtp','Type':'RTP_PUSH'}");
        make(
                "used",
                "CreateStreamLiveInput",
                "{'Name':'used','Type':'HLS_PULL','SecurityGroupIds':['$bound'],"
                        + "'InputSettings':[{'SourceUrl':'https://source.example.com/a.m3u8'}]}");
        make("idle", "CreateStreamLiveChannel", channel());
        ids.put("running", live.addChannel("running", id("live")));
        live.start(id("running"));
        call(
                "CreateStreamLivePlan",
                "{'ChannelId':'$idle','Plan':{'EventName':'evening','EventSettings':{'EventType':'INPUT_SWITCH',"
                        + "'InputAttachment':'$used'},'TimingSettings':{'StartType':'IMMEDIATE'}}}");
        return this;
    }

    private static String image(String name) {
        return "{'Name':'" + name
                + "','Type':'STATIC_IMAGE','ImageSettings':{'ImageType':'png','ImageContent':'AAAA'}}";
    }

    private static String channel() {
        return "{'Name':'idle','AttachedInputs':[{'Id':'$used'}],"
                + "'VideoTemplates':[{'Name':'v1','WatermarkId':'$shown'}],"
                + "'OutputGroups':[{'Name':'out','Type':'HLS','Outputs':[{'Name':'o','VideoTemplateNames':['v1']}],"
                + "'Destinations':[{'OutputUrl':'http://play.example.com/x'}]}]}";
    }

    private void make(String name, String action, String request) {
        JsonNode answer = call(action, request);
        if (!answer.has("Id")) {
            throw new AssertionError(action + " " + request + ": " + answer);
        }
        ids.put(name, answer.path("Id").asText());
    }

    String id(String name) {
        return ids.get(name);
    }

    /** The content of {@code Response}; single quotes in the request stand for double ones. */
    JsonNode call(String action, String request) {
        TestRequest call = new TestRequest(simulator, action).with(named(request));
        call.service = "mdl";
        call.version = "2020-03-26";
        call.region = null;
        return call.answer();
    }

    private String named(String request) {
        String named = request.replace('\'', '"');
        for (Map.Entry<String, String> id : ids.entrySet()) {
            named = named.replace("$" + id.getKey() + "\"", id.getValue() + "\"");
        }
        return named;
    }

    /** A right request for each action. */
    static Map<String, ObjectNode> requests() {
        try (InputStream stream = StreamLiveStage.class.getResourceAsStream("/mdl/requests.json")) {
            Map<String, ObjectNode> requests = new TreeMap<>();
            JSON.readTree(stream)
                    .properties()
                    .forEach(entry -> requests.put(entry.getKey(), (ObjectNode) entry.getValue()));
            return requests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

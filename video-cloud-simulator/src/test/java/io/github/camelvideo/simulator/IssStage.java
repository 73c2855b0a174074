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
import io.github.camelvideo.simulator.world.Iss;
import io.github.camelvideo.simulator.world.ServiceNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A surveillance platform with devices in every state and one of everything else; ids stand for {@code $names}. */
final class IssStage {

    /** Noon in Shanghai, a Friday. */
    static final Instant NOW = Instant.parse("2026-05-01T04:00:00Z");

    private static final String WEEK = "[{'DayOfWeek':5,'StartTime':'08:00:00','EndTime':'20:00:00'}]";
    private static final String DAY_BEFORE = "[{'DayOfWeek':4,'StartTime':'08:00:00','EndTime':'20:00:00'}]";
    private static final String SLOTS = "[{'Start':'08:00:00','End':'20:00:00'}]";

    private final IssCalls calls;
    private final Iss platform;
    private final Map<String, String> ids = new TreeMap<>();

    IssStage(VideoCloudSimulator simulator) {
        calls = new IssCalls(simulator);
        platform = simulator.world().iss();
        ids.put("node", ServiceNode.ALL.get(0).id());
        ids.put("node2", ServiceNode.ALL.get(1).id());
        ids.put("domain", data("ListDomains", "{}").at("/0/Id").asText());
        ids.put("auth", "auth");
    }

    IssStage furnish() {
        ids.put("org", platform.addOrganization("org"));
        ids.put("below", platform.addOrganization("below", id("org")));
        ids.put("empty", platform.addOrganization("empty"));
        ids.put("imports", platform.addOrganization("imports"));
        ids.put("gateway", platform.addGateway("gateway"));
        device("on", platform.addDevice(id("below"), "on", 1));
        device("free", platform.addDevice(id("below"), "free", 1));
        device("off", platform.addDevice(id("below"), "off", 1));
        platform.setOnline(id("off"), false);
        device("dis", platform.addDevice(id("below"), "dis", 1));
        call("UpdateDeviceStatus", "{'Id':'$dis','Status':3}");
        device("dark", platform.addDevice(id("below"), "dark", 1));
        platform.setChannelOnline(id("darkc"), false);
        ids.put("new", data("AddDevice", device(2)).path("Id").asText());
        ids.put("newc", platform.addChannel(id("new"), "new-1"));
        ids.put("rtmp", data("AddDevice", device(1)).path("Id").asText());
        ids.put("rtmpc", platform.addChannel(id("rtmp"), "rtmp-1"));
        platform.setOnline(id("rtmp"), true);
        platform.addCloudRecording(id("onc"), NOW.minusSeconds(3600), NOW.minusSeconds(1800));
        platform.addDeviceRecording(id("onc"), NOW.minusSeconds(3600), NOW.minusSeconds(1800));
        furnishPlans();
        return this;
    }

    private void furnishPlans() {
        make("template", "TemplateId", "AddRecordTemplate", "{'TemplateName':'used','TimeSections':" + WEEK + "}");
        make("spare", "TemplateId", "AddRecordTemplate", "{'TemplateName':'spare','TimeSections':" + WEEK + "}");
        make("plan", "PlanId", "AddRecordPlan", plan("template"));
        String upload = "'TimeSections':" + WEEK + ",'DevTimeSections':" + DAY_BEFORE + ",'Scale':1}";
        make("btemplate", "TemplateId", "AddRecordBackupTemplate", "{'TemplateName':'used'," + upload);
        make("bspare", "TemplateId", "AddRecordBackupTemplate", "{'TemplateName':'spare'," + upload);
        make("bplan", "PlanId", "AddRecordBackupPlan", plan("btemplate"));
        make(
                "retrieve",
                "TaskId",
                "AddRecordRetrieveTask",
                "{'TaskName':'old','StartTime':1777604400,'EndTime':1777608000,'Mode':1,'Expiration':1,"
                        + "'Channels':[{'DeviceId':'$free','ChannelId':'$freec'}]}");
        make("aion", "TaskId", "CreateAITask", task("aion", "onc", true));
        make("aioff", "TaskId", "CreateAITask", task("aioff", "offc", false));
        platform.addAiResult(id("aion"), id("onc"), "Pet", NOW.minusSeconds(60));
        call("ImportDevices", "{'JobId':'job','AccessProtocol':'2','OrganizationId':'$imports','File':'x'}");
    }

    private static String plan(String template) {
        return "{'TemplateId':'$" + template + "','PlanName':'daily','LifeCycle':{'Transition':1,'Expiration':0},"
                + "'Channels':[{'DeviceId':'$on','ChannelId':'$onc'}]}";
    }

    private static String task(String name, String channel, boolean on) {
        return "{'Name':'" + name + "','ChannelList':['$" + channel + "'],'IsStartTheTask':" + on
                + ",'Templates':[{'Tag':'AI','AIConfig':{'DetectType':'Pet','TimeInterval':5,'OperTimeslot':" + SLOTS
                + "}}]}";
    }

    private static String device(int protocol) {
        return "{'Name':'device','AccessProtocol':" + protocol
                + ",'Type':1,'Password':'123456','OrganizationId':'$below','ClusterId':'$node'}";
    }

    private void device(String name, String id) {
        ids.put(name, id);
        ids.put(name + "c", platform.device(id).channelIds().get(0));
    }

    private void make(String name, String idField, String action, String request) {
        ids.put(name, data(action, request).path(idField).asText());
    }

    String id(String name) {
        return ids.get(name);
    }

    /** The whole answer. */
    JsonNode call(String action, String request) {
        return calls.call(action, named(request));
    }

    /** The value of {@code Data} of an answer that must be good. */
    JsonNode data(String action, String request) {
        return calls.data(action, named(request));
    }

    String code(String action, String request) {
        return calls.code(action, named(request));
    }

    /** The body of an answer that is a file. */
    byte[] file(String action, String request) {
        return calls.send(action, named(request)).body();
    }

    /** The request with the ids in the place of their names. */
    String named(String request) {
        String named = request;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            named = named.replace("$" + id.getKey() + "'", id.getValue() + "'")
                    .replace("$" + id.getKey() + "\"", id.getValue() + "\"");
        }
        return named;
    }
}

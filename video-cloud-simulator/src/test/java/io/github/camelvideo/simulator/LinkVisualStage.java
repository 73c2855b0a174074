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

import io.github.camelvideo.simulator.world.LinkVisual;
import io.github.camelvideo.simulator.world.LinkVisualDevice.State;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A world of Link Visual for tests; {@code $name} in a request stands for one of its things. */
final class LinkVisualStage {

    /** 2026-05-01 12:00 in Shanghai. */
    static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");

    private final VideoCloudSimulator simulator;
    private final Map<String, String> things = new TreeMap<>((a, b) -> b.compareTo(a));

    LinkVisualStage(VideoCloudSimulator simulator) {
        this.simulator = simulator;
    }

    LinkVisualStage furnish() {
        LinkVisual world = simulator.world().linkVisual();
        String on = world.addDevice();
        things.put("$on", on);
        for (State state : State.values()) {
            String name = state.name().toLowerCase(Locale.ROOT);
            if (state != State.ONLINE) {
                world.setDevice(name, state);
                things.put(state == State.OFFLINE ? "$off" : "$" + name, name);
            }
        }
        String template = data("CreateTimeTemplate", "{'Name':'t','AllDay':1}");
        things.put("$template", template);
        things.put("$unused", data("CreateTimeTemplate", "{'Name':'u','AllDay':1}"));
        things.put("$plan", data("CreateRecordPlan", "{'Name':'p','TemplateId':'$template'}"));
        things.put(
                "$eplan",
                data(
                        "CreateEventRecordPlan",
                        "{'Name':'e','TemplateId':'$template','EventTypes':'1,2','PreRecordDuration':5,'RecordDuration':15}"));
        call("AddRecordPlanDevice", "{'PlanId':'$plan','IotId':'$on','StreamType':0}")
                .data();
        call("AddEventRecordPlanDevice", "{'PlanId':'$eplan','IotId':'$on'}").data();
        call("SetDeviceRecordLifeCycle", "{'IotId':'$on','Day':30}").data();
        call("SetDevicePictureLifeCycle", "{'IotId':'$on','Day':30}").data();
        var event = world.addEvent(on, NOON.minusSeconds(60), 1);
        things.put("$event", event.id());
        things.put("$picture", event.pictureId());
        things.put(
                "$file",
                world.addRecording(on, NOON.minusSeconds(600), NOON.minusSeconds(300))
                        .id());
        return this;
    }

    String get(String thing) {
        return things.get(thing);
    }

    private String data(String action, String request) {
        return call(action, request).data().asText();
    }

    AliyunCall call(String action, String request) {
        String named = request;
        for (Map.Entry<String, String> thing : things.entrySet()) {
            named = named.replace(thing.getKey(), thing.getValue());
        }
        return new AliyunCall(simulator, action).with(named);
    }
}

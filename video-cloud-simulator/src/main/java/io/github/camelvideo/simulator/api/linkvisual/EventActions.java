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
package io.github.camelvideo.simulator.api.linkvisual;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.LinkVisual;
import io.github.camelvideo.simulator.world.LinkVisualEvent;
import io.github.camelvideo.simulator.world.LinkVisualRecording;
import java.time.Instant;
import java.util.List;

/** Events of cameras, with the picture and the recordings of each. */
record EventActions(LinkVisual world, Cameras cameras, AnswerBuilder answers, Addresses addresses) {

    ObjectNode list(Parameters parameters) {
        String iotId = cameras.owned(parameters);
        TimeWindow window = TimeWindow.ofMillis(parameters);
        long type = parameters.number("EventType", 0);
        List<LinkVisualEvent> events = world.events(iotId, window.begin(), window.end()).stream()
                .filter(event -> type == 0 || event.type() == type)
                .toList();
        return answers.page("QueryDeviceEvent", parameters, events, EventActions::show);
    }

    private static ObjectNode show(LinkVisualEvent event) {
        return Data.object()
                .put("EventId", event.id())
                .put("EventType", event.type())
                .put("EventTime", TimeWindow.text(event.at()))
                .put("EventDesc", event.type() == 2 ? "sound" : "motion")
                .put("EventData", "{}")
                .put("EventPicId", event.pictureId());
    }

    /** Nothing for an event that is not known or took no picture. */
    ObjectNode picture(Parameters parameters) {
        String iotId = cameras.owned(parameters);
        String id = parameters.text("EventId");
        return world.events(iotId, Instant.MIN, Instant.MAX).stream()
                .filter(event -> event.id().equals(id) && !event.pictureId().isEmpty())
                .findFirst()
                .map(event -> Data.of("oss://linkvisual-pictures/" + iotId + "/" + event.pictureId() + ".jpg"))
                .orElseGet(Data::none);
    }

    ObjectNode recordings(Parameters parameters) {
        String iotId = cameras.owned(parameters);
        String id = parameters.text("EventId");
        return Data.of(Data.array(world.recordings(iotId, Instant.MIN, Instant.MAX).stream()
                .filter(recording -> recording.eventId().equals(id))
                .map(this::show)));
    }

    private ObjectNode show(LinkVisualRecording recording) {
        return Data.object()
                .put("FileName", recording.id())
                .put("BeginTime", TimeWindow.text(recording.at()))
                .put("EndTime", TimeWindow.text(recording.end()))
                .put("VodUrl", addresses.recording(recording.id()));
    }
}

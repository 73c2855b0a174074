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
package io.github.camelvideo.simulator.world;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Something that happened to the world; a world file is a list of these, one JSON document a line. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.DeviceSaved.class, name = "device"),
    @JsonSubTypes.Type(value = Change.DeviceRemoved.class, name = "device-removed"),
    @JsonSubTypes.Type(value = Change.AlarmRaised.class, name = "alarm"),
    @JsonSubTypes.Type(value = Change.AlarmAcknowledged.class, name = "alarm-acknowledged"),
    @JsonSubTypes.Type(value = Change.AlarmDeleted.class, name = "alarm-deleted"),
    @JsonSubTypes.Type(value = Change.RecordSaved.class, name = "record"),
    @JsonSubTypes.Type(value = Change.RecordRemoved.class, name = "record-removed"),
    @JsonSubTypes.Type(value = Change.RecordsRemoved.class, name = "records-removed"),
    @JsonSubTypes.Type(value = Change.LinkVisualEventAdded.class, name = "linkvisual-event"),
    @JsonSubTypes.Type(value = Change.LinkVisualPictureAdded.class, name = "linkvisual-picture"),
    @JsonSubTypes.Type(value = Change.LinkVisualRecordingAdded.class, name = "linkvisual-recording"),
    @JsonSubTypes.Type(value = Change.Cleared.class, name = "cleared")
})
sealed interface Change {

    record DeviceSaved(Device device) implements Change {}

    record DeviceRemoved(String id) implements Change {}

    record AlarmRaised(Alarm alarm) implements Change {}

    record AlarmAcknowledged(long id, Instant at) implements Change {}

    record AlarmDeleted(long id, Instant at) implements Change {}

    record RecordSaved(String kind, String id, ObjectNode data) implements Change {}

    record RecordRemoved(String kind, String id) implements Change {}

    record RecordsRemoved(String kind) implements Change {}

    record LinkVisualEventAdded(LinkVisualEvent event) implements Change {}

    record LinkVisualPictureAdded(LinkVisualPicture picture) implements Change {}

    record LinkVisualRecordingAdded(LinkVisualRecording recording) implements Change {}

    record Cleared() implements Change {}
}

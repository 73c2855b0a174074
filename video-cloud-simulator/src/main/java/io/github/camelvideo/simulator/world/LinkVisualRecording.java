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

import java.time.Instant;

/**
 * A recording of a camera of Link Visual in the cloud. It is listed from its end on.
 *
 * @param id name of the file
 * @param type 0 planned, 1 for an event, 2 on request
 * @param stream 0 main, 1 sub
 * @param eventId the event or the request it was made for, or empty
 */
public record LinkVisualRecording(
        String id, String iotId, int type, int stream, Instant at, Instant end, String eventId) implements TimedItem {

    @Override
    public Instant visibleAt() {
        return end;
    }
}

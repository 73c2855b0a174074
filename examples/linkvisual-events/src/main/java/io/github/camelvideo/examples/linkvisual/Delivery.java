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
package io.github.camelvideo.examples.linkvisual;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a message of the queue says.
 *
 * @param group its group, which is to be the device
 * @param eventTime as the vendor prints it; empty where it is missing
 * @param picture address of the picture, or null
 * @param pictureError why there is no picture, or null
 */
record Delivery(String group, String device, String eventId, String eventTime, String picture, String pictureError) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Delivery of(String group, String text) throws JsonProcessingException {
        JsonNode message = JSON.readTree(text);
        JsonNode event = message.path("event");
        return new Delivery(
                group,
                event.path("IotId").textValue(),
                event.path("EventId").textValue(),
                event.path("EventTime").asText(),
                message.path("picture").textValue(),
                message.path("pictureError").textValue());
    }
}

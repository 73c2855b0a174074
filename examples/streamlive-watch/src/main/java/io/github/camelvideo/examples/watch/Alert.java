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
package io.github.camelvideo.examples.watch;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An alert of a channel.
 *
 * @param pipeline {@code Pipeline0} or {@code Pipeline1}
 * @param since when it was raised, as the vendor prints it
 */
record Alert(String channel, String pipeline, String type, String since, String message) {

    /** What a ticket says of it. */
    static Alert of(JsonNode ticket) {
        JsonNode alert = ticket.path("alert");
        return new Alert(
                alert.path("ChannelId").asText(),
                alert.path("pipeline").asText(),
                alert.path("Type").asText(),
                alert.path("SetTime").asText(),
                alert.path("Message").asText());
    }
}

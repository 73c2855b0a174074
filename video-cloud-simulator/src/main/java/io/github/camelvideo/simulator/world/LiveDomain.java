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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A domain of the live account.
 *
 * @param push whether streams are pushed to it; otherwise they are played from it
 * @param enabled a disabled push domain turns every push away
 * @param playType 1 mainland China, 2 global, 3 outside mainland China
 * @param delayed whether it is for slow live
 * @param miniProgram whether it is for mini programs
 */
public record LiveDomain(
        String name,
        boolean push,
        boolean enabled,
        int playType,
        boolean delayed,
        boolean miniProgram,
        Instant createdAt) {

    private static final int PUSH = 0;
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter BEIJING = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** The same domain, in use or not. */
    public LiveDomain withEnabled(boolean on) {
        return new LiveDomain(name, push, on, playType, delayed, miniProgram, createdAt);
    }

    /** The same domain, played in another area. */
    public LiveDomain withPlayType(int type) {
        return new LiveDomain(name, push, enabled, type, delayed, miniProgram, createdAt);
    }

    /** From a record in the vendor's fields. */
    static LiveDomain of(JsonNode json) {
        return new LiveDomain(
                json.path("Name").asText(),
                json.path("Type").asInt() == PUSH,
                json.path("Status").asInt() == 1,
                json.path("PlayType").asInt(),
                json.path("IsDelayLive").asInt() == 1,
                json.path("IsMiniProgramLive").asInt() == 1,
                LocalDateTime.parse(json.path("CreateTime").asText(), BEIJING).toInstant(OFFSET));
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Name", name)
                .put("Type", push ? PUSH : 1)
                .put("Status", enabled ? 1 : 0)
                .put("PlayType", playType)
                .put("IsDelayLive", delayed ? 1 : 0)
                .put("IsMiniProgramLive", miniProgram ? 1 : 0)
                .put("CreateTime", BEIJING.format(createdAt.atOffset(OFFSET)));
    }
}

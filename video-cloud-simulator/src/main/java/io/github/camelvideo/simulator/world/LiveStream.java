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
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One push of a live stream, from its start to its end.
 *
 * @param domain push domain
 * @param app push path
 * @param name stream name
 * @param session identifies the push among those of the world
 * @param startedAt whole seconds
 * @param endedAt whole seconds; null while it is live
 * @param stopReason why it ended; empty while it is live
 * @param refused whether the push was rejected, so that it ended when it started
 */
public record LiveStream(
        String domain,
        String app,
        String name,
        String session,
        Instant startedAt,
        Instant endedAt,
        String stopReason,
        boolean refused) {

    /** Codes of the table in the description of stream events. */
    private static final String ENDED_BY_CLIENT = "1";

    /** The table leaves other ends to any other code. */
    private static final String ENDED_OTHERWISE = "100";

    /** Whether somebody pushes it now. */
    public boolean isLive() {
        return endedAt == null;
    }

    /** Whether it was pushed at some time of a span, the end of the span excluded. */
    public boolean isLiveIn(Instant from, Instant to) {
        return startedAt.isBefore(to) && (endedAt == null || endedAt.isAfter(from));
    }

    /** How long it was pushed within a span; one that is live is pushed to the end of it. */
    public Duration within(Instant from, Instant to) {
        Instant begin = startedAt.isAfter(from) ? startedAt : from;
        Instant end = endedAt != null && endedAt.isBefore(to) ? endedAt : to;
        return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
    }

    /** From the block set apart for documentation; the same for all pushes of a stream. */
    public String clientIp() {
        return "198.51.100." + (1 + Math.floorMod((domain + "/" + app + "/" + name).hashCode(), 254));
    }

    /** What a callback tells, by the names of the callbacks' registrations. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("domain", domain);
        facts.put("app", app);
        facts.put("name", name);
        facts.put("session", session);
        facts.put("clientIp", clientIp());
        if (isLive()) {
            facts.put("code", "0");
            facts.put("reason", "OK");
        } else {
            boolean isByClient = stopReason.equals(LiveStreams.BY_CLIENT);
            facts.put("code", isByClient ? ENDED_BY_CLIENT : ENDED_OTHERWISE);
            facts.put("reason", stopReason);
            facts.put(
                    "milliseconds",
                    Long.toString(Duration.between(startedAt, endedAt).toMillis()));
        }
        return facts;
    }

    LiveStream ended(Instant at, String reason) {
        return new LiveStream(domain, app, name, session, startedAt, at, reason, refused);
    }

    static LiveStream of(JsonNode json) {
        String end = json.path("End").asText();
        return new LiveStream(
                json.path("Domain").asText(),
                json.path("App").asText(),
                json.path("Name").asText(),
                json.path("Session").asText(),
                Instant.parse(json.path("Start").asText()),
                end.isEmpty() ? null : Instant.parse(end),
                json.path("StopReason").asText(),
                json.path("Refused").asBoolean());
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("Domain", domain)
                .put("App", app)
                .put("Name", name)
                .put("Session", session)
                .put("Start", startedAt.toString())
                .put("StopReason", stopReason);
        if (endedAt != null) {
            json.put("End", endedAt.toString()).put("Refused", refused);
        }
        return json;
    }
}

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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.callback.Callbacks;
import java.time.Instant;
import java.util.List;

/** The pushes that run, those that ended, and the stream names that may not be pushed. Callers hold the world's lock. */
final class LiveStreams {

    /** Stop reasons. */
    static final String BY_CLIENT = "Stopped by the client";

    static final String DROPPED = "Dropped by the API";
    static final String FORBIDDEN = "Forbidden by the API";
    static final String DOMAIN_DISABLED = "Domain disabled";

    private final Callbacks callbacks;
    private final Records live;
    private final Records ended;
    private final Records forbidden;
    private final Records domains;

    LiveStreams(World world) {
        callbacks = world.callbacks();
        live = world.records(Live.STREAMS);
        ended = world.records(Live.ENDED);
        forbidden = world.records(Live.FORBIDDEN);
        domains = world.records(Live.DOMAINS);
    }

    /** False when the push is turned away. */
    boolean start(String domain, String app, String name, Instant now) {
        // ended and running pushes together are one more after each start, so that no two have the same number
        String session = Integer.toString(live.size() + ended.size() + 1);
        LiveStream stream = new LiveStream(domain, app, name, session, now, null, "", false);
        String key = key(domain, app, name);
        if (live.contains(key)) {
            return true;
        }
        LiveDomain known = domain(domain);
        if (known == null) {
            save(new LiveDomain(domain, true, true, 1, false, false, now));
        }
        boolean disabled = known != null && !known.enabled();
        if (disabled || forbiddenUntil(name, now) != null) {
            String reason = disabled ? DOMAIN_DISABLED : FORBIDDEN;
            keep(new LiveStream(domain, app, name, session, now, now, reason, true));
            return false;
        }
        live.save(key, stream.json());
        callbacks.streamStarted(now, stream.facts());
        return true;
    }

    /** False when it is not live. */
    boolean end(String domain, String app, String name, Instant now, String reason) {
        String key = key(domain, app, name);
        ObjectNode json = live.get(key);
        if (json == null) {
            return false;
        }
        LiveStream stream = LiveStream.of(json).ended(now, reason);
        keep(stream);
        live.remove(key);
        callbacks.streamEnded(now, stream.facts());
        return true;
    }

    private void keep(LiveStream stream) {
        // numbered, so that the order is that of the ends
        ended.save(Integer.toString(ended.size() + 1), stream.json());
    }

    void forbid(String name, Instant until, Instant now) {
        forbidden.save(
                name,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Name", name)
                        .put("CreatedAt", now.toString())
                        .put("Until", until.toString()));
        for (LiveStream stream : live()) {
            if (stream.name().equals(name)) {
                end(stream.domain(), stream.app(), name, now, FORBIDDEN);
            }
        }
    }

    boolean resume(String name) {
        return forbidden.remove(name);
    }

    /** The end of the ban that holds now, or null. */
    Instant forbiddenUntil(String name, Instant now) {
        ObjectNode ban = forbidden.get(name);
        Instant until = ban == null ? null : Instant.parse(ban.path("Until").asText());
        return until == null || !now.isBefore(until) ? null : until;
    }

    void save(LiveDomain domain) {
        domains.save(domain.name(), domain.json());
    }

    void disable(LiveDomain domain, Instant now) {
        save(domain.withEnabled(false));
        for (LiveStream stream : live()) {
            if (stream.domain().equals(domain.name())) {
                end(stream.domain(), stream.app(), stream.name(), now, DOMAIN_DISABLED);
            }
        }
    }

    LiveDomain domain(String name) {
        ObjectNode json = domains.get(name);
        return json == null ? null : LiveDomain.of(json);
    }

    LiveStream stream(String domain, String app, String name) {
        ObjectNode json = live.get(key(domain, app, name));
        return json == null ? null : LiveStream.of(json);
    }

    List<LiveStream> live() {
        return live.all().stream().map(LiveStream::of).toList();
    }

    List<LiveStream> ended() {
        return ended.all().stream().map(LiveStream::of).toList();
    }

    /** A blank is in no part of an address. */
    private static String key(String domain, String app, String name) {
        return domain + " " + app + " " + name;
    }
}

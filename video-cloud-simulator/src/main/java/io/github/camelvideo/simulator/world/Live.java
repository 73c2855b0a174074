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

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/**
 * Streams and domains of live streaming (API {@code live}), for tests that do not want to make them by calls.
 *
 * <p>A new world has none. What happens here shows in the actions: a started stream is online and has statistics, one
 * that ended is in the history. Times are whole seconds of the simulator's clock. What was scheduled or generates itself
 * has happened as soon as it is read. Safe for use by many threads.
 */
public final class Live {

    /** Push path of streams for which nobody chose one. */
    public static final String DEFAULT_APP = "live";

    /** Push domain of generated streams. */
    public static final String GENERATED_DOMAIN = "push.example.com";

    /** Kinds of {@link World#records}. */
    static final String STREAMS = "live/stream";

    static final String ENDED = "live/ended-stream";
    static final String FORBIDDEN = "live/forbidden-stream";
    static final String PLANS = "live/planned-stream";
    public static final String DOMAINS = "live/domain";

    private final World world;
    private final RandomData randomData;
    private final Clock clock;
    private final LiveStreams streams;
    private final LiveScript script;

    Live(World world, RandomData randomData, Clock clock) {
        this.world = world;
        this.randomData = randomData;
        this.clock = clock;
        this.streams = new LiveStreams(world);
        this.script = new LiveScript(world.records(PLANS), streams);
    }

    void clear() {
        script.clear();
    }

    /**
     * Starts a push; an unknown domain becomes an enabled push domain. A running push continues.
     *
     * @return false when the push is turned away, because the stream is forbidden or the domain disabled; the history
     *     shows the attempt
     */
    public boolean startStream(String domain, String app, String name) {
        return change(() -> streams.start(domain, app, name, now()));
    }

    /** Stops a push; false when there is none. */
    public boolean stopStream(String domain, String app, String name) {
        return change(() -> streams.end(domain, app, name, now(), LiveStreams.BY_CLIENT));
    }

    /** Cuts a push off, which may start again; false when there is none. */
    public boolean dropStream(String domain, String app, String name) {
        return change(() -> streams.end(domain, app, name, now(), LiveStreams.DROPPED));
    }

    /** Ends all pushes of that stream name, whatever their domain, and turns new ones away until a moment. */
    public void forbidStream(String name, Instant until) {
        change(() -> {
            streams.forbid(name, until, now());
            return null;
        });
    }

    /** Ends a ban; false when there was none. */
    public boolean resumeStream(String name) {
        return change(() -> streams.resume(name));
    }

    /** Whether pushes of that stream name are turned away now. */
    public boolean isForbidden(String name) {
        return streams.forbiddenUntil(name, now()) != null;
    }

    /** Schedules the start and the end of a push. */
    public void schedule(String domain, String app, String name, Instant start, Instant end) {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("Stream " + name + " must start before it ends: " + start + ", " + end);
        }
        change(() -> {
            script.add(domain, app, name, seconds(start), seconds(end));
            return null;
        });
    }

    /** Generates streams from now on, at an average rate per minute, each for up to 20 minutes. */
    public void generateStreams(double perMinute) {
        if (!(perMinute > 0)) {
            throw new IllegalArgumentException("Streams per minute must be above 0, not " + perMinute);
        }
        change(() -> {
            script.generate(randomData.split(), perMinute, clock.instant());
            return null;
        });
    }

    /** Generates no more streams; running ones end as planned. */
    public void stopGenerating() {
        change(() -> {
            script.stopGenerating();
            return null;
        });
    }

    /** The streams pushed now, in the order in which they started. */
    public List<LiveStream> streams() {
        catchUp();
        return streams.live();
    }

    /** The push of a stream that runs now, or null. */
    public LiveStream stream(String domain, String app, String name) {
        catchUp();
        return streams.stream(domain, app, name);
    }

    /** The pushes that ended or were turned away, in the order of their ends. */
    public List<LiveStream> endedStreams() {
        catchUp();
        return streams.ended();
    }

    /** Adds an enabled push domain, or puts it in the place of one with the same name. */
    public LiveDomain addPushDomain(String name) {
        return save(new LiveDomain(name, true, true, 1, false, false, now()));
    }

    /** Adds an enabled playback domain, or puts it in the place of one with the same name. */
    public LiveDomain addPlayDomain(String name) {
        return save(new LiveDomain(name, false, true, 1, false, false, now()));
    }

    /** Puts a domain in the place of the one with the same name, or adds it. Pushes to a disabled one end. */
    public LiveDomain save(LiveDomain domain) {
        return change(() -> {
            if (domain.enabled()) {
                streams.save(domain);
            } else {
                streams.disable(domain, now());
            }
            return domain;
        });
    }

    /** The domain of that name, or null. */
    public LiveDomain domain(String name) {
        catchUp();
        return streams.domain(name);
    }

    /** All domains in the order in which they were added. */
    public List<LiveDomain> domains() {
        catchUp();
        return world.records(DOMAINS).all().stream().map(LiveDomain::of).toList();
    }

    private <T> T change(Supplier<T> change) {
        return world.exclusively(() -> {
            script.catchUp(clock.instant());
            return change.get();
        });
    }

    /** Lets what was scheduled or generated up to now happen. */
    void catchUp() {
        if (script.isDue(clock.instant())) {
            change(() -> null);
        }
    }

    private Instant now() {
        return seconds(clock.instant());
    }

    private static Instant seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}

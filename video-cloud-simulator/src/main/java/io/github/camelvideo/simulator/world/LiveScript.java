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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Starts and stops scheduled and generated streams as the clock advances. Needs no thread: what is due is done before each read.
 * Callers hold the world's lock, except for {@link #isDue}.
 */
final class LiveScript {

    private static final Duration LONGEST_PUSH = Duration.ofMinutes(20);

    /** Of equal times, an end goes before a start, so that a stream can start anew at once. */
    private record Cue(Instant at, boolean start, String plan) {

        static final Comparator<Cue> ORDER =
                Comparator.comparing(Cue::at).thenComparing(Cue::start).thenComparing(Cue::plan);
    }

    private final Records plans;
    private final LiveStreams streams;
    private final PriorityQueue<Cue> cues = new PriorityQueue<>(Cue.ORDER);

    private RandomSchedule generator;
    private SplittableRandom random;
    private int generated;
    private volatile Instant nextDue = Instant.MAX;

    LiveScript(Records plans, LiveStreams streams) {
        this.plans = plans;
        this.streams = streams;
        plans.all().forEach(this::cue);
        tellNext();
    }

    void clear() {
        cues.clear();
        generator = null;
        generated = 0;
        tellNext();
    }

    void add(String domain, String app, String name, Instant start, Instant end) {
        String id = plans.newId(10);
        ObjectNode plan = JsonNodeFactory.instance
                .objectNode()
                .put("Id", id)
                .put("Domain", domain)
                .put("App", app)
                .put("Name", name)
                .put("Start", start.toString())
                .put("End", end.toString());
        plans.save(id, plan);
        cue(plan);
        tellNext();
    }

    private void cue(ObjectNode plan) {
        boolean running = plan.path("Running").asBoolean();
        Instant at = Instant.parse(plan.path(running ? "End" : "Start").asText());
        cues.add(new Cue(at, !running, plan.path("Id").asText()));
    }

    void generate(SplittableRandom chances, double perMinute, Instant from) {
        random = chances;
        generator = new RandomSchedule(chances.split(), perMinute, from);
        tellNext();
    }

    void stopGenerating() {
        generator = null;
        tellNext();
    }

    boolean isDue(Instant now) {
        return !nextDue.isAfter(now);
    }

    void catchUp(Instant now) {
        while (true) {
            Cue cue = cues.peek();
            Instant cued = cue == null ? Instant.MAX : cue.at();
            Instant generates = generator == null ? Instant.MAX : generator.next();
            if (cued.isAfter(now) && generates.isAfter(now)) {
                break;
            }
            if (generates.isBefore(cued)) {
                invent(generator.due(generates));
            } else {
                play(cues.remove());
            }
        }
        // last, so that nobody passes by while the streams are still being written
        tellNext();
    }

    private void tellNext() {
        Instant cued = cues.isEmpty() ? Instant.MAX : cues.peek().at();
        Instant generates = generator == null ? Instant.MAX : generator.next();
        nextDue = cued.isBefore(generates) ? cued : generates;
    }

    private void invent(List<Instant> moments) {
        for (Instant moment : moments) {
            Instant start = moment.truncatedTo(ChronoUnit.SECONDS);
            long seconds = 1 + random.nextLong(LONGEST_PUSH.toSeconds());
            add(Live.GENERATED_DOMAIN, Live.DEFAULT_APP, "stream-" + ++generated, start, start.plusSeconds(seconds));
        }
    }

    private void play(Cue cue) {
        ObjectNode plan = plans.get(cue.plan());
        String domain = plan.path("Domain").asText();
        String app = plan.path("App").asText();
        String name = plan.path("Name").asText();
        if (!cue.start()) {
            LiveStream stream = streams.stream(domain, app, name);
            // a stream that was dropped and pushed anew meanwhile is not this one
            if (stream != null
                    && plan.path("Start").asText().equals(stream.startedAt().toString())) {
                streams.end(domain, app, name, cue.at(), LiveStreams.BY_CLIENT);
            }
            plans.remove(cue.plan());
        } else if (streams.stream(domain, app, name) == null && streams.start(domain, app, name, cue.at())) {
            plan.put("Running", true);
            plans.save(cue.plan(), plan);
            cue(plan);
        } else {
            plans.remove(cue.plan());
        }
    }
}

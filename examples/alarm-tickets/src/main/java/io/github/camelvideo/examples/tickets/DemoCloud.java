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
package io.github.camelvideo.examples.tickets;

import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.world.World;
import io.github.camelvideo.tencent.TencentVideoConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cloud simulator with a world that outlives this process: the alarms of some days at the first start, the same ones later, and new
 * ones as time goes on.
 */
final class DemoCloud implements AutoCloseable {

    private final VideoCloudSimulator simulator;
    private final int perMinute;
    private final int foundAlarms;

    private DemoCloud(VideoCloudSimulator simulator, int perMinute) {
        this.simulator = simulator;
        this.perMinute = perMinute;
        this.foundAlarms = world().alarms().size();
    }

    static DemoCloud start(Settings settings, Clock clock) throws IOException {
        Path directory = Files.createDirectories(settings.directory());
        VideoCloudSimulator simulator = VideoCloudSimulator.builder()
                .clock(clock)
                .seed(settings.number("demo.seed", 1))
                .worldFile(directory.resolve("world.jsonl"))
                .start();
        if (simulator.world().alarms().isEmpty()) {
            Instant now = clock.instant();
            Duration past = Duration.ofDays(settings.number("demo.backlog-days", 1));
            simulator.world().raiseAlarms(settings.number("demo.backlog", 0), now.minus(past), now);
        }
        return new DemoCloud(simulator, settings.number("demo.alarms-per-minute", 0));
    }

    /** Lets the component call this cloud, with this cloud's key, whatever key the environment holds. */
    void serve(TencentVideoConfiguration component) {
        component.setEndpointUrl(simulator.url());
        component.setSecretId(VideoCloudSimulator.SECRET_ID);
        component.setSecretKey(VideoCloudSimulator.SECRET_KEY);
    }

    /** From now on there are new alarms. */
    void startRaising() {
        if (perMinute > 0) {
            world().generateAlarms(perMinute);
        }
    }

    /** From now on there are no new alarms. */
    void stopRaising() {
        world().stopGenerating();
    }

    /** Ids of all alarms there are. */
    Set<String> alarmIds() {
        return world().alarmIds().stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** How many alarms there are that were not there at the start. */
    int newAlarms() {
        return world().alarms().size() - foundAlarms;
    }

    String greeting() {
        return "Cloud simulator at " + simulator.url() + ": " + foundAlarms + " alarms so far, " + perMinute
                + " new ones a minute";
    }

    private World world() {
        return simulator.world();
    }

    @Override
    public void close() {
        simulator.close();
    }
}

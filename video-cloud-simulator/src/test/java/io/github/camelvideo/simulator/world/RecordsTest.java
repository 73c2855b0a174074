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

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.SimulatorClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTest {

    private static final String KIND = "mdl/channel";

    private final SimulatorClock clock = new SimulatorClock(Instant.parse("2026-05-01T04:00:00Z"));
    private final World world = new World(clock, 1, null);
    private final Records records = world.records(KIND);

    @TempDir
    Path directory;

    private static ObjectNode named(String name) {
        return JsonNodeFactory.instance.objectNode().put("Name", name);
    }

    private static List<String> names(Records records) {
        return records.all().stream().map(each -> each.path("Name").asText()).toList();
    }

    @Test
    void recordsStandInTheOrderOfTheirFirstSave() {
        records.save("9", named("a"));
        records.save("1", named("b"));
        records.save("5", named("c"));
        records.save("9", named("a2"));
        records.remove("1");
        records.save("1", named("b2"));

        assertThat(names(records)).containsExactly("a2", "c", "b2");
        assertThat(records.size()).isEqualTo(3);
    }

    @Test
    void kindsDoNotMix() {
        records.save("1", named("a"));
        world.records("mdl/input").save("1", named("b"));

        world.records("mdl/input").clear();

        assertThat(names(records)).containsExactly("a");
        assertThat(world.records("mdl/input").all()).isEmpty();
    }

    @Test
    void whatComesInAndGoesOutIsACopy() {
        ObjectNode given = named("a");
        records.save("1", given);

        given.put("Name", "changed");
        records.get("1").put("Name", "changed");
        records.all().get(0).put("Name", "changed");

        assertThat(records.get("1")).isEqualTo(named("a"));
    }

    @Test
    void anUnknownIdIsNeitherReadNorChangedNorRemoved() {
        assertThat(records.get("1")).isNull();
        assertThat(records.contains("1")).isFalse();
        assertThat(records.change("1", each -> each.put("Name", "a"))).isFalse();
        assertThat(records.remove("1")).isFalse();
        assertThat(records.all()).isEmpty();
    }

    @Test
    void decisionsMadeExclusivelyHoldAmongManyThreads() throws InterruptedException {
        records.save("count", JsonNodeFactory.instance.objectNode().put("N", 0));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 400; i++) {
            threads.execute(() -> {
                records.change("count", each -> each.put("N", each.path("N").asInt() + 1));
                world.exclusively(() -> {
                    if (records.size() < 6) {
                        records.save(records.newId(8), named("a"));
                    }
                    return null;
                });
            });
        }
        threads.shutdown();

        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(records.get("count").path("N").asInt()).isEqualTo(400);
        assertThat(records.size()).isEqualTo(6);
    }

    @Test
    void clearedWorldsHaveNoRecords() {
        String id = records.newId(8);
        records.save(id, named("a"));

        world.clear();

        assertThat(records.all()).isEmpty();
        assertThat(records.newId(8)).isEqualTo(id);
    }

    @Test
    void theNextWorldGoesOnWithTheSameRecords() {
        Path file = directory.resolve("world.jsonl");
        String id;
        try (World first = new World(clock, 1, file)) {
            Records channels = first.records(KIND);
            id = channels.newId(8);
            channels.save(id, named("a"));
            channels.save("2", named("b"));
            channels.save("3", named("c"));
            channels.change(id, each -> each.put("Name", "a2"));
            channels.remove("2");
            first.records("mdl/input").save("1", named("x"));
            first.records("mdl/input").clear();
        }

        try (World next = new World(clock, 1, file)) {
            Records channels = next.records(KIND);
            assertThat(names(channels)).containsExactly("a2", "c");
            assertThat(next.records("mdl/input").all()).isEmpty();
            assertThat(channels.newId(8)).isNotEqualTo(id);
        }
    }

    @Test
    void theNextWorldDoesNotInventTheIdsOfTheLastAgain() {
        Path file = directory.resolve("world.jsonl");
        new World(clock, 1, file).close();
        String id;
        try (World second = new World(clock, 1, file)) {
            id = second.records(KIND).newId(8);
            second.records(KIND).save(id, named("a"));
            second.records(KIND).remove(id);
        }

        try (World next = new World(clock, 1, file)) {
            assertThat(next.records(KIND).newId(8)).isNotEqualTo(id);
        }
    }
}

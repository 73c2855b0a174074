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
package io.github.camelvideo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.answer.Shapes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatedApisTest {

    static List<String> ids() {
        return SimulatedApis.with(null).ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyBehaviourIsThatOfAnAction(String id) {
        ApiCatalog api = SimulatedApis.with(null).catalog(id);
        try (VideoCloudSimulator simulator = VideoCloudSimulator.start()) {
            assertThat(api.actions().keySet())
                    .containsAll(SimulatedApis.behaviours(
                                    api, simulator.world(), new Shapes(api, 1), null, Clock.systemUTC())
                            .keySet());
        }
    }

    @Test
    void aLocationThatDoesNotExistIsRefusedAtTheStart() {
        SimulatorBuilder builder = VideoCloudSimulator.builder().catalogs("file:nowhere");

        assertThatThrownBy(builder::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere does not exist");
    }

    /** Of each built-in API, with as little as a catalog can have. */
    @ParameterizedTest
    @MethodSource("ids")
    void anApiThatAUserReplacedStartsWithoutTheActionsItHadBefore(String id, @TempDir Path folder) throws IOException {
        ApiCatalog builtIn = SimulatedApis.with(null).catalog(id);
        Files.writeString(
                folder.resolve(id + ".json"),
                "{\"version\": \"2030-01-01\", \"protocol\": \"%s\", \"endpoint\": \"new.example.com\", \"actions\": []}"
                        .formatted(builtIn.protocol()));

        try (VideoCloudSimulator simulator =
                VideoCloudSimulator.builder().catalogs("file:" + folder).start()) {
            simulator.reset();
            assertThat(simulator.url()).isNotNull();
        }
    }

    @Test
    void aRateOfAnUnknownApiIsRefusedAtTheStart() {
        SimulatorBuilder builder = VideoCloudSimulator.builder().rate("nothing", 5);

        assertThatThrownBy(builder::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing");
    }
}

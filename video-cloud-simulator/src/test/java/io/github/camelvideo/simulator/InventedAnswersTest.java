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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.answer.Answers;
import io.github.camelvideo.simulator.answer.Scripts;
import io.github.camelvideo.simulator.answer.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered where nothing of the world is behind it. */
class InventedAnswersTest {

    private static final SimulatedApis APIS = SimulatedApis.with(null);

    static List<String> apis() {
        return SimulatedApis.with(null).ids();
    }

    @ParameterizedTest
    @MethodSource("apis")
    void everyActionAnswersWithTheDeclaredFields(String id) {
        ApiCatalog api = APIS.catalog(id);
        Answers answers =
                new Answers(api, new Shapes(api, 1), Map.of(), new Scripts(), (action, parameters) -> null, null);

        for (Action action : api.actions().values()) {
            List<String> declared = new ArrayList<>(action.answer().keySet());
            declared.remove("RequestId");
            assertThat(answers.answer(action, JsonNodeFactory.instance.objectNode())
                            .fieldNames())
                    .toIterable()
                    .as(action.name())
                    .containsExactlyInAnyOrderElementsOf(declared);
        }
    }

    /** The documents of feeds are copied with those of the APIs. */
    @ParameterizedTest
    @MethodSource("apis")
    void everyApiHasItsFeeds(String id) {
        assertThat(APIS.catalog(id).actions().values()).anyMatch(action -> action.feed() != null);
    }

    /** And so are those of callbacks. */
    @ParameterizedTest
    @ValueSource(strings = {"live", "live-v2017", "mdl", "iss"})
    void anApiThatCallsBackHasItsEvents(String id) {
        assertThat(APIS.catalog(id).callbacks().events()).isNotEmpty();
    }
}

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
package io.github.camelvideo.simulator.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.catalog.Catalogs;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceKindsTest {

    /** Kinds that the world makes, which no action creates. */
    private static final Set<String> OF_THE_WORLD = Set.of("linkvisual/device");

    @ParameterizedTest
    @ValueSource(strings = {"iotvideoindustry", "iss", "live", "live-v2", "mdl", "linkvisual"})
    void namesActionsOfTheCatalogEachOnce(String api) {
        List<String> actions = ResourceKinds.read(api).kinds().stream()
                .flatMap(kind -> kind.actions().keySet().stream())
                .toList();

        assertThat(actions).doesNotHaveDuplicates();
        assertThat(Catalogs.ofClassPath("tencent-video", "aliyun-linkvisual")
                        .get(api)
                        .actions()
                        .keySet())
                .containsAll(actions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iotvideoindustry", "iss", "live", "live-v2", "mdl", "linkvisual"})
    void refersToDeclaredKinds(String api) {
        List<ResourceKind> kinds = ResourceKinds.read(api).kinds();
        Set<String> names = kinds.stream().map(ResourceKind::name).collect(Collectors.toSet());
        names.addAll(OF_THE_WORLD);

        assertThat(kinds)
                .hasSameSizeAs(kinds.stream().map(ResourceKind::name).distinct().toList());
        assertThat(kinds.stream()
                        .flatMap(kind -> Stream.concat(
                                kind.references().stream().map(Reference::kind),
                                kind.dependents().stream().map(Dependent::kind))))
                .isSubsetOf(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iotvideoindustry", "iss", "live", "live-v2", "mdl", "linkvisual"})
    void canMakeIdsOfWhatIsCreated(String api) {
        ResourceKinds.read(api).kinds().stream()
                .filter(kind -> kind.id() != null)
                .filter(kind -> kind.actions().values().stream().anyMatch(action -> action.verb() == Verb.CREATE))
                .forEach(kind ->
                        assertThat(IdForm.parse(kind.newId())).as(kind.name()).isNotNull());
    }

    @Test
    void saysWhichResourceIsMissing() {
        assertThatThrownBy(() -> ResourceKinds.read("none")).hasMessageContaining("records/none.json");
    }
}

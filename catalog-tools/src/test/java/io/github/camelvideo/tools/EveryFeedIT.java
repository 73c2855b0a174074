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
package io.github.camelvideo.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.tools.component.KnownComponent;
import io.github.camelvideo.tools.trial.Trial;
import io.github.camelvideo.tools.trial.TrialSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every feed of the built-in catalogs can be seen at work without a key, a camera or a parameter. */
class EveryFeedIT {

    static Stream<String> feeds() {
        return Stream.of(KnownComponent.values()).flatMap(EveryFeedIT::feeds);
    }

    private static Stream<String> feeds(KnownComponent component) {
        Catalogs catalogs = component.catalogs(null);
        return catalogs.ids().stream().map(catalogs::get).flatMap(api -> uris(component, api));
    }

    private static Stream<String> uris(KnownComponent component, ApiCatalog api) {
        return api.actions().values().stream()
                .filter(action -> action.feed() != null)
                .map(action -> component.path(api.id()) + action.name());
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void showsItems(String uri) {
        List<String> lines = new ArrayList<>();

        boolean came = Trial.run(
                new TrialSettings(uri, null, true, null, 2, Duration.ofSeconds(10), null, Map.of(), null), lines::add);

        assertThat(came).as("%s: %s", uri, lines).isTrue();
    }
}

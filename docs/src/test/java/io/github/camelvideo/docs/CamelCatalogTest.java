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
package io.github.camelvideo.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.docs.ShownUris.ShownUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Camel's tools read our metadata and nothing else: what the documents show must be right to them too. */
class CamelCatalogTest {

    /** An API that a page makes up; CatalogWalkIT calls it. */
    private static final String WALKED = "tencent-video:rooms/";

    private static final CamelCatalog CATALOG = catalog();

    private static CamelCatalog catalog() {
        CamelCatalog catalog = new DefaultCamelCatalog();
        for (Scheme scheme : Scheme.values()) {
            catalog.addComponent(
                    scheme.uriName(), scheme.withKey().getClass().getName(), Project.read(scheme.metadata()));
        }
        return catalog;
    }

    @Test
    void everyUriThatIsShownIsValid() {
        List<ShownUri> shown = ShownUris.all();
        List<String> problems = new ArrayList<>();

        for (ShownUri uri : shown) {
            EndpointValidationResult result = validate(uri.uri());
            if (!result.isSuccess()) {
                problems.add(uri.place() + ": " + result.summaryErrorMessage(false));
            }
        }

        assertThat(problems).isEmpty();
        // each action of the reference, and the guides
        assertThat(shown).hasSizeGreaterThan(480);
    }

    @Test
    void whatIsNotAnOptionThereIsAParameterOfTheAction() {
        List<String> unknown = new ArrayList<>();

        for (ShownUri uri : ShownUris.all()) {
            if (uri.uri().startsWith(WALKED)) {
                continue;
            }
            Set<String> parameters = parameters(uri.uri().split("\\?")[0]);
            Stream.ofNullable(validate(uri.uri()).getLenient())
                    .flatMap(Set::stream)
                    .filter(name -> !parameters.contains(name.split("\\.")[0]) && !parameters.contains(name))
                    .forEach(name -> unknown.add(uri.place() + ": " + name));
        }

        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:x", "a,b", "t1,c1;t2,c2", "#cameras", "#bean:cameras", "{{cameras}}"})
    void forEachInTakesAFileAListAndABean(String values) {
        EndpointValidationResult result =
                validate("aliyun-linkvisual:QueryDeviceEvent?forEach=IotId&forEachIn=" + values);

        assertThat(result.isSuccess()).as(result.summaryErrorMessage(false)).isTrue();
        assertThat(result.getLenient()).isNull();
    }

    @Test
    void aWrongValueOfAnOptionIsNotValid() {
        EndpointValidationResult result = validate("tencent-video:live/DescribeLiveStreamState?maxRetries=often");

        assertThat(result.isSuccess()).isFalse();
        assertThat(result.getInvalidInteger()).containsOnlyKeys("maxRetries");
    }

    /** As tools do for a component with lenient properties: parameters of actions pass, options are checked. */
    private static EndpointValidationResult validate(String uri) {
        return CATALOG.validateEndpointProperties(uri, false);
    }

    private static Set<String> parameters(String path) {
        if (path.endsWith("/callback")) {
            // what the vendor calls has no parameters
            return Set.of();
        }
        return Scheme.allApis()
                .flatMap(api -> Stream.concat(api.actions().values().stream(), api.listedOnly().values().stream())
                        .filter(action -> Scheme.of(api).path(api, action).equals(path)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Unknown action: " + path))
                .parameters()
                .keySet();
    }
}

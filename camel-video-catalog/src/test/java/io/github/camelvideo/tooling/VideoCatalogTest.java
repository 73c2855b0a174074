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
package io.github.camelvideo.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.suggest.CatalogSuggestionStrategy;
import org.apache.camel.tooling.model.ApiMethodModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.junit.jupiter.api.Test;

/** What a tool learns from the jar. */
class VideoCatalogTest {

    private final CamelCatalog catalog = new DefaultCamelCatalog(true);

    @Test
    void aCatalogFindsTheComponentsByTheClassPathAlone() {
        assertThat(catalog.componentModel("tencent-video").getApiOptions()).hasSize(7);
        assertThat(catalog.componentModel("aliyun-linkvisual").getApiOptions()).hasSizeGreaterThan(30);
    }

    @Test
    void aToolListsTheComponentsOnceWhenTheyWereAdded() {
        assertThat(catalog.findComponentNames()).doesNotContain("tencent-video");

        VideoCatalog.addTo(catalog);
        VideoCatalog.addTo(catalog);

        assertThat(catalog.findComponentNames()).containsOnlyOnce("tencent-video", "aliyun-linkvisual");
        assertThat(catalog.findComponentNames("iot")).contains("tencent-video", "aliyun-linkvisual");
    }

    @Test
    void aToolCompletesTheParametersOfAnAction() {
        ComponentModel component = catalog.componentModel("tencent-video");

        ApiMethodModel action = component.getApiOptions().stream()
                .filter(api -> api.getName().equals("live"))
                .flatMap(api -> api.getMethods().stream())
                .filter(method -> method.getName().equals("DescribeLiveStreamState"))
                .findFirst()
                .orElseThrow();

        assertThat(action.getDescription()).isNotBlank();
        assertThat(action.getOptions()).extracting("name").containsExactly("AppName", "DomainName", "StreamName");
        assertThat(action.getOptions())
                .allSatisfy(option -> assertThat(option.getDescription()).isNotBlank());
    }

    @Test
    void aMisspelledParameterIsReportedWithASuggestion() {
        catalog.setSuggestionStrategy(new CatalogSuggestionStrategy());

        EndpointValidationResult result =
                catalog.validateEndpointProperties("tencent-video:live/DescribeLiveStreamState?StreamNam=x");

        assertThat(result.getUnknown()).containsExactly("StreamNam");
        assertThat(result.getUnknownSuggestions().get("StreamNam")).contains("StreamName");
    }
}

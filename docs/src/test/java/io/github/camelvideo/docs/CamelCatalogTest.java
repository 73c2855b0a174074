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
import io.github.camelvideo.tooling.VideoCatalog;
import java.util.ArrayList;
import java.util.List;
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
        CamelCatalog catalog = new DefaultCamelCatalog(true);
        VideoCatalog.addTo(catalog);
        return catalog;
    }

    /** Those of the reference, of the guides, and of the examples' routes: in Java, YAML and XML. */
    @Test
    void everyUriThatIsShownIsValid() {
        List<ShownUri> shown = ShownUris.all();
        List<String> problems = new ArrayList<>();

        for (ShownUri uri : shown) {
            if (uri.uri().startsWith(WALKED)) {
                continue;
            }
            EndpointValidationResult result = validate(uri.uri());
            if (!result.isSuccess()) {
                problems.add(uri.place() + ": " + result.summaryErrorMessage(false));
            }
        }

        assertThat(problems).isEmpty();
        // each action of the reference, and the guides
        assertThat(shown).hasSizeGreaterThan(480);
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
    void aToolOfAUserValidatesAUriByTheCatalog() {
        // region validate
        CamelCatalog catalog = new DefaultCamelCatalog(true);
        VideoCatalog.addTo(catalog);
        EndpointValidationResult result =
                catalog.validateEndpointProperties("tencent-video:live/DescribeLiveStreamState?StreamName=lobby");
        if (!result.isSuccess()) {
            throw new IllegalArgumentException(result.summaryErrorMessage(false));
        }
        // end
        assertThat(catalog.findComponentNames()).contains("tencent-video", "aliyun-linkvisual");
    }

    @Test
    void aWrongValueOfAnOptionIsNotValid() {
        EndpointValidationResult result = validate("tencent-video:live/DescribeLiveStreamState?maxRetries=often");

        assertThat(result.isSuccess()).isFalse();
        assertThat(result.getInvalidInteger()).containsOnlyKeys("maxRetries");
    }

    private static EndpointValidationResult validate(String uri) {
        return CATALOG.validateEndpointProperties(uri);
    }
}

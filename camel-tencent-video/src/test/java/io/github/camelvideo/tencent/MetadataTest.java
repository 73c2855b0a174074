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
package io.github.camelvideo.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.lint.ComponentMetadataCase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tools learn about the component. */
class MetadataTest extends ComponentMetadataCase {

    MetadataTest() {
        super(
                "/META-INF/io/github/camelvideo/tencent/tencent-video.json",
                List.of(
                        "secretId",
                        "secretKey",
                        "sessionToken",
                        "appId",
                        "apiKey",
                        "language",
                        "signMethod",
                        "httpMethod"),
                List.of("secretId", "secretKey", "sessionToken", "apiKey", "proxyPassword"),
                TencentVideoConstants.class,
                new TencentVideoComponent().headerNames());
    }

    @Override
    protected List<String> secretsOfEndpoints() {
        return List.of("callbackKey");
    }

    @Test
    void thePathIsApiAndAction() {
        assertThat(metadata().at("/component/syntax").asText()).isEqualTo("tencent-video:api/action");
    }

    @Test
    void itsOwnChoicesAreTyped() {
        List.of("signMethod", "httpMethod", "language").forEach(this::requireEnum);
    }

    /** Tools must not refuse an API that a user brings. */
    @Test
    void theApiOfThePathIsNoClosedList() {
        assertThat(metadata().at("/properties/api").isObject()).isTrue();
        assertThat(metadata().at("/properties/api").has("enum")).isFalse();
    }
}

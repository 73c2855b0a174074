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
package io.github.camelvideo.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedComponentTest {

    @ParameterizedTest
    @CsvSource({
        "camel.component.tencent-video.secret-id, true, false",
        "camel.component.tencent-video.secretKey, true, false",
        "camel.component.tencent-video.ENDPOINT-URL, true, false",
        "camel.component.tencent-video.profile, true, false",
        "camel.component.tencent-video.credentialsProvider, true, false",
        "camel.component.tencent-video.region, false, false",
        "camel.component.aliyun-linkvisual.access-key-id, false, true",
        "camel.component.other.secret-id, false, false",
        "camel.component.tencent-video.configuration, true, false",
        "camel.component.tencentVideo.secretId, true, false",
        // Quarkus lists variables by these names, too
        "CAMEL_COMPONENT_TENCENT_VIDEO_SECRET_ID, true, false",
        "camel.component.tencent.video.secret.id, true, false",
        "CAMEL_COMPONENT_ALIYUN_LINKVISUAL_ENDPOINT_URL, false, true",
    })
    void aPropertyThatGivesAKeyOrAnAddressDecides(String property, boolean tencent, boolean alibaba) {
        assertThat(SimulatedComponent.ALL)
                .extracting(component -> component.isConfigured(List.of(property), Map.of()))
                .containsExactly(tencent, alibaba);
    }

    @Test
    void aVariableWithoutAValueDecidesNothing() {
        assertThat(SimulatedComponent.ALL)
                .extracting(component -> component.isConfigured(
                        List.of(), Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "", "TENCENTCLOUD_SECRET_ID", " ")))
                .containsExactly(false, false);
    }

    @Test
    void soDoesAVariable() {
        assertThat(SimulatedComponent.ALL)
                .extracting(component ->
                        component.isConfigured(List.of(), Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI", "PATH", "/")))
                .containsExactly(false, true);
    }
}

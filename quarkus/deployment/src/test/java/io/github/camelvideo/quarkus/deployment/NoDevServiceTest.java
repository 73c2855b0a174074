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

import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A component with an address or a key calls what it was told to, in each spelling; the other one gets the simulated cloud. */
class NoDevServiceTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideRuntimeConfigKey("camel.component.tencent-video.endpointUrl", "http://127.0.0.1:1")
            .overrideConfigKey("camel.component.tencent-video.secretId", "AKIDmine");

    @Inject
    CamelContext context;

    @ConfigProperty(name = "camel.component.tencent-video.secret-key")
    Optional<String> key;

    @ConfigProperty(name = "camel.component.aliyun-linkvisual.endpoint-url")
    Optional<String> otherAddress;

    @Test
    void theKeyIsTheApplications() {
        assertThat(key).isEmpty();
        assertThat(otherAddress).isPresent();
    }
}

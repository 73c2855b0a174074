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
package io.github.camelvideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** What a user reads about a misspelled option. */
@ExtendWith(OutputCaptureExtension.class)
class UnknownOptionTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Test
    void aMisspelledOptionStopsTheStartWithASuggestionAndWithoutItsValue(CapturedOutput output) {
        assertThatThrownBy(() -> start("--camel.component.tencent-video.secret-kee=canary"));

        assertThat(output)
                .contains("camel.component.tencent-video.secret-kee: unknown option (did you mean 'secret-key'?)")
                .contains("Correct or remove the property.")
                .doesNotContain("canary");
    }

    @Test
    void aValueOfTheWrongTypeStopsTheStart(CapturedOutput output) {
        assertThatThrownBy(() -> start("--camel.component.aliyun-linkvisual.max-retries=many"));

        assertThat(output)
                .contains("camel.component.aliyun-linkvisual.max-retries")
                .contains("many");
    }

    private static void start(String argument) {
        new SpringApplicationBuilder(Application.class).run(argument).close();
    }
}

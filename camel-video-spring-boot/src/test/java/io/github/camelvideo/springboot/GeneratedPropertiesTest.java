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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The committed classes of properties and hints are what the metadata of the components makes of them. */
class GeneratedPropertiesTest {

    @Test
    void propertiesAndHintsAreThoseOfTheComponents() throws Exception {
        for (Map.Entry<Path, String> generated : PropertiesClasses.files().entrySet()) {
            Path file = PropertiesClasses.GENERATED.resolve(generated.getKey());
            if (Boolean.getBoolean("generated.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, generated.getValue());
            }
            assertThat(file)
                    .as(
                            "%s differs from the options of the component. Renew it and commit it: mvn -q -pl camel-video-spring-boot"
                                    + " -am test -Dtest=%s -Dsurefire.failIfNoSpecifiedTests=false -Dgenerated.update=true",
                            file, getClass().getSimpleName())
                    .exists()
                    .hasContent(generated.getValue());
        }
    }
}

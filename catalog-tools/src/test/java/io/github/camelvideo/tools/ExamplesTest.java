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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.tools.definition.Examples;
import io.github.camelvideo.tools.document.DocumentException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vendor's examples are read, and stay out of catalogs. */
class ExamplesTest {

    @TempDir
    private Path folder;

    @Test
    void anExampleHasParametersAndAResponse() {
        Examples.Example example =
                Examples.beside(Files.TENCENT).get("CreateHall").get(0);

        assertThat(example.title()).isEqualTo("A small hall");
        assertThat(example.request()).isEqualTo(Files.json("{\"Name\": \"Rex\", \"Rows\": [{\"Number\": 1}]}"));
        assertThat(example.response().at("/Response/HallId").asInt()).isEqualTo(7);
    }

    @Test
    void whatIsNoJsonIsLeftOut() {
        Examples.Example example =
                Examples.beside(Files.TENCENT).get("CreateHall").get(1);

        assertThat(example).isEqualTo(new Examples.Example("Not JSON", null, null));
    }

    @Test
    void thereMayBeNone() {
        assertThat(Examples.beside(folder.resolve("api.json"))).isEmpty();
    }

    @Test
    void aFaultIsNamedWithItsPlace() {
        Files.write(folder.resolve("examples.json"), "{\"actions\": {\"GetX\": {}}}");

        assertThatThrownBy(() -> Examples.beside(folder.resolve("api.json")))
                .isInstanceOf(DocumentException.class)
                .hasMessage("examples.json: actions/GetX: must be a list, but is an object.");
    }
}

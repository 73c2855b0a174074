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
package io.github.camelvideo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogsTest {

    private static final String DOCUMENT = "{\"protocol\": \"p\"}";

    private final List<String> opened = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final Catalogs catalogs = new Catalogs(List.of("live", "mdl"), id -> document(id, DOCUMENT));

    @Test
    void opensNothingToTellWhichApisThereAre() {
        assertThat(catalogs.ids()).containsExactly("live", "mdl");
        assertThat(opened).isEmpty();
    }

    @Test
    void opensADocumentOnceAndOnlyTheOneAskedFor() {
        ApiCatalog first = catalogs.get("live");
        ApiCatalog second = catalogs.get("live");

        assertThat(second).isSameAs(first);
        assertThat(opened).containsExactly("live", "live.feeds", "live.callbacks");
    }

    @Test
    void closesTheDocuments() {
        catalogs.get("mdl");

        assertThat(closed).containsOnly("mdl", "mdl.feeds", "mdl.callbacks");
    }

    @Test
    void namesTheNearestApiForAnUnknownOne() {
        assertThatThrownBy(() -> catalogs.get("life"))
                .isInstanceOf(CatalogException.class)
                .hasMessage("Unknown API 'life' (did you mean 'live'?). Known: live, mdl");
        assertThat(opened).isEmpty();
    }

    @Test
    void saysWhichDocumentIsNotOnTheClassPath() {
        Catalogs missing = Catalogs.of(CatalogsTest.class, "nowhere");

        assertThatThrownBy(() -> missing.get("nowhere"))
                .isInstanceOf(CatalogException.class)
                .hasMessage("Catalog document of API 'nowhere' is not on the class path");
    }

    @Test
    void keepsTheCauseWhenADocumentIsNoJson() {
        Catalogs broken = new Catalogs(List.of("live"), id -> document(id, "{\"protocol\": "));

        assertThatThrownBy(() -> broken.get("live"))
                .isInstanceOf(CatalogException.class)
                .hasMessage("Catalog document of API 'live' cannot be read")
                .hasCauseInstanceOf(IOException.class);
        assertThat(closed).contains("live");
    }

    private InputStream document(String id, String text) {
        opened.add(id);
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() throws IOException {
                closed.add(id);
                super.close();
            }
        };
    }
}

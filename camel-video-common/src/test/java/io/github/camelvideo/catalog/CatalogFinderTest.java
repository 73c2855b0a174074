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

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogFinderTest {

    private static final String INDEX = "META-INF/camel-video/own.catalogs";

    @TempDir
    private Path temp;

    @Test
    void jarsListTheirDocumentsInAnIndex() throws IOException {
        file("a/" + INDEX, "# comment\n\n com/example/rooms.json \ncom/example/rooms.feeds.json\n");
        file("a/com/example/rooms.json", "{}");
        file("a/com/example/rooms.feeds.json", "{}");
        file("b/" + INDEX, "org/example/halls.json");
        file("b/org/example/halls.json", "{}");

        assertThat(find(null, "a", "b"))
                .extracting(CatalogDocument::place)
                .containsExactly(
                        "classpath:com/example/rooms.json",
                        "classpath:com/example/rooms.feeds.json",
                        "classpath:org/example/halls.json");
    }

    @Test
    void documentsOfThisLibraryComeBeforeThoseOfOtherJars() throws IOException {
        file("a/" + INDEX, "com/example/live.json");
        file("a/com/example/live.json", "{}");
        file("b/" + INDEX, "io/github/camelvideo/own/live.json");
        file("b/io/github/camelvideo/own/live.json", "{}");

        assertThat(find(null, "a", "b"))
                .extracting(CatalogDocument::place)
                .containsExactly("classpath:io/github/camelvideo/own/live.json", "classpath:com/example/live.json");
    }

    @Test
    void aResourceThatTwoJarsListIsOneDocument() throws IOException {
        for (String jar : List.of("a", "b")) {
            file(jar + "/" + INDEX, "com/example/rooms.json");
            file(jar + "/com/example/rooms.json", "{}");
        }

        assertThat(find(null, "a", "b")).hasSize(1);
    }

    @Test
    void aResourceThatAJarListsAndLacksStopsItsApiAlone() throws IOException {
        file("a/" + INDEX, "com/example/rooms.json\ncom/example/Not A Catalog.json");
        file("b/" + INDEX, "com/example/halls.json");
        file("b/com/example/halls.json", "{'protocol': 'p', 'endpoint': 'a.example.com'}".replace('\'', '"'));

        withLoader(
                loader -> {
                    Catalogs catalogs = new Catalogs(CatalogFinder.find(loader, List.of("own"), null));

                    assertThat(catalogs.ids()).containsExactly("rooms", "halls");
                    assertThat(catalogs.get("halls").endpoint()).isEqualTo("a.example.com");
                    assertThatThrownBy(() -> catalogs.get("rooms"))
                            .isInstanceOf(CatalogException.class)
                            .hasMessageContainingAll(
                                    "classpath:com/example/rooms.json cannot be read: it is listed in",
                                    temp.resolve("a/" + INDEX).toString());
                },
                "a",
                "b");
    }

    @Test
    void aFileThatIsGoneSaysSo() throws IOException {
        file("folder/rooms.json", "{}");
        Catalogs catalogs = new Catalogs(find("file:" + temp.resolve("folder")));
        Files.delete(temp.resolve("folder/rooms.json"));

        assertThatThrownBy(() -> catalogs.get("rooms"))
                .hasMessageStartingWith(
                        "Catalog document " + temp.resolve("folder/rooms.json") + " cannot be read: it does not exist");
    }

    @Test
    void slashesAndBlanksDoNotMatter() throws IOException {
        file("a/extra/halls.json", "{}");
        file("folder/rooms.json", "{}");

        assertThat(find("classpath:/extra/halls.json, ,file:" + temp.resolve("folder") + "/,", "a"))
                .extracting(CatalogDocument::api)
                .containsExactly("halls", "rooms");
    }

    @Test
    void theOptionNamesFoldersAndDocumentsThatComeLast() throws IOException {
        file("a/" + INDEX, "com/example/rooms.json");
        file("a/com/example/rooms.json", "{}");
        file("a/extra/halls.json", "{}");
        file("folder/rooms.overlay.json", "{}");
        file("folder/rooms.json", "{}");
        file("folder/README.md", "");
        file("folder/Not A Catalog.json", "{}");
        file("one/doors.json", "{}");

        assertThat(find(
                        "file:" + temp.resolve("folder") + ", file:" + temp.resolve("one/doors.json")
                                + ",classpath:extra/halls.json",
                        "a"))
                .extracting(document -> document.api() + " " + document.part())
                .containsExactly("rooms BASE", "rooms BASE", "rooms OVERLAY", "doors BASE", "halls BASE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catalogs | must begin with file: or classpath:",
                "file: | must begin with file: or classpath:, followed by a path",
                "file:nowhere | does not exist. Correct file:nowhere.",
                "classpath:nowhere.json | classpath:nowhere.json does not exist",
                "file:pom.xml | cannot be a catalog document. Rename it"
            })
    void aLocationThatCannotBeIsNamed(String locationAndMessage) {
        String[] both = locationAndMessage.split(" \\| ");

        assertThatThrownBy(() -> find(both[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("catalogs: ")
                .hasMessageContaining(both[1]);
    }

    private List<CatalogDocument> find(String locations, String... jars) throws IOException {
        List<CatalogDocument> found = new ArrayList<>();
        withLoader(loader -> found.addAll(CatalogFinder.find(loader, List.of("own"), locations)), jars);
        return found;
    }

    private void withLoader(Consumer<ClassLoader> use, String... jars) throws IOException {
        URL[] urls = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) {
            urls[i] = url(temp.resolve(jars[i]));
        }
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            use.accept(loader);
        }
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }

    private void file(String name, String text) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

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
package io.github.camelvideo.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueListTest {

    private static final String FEED = "tencent-video:api/ListEvents";

    @TempDir
    Path directory;

    @Test
    void takesACommaListInItsOrderAndEachValueOnce() {
        ValueList values = ValueList.of(FEED, " b, a ,b,,c ");

        assertThat(values.read()).containsExactly("b", "a", "c");
    }

    @Test
    void readsACollectionAgainEachTime() {
        List<Object> devices = new ArrayList<>(Arrays.asList(17L, " x ", null, "x", ""));
        ValueList values = ValueList.of(FEED, devices);
        assertThat(values.read()).containsExactly("17", "x");

        devices.add("y");
        devices.remove(17L);

        assertThat(values.read()).containsExactly("x", "y");
    }

    @Test
    void readsAnEmptyCollection() {
        assertThat(ValueList.of(FEED, List.of()).read()).isEmpty();
    }

    @Test
    void asksASupplierEachTime() {
        List<String> devices = new ArrayList<>();
        Supplier<Collection<String>> supplier = () -> {
            devices.add("d" + devices.size());
            return devices;
        };
        ValueList values = ValueList.of(FEED, supplier);

        assertThat(values.read()).containsExactly("d0");
        assertThat(values.read()).containsExactly("d0", "d1");
    }

    @Test
    void readsOneValueALineAndPassesOverCommentsAndBlankLines() throws Exception {
        Path file = directory.resolve("devices.txt");
        Files.writeString(file, "# of the north\n a \n\n  # and the south\nb#1\na\n");
        ValueList values = ValueList.of(FEED, "file:" + file);
        assertThat(values.read()).containsExactly("a", "b#1");

        Files.writeString(file, "c\r\nd");

        assertThat(values.read()).containsExactly("c", "d");
    }

    @Test
    void keepsTheLastListWhileTheSourceFailsAndTakesTheNextThatIsThere() throws Exception {
        Path file = directory.resolve("devices.txt");
        Files.writeString(file, "a\nb");
        ValueList values = ValueList.of(FEED, "file:" + file);
        values.read();

        Files.delete(file);
        assertThat(values.read()).containsExactly("a", "b");
        assertThat(values.read()).containsExactly("a", "b");

        Files.writeString(file, "c");
        assertThat(values.read()).containsExactly("c");
    }

    @Test
    void failsWhenTheVeryFirstReadingFails() {
        ValueList missing = ValueList.of(FEED, "file:" + directory.resolve("none.txt"));
        ValueList nothing = ValueList.of(FEED, (Supplier<Object>) () -> null);
        ValueList text = ValueList.of(FEED, (Supplier<Object>) () -> "a,b");

        assertThatThrownBy(missing::read).hasMessageContainingAll(FEED, "forEachIn", "none.txt", "next poll");
        assertThatThrownBy(nothing::read).hasMessageContainingAll("Supplier gave null", "Collection");
        assertThatThrownBy(text::read).hasMessageContainingAll("java.lang.String", "Collection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , ,", "file:", "file: "})
    void refusesATextWithoutValues(String text) {
        assertThatThrownBy(() -> ValueList.of(FEED, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(FEED, "forEachIn", "comma list", "#bean");
    }

    @Test
    void refusesABeanOfAnotherKind() {
        assertThatThrownBy(() -> ValueList.of(FEED, Map.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("forEachIn is of type", "Map", "Supplier");
    }
}

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
package io.github.camelvideo.feed.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.feed.Partition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedPartitionsTest {

    private static final String FEED = "tencent-video:api/ListEvents";

    @TempDir
    Path directory;

    @Test
    void takesACommaListInItsOrderAndEachValueOnce() {
        ListedPartitions values = ListedPartitions.of(FEED, List.of("DeviceId"), " b, a ,b,,c ");

        assertThat(ids(values)).containsExactly("b", "a", "c");
    }

    @Test
    void readsACollectionAgainEachTime() {
        List<Object> devices = new ArrayList<>(Arrays.asList(17L, " x ", null, "x", ""));
        ListedPartitions values = ListedPartitions.of(FEED, List.of("DeviceId"), devices);
        assertThat(ids(values)).containsExactly("17", "x");

        devices.add("y");
        devices.remove(17L);

        assertThat(ids(values)).containsExactly("x", "y");
    }

    @Test
    void readsAnEmptyCollection() {
        assertThat(ids(ListedPartitions.of(FEED, List.of("DeviceId"), List.of())))
                .isEmpty();
    }

    @Test
    void asksASupplierEachTime() {
        List<String> devices = new ArrayList<>();
        Supplier<Collection<String>> supplier = () -> {
            devices.add("d" + devices.size());
            return devices;
        };
        ListedPartitions values = ListedPartitions.of(FEED, List.of("DeviceId"), supplier);

        assertThat(ids(values)).containsExactly("d0");
        assertThat(ids(values)).containsExactly("d0", "d1");
    }

    @Test
    void readsOneValueALineAndPassesOverCommentsAndBlankLines() throws Exception {
        Path file = directory.resolve("devices.txt");
        Files.writeString(file, "# of the north\n a \n\n  # and the south\nb#1\na\n");
        ListedPartitions values = ListedPartitions.of(FEED, List.of("DeviceId"), "file:" + file);
        assertThat(ids(values)).containsExactly("a", "b#1");

        Files.writeString(file, "c\r\nd");

        assertThat(ids(values)).containsExactly("c", "d");
    }

    @Test
    void keepsTheLastListWhileTheSourceFailsAndTakesTheNextThatIsThere() throws Exception {
        Path file = directory.resolve("devices.txt");
        Files.writeString(file, "a\nb");
        ListedPartitions values = ListedPartitions.of(FEED, List.of("DeviceId"), "file:" + file);
        values.read();

        Files.delete(file);
        assertThat(ids(values)).containsExactly("a", "b");
        assertThat(ids(values)).containsExactly("a", "b");

        Files.writeString(file, "c");
        assertThat(ids(values)).containsExactly("c");
    }

    @Test
    void failsWhenTheVeryFirstReadingFails() {
        ListedPartitions missing =
                ListedPartitions.of(FEED, List.of("DeviceId"), "file:" + directory.resolve("none.txt"));
        ListedPartitions nothing = ListedPartitions.of(FEED, List.of("DeviceId"), (Supplier<Object>) () -> null);
        ListedPartitions text = ListedPartitions.of(FEED, List.of("DeviceId"), (Supplier<Object>) () -> "a,b");

        assertThatThrownBy(missing::read).hasMessageContainingAll(FEED, "forEachIn", "none.txt", "next poll");
        assertThatThrownBy(nothing::read).hasMessageContainingAll("Supplier returned null", "Collection");
        assertThatThrownBy(text::read).hasMessageContainingAll("java.lang.String", "Collection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , ,", "file:", "file: "})
    void refusesATextWithoutValues(String text) {
        assertThatThrownBy(() -> ListedPartitions.of(FEED, List.of("DeviceId"), text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(FEED, "forEachIn", "separated by commas", "#bean");
    }

    @Test
    void refusesABeanOfAnotherKind() {
        assertThatThrownBy(() -> ListedPartitions.of(FEED, List.of("DeviceId"), Map.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("forEachIn is of type", "Map", "Supplier");
    }

    @Test
    void readsTuplesFromTextFileListAndMap() throws Exception {
        List<String> parameters = List.of("TaskId", "ChannelId");
        Path file = directory.resolve("pairs.txt");
        Files.writeString(file, "t1,c1\n t2 , c2 \n");
        Set<Partition> expected = Set.of(pair("t1", "c1"), pair("t2", "c2"));

        assertThat(ListedPartitions.of(FEED, parameters, "t1,c1; t2,c2;").read())
                .isEqualTo(expected);
        assertThat(ListedPartitions.of(FEED, parameters, "file:" + file).read()).isEqualTo(expected);
        assertThat(ListedPartitions.of(
                                FEED,
                                parameters,
                                List.of(List.of("t1", "c1"), Map.of("TaskId", "t2", "ChannelId", "c2")))
                        .read())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t1", "t1,c1,x", "t1,", ",c1"})
    void refusesATupleThatDoesNotFit(String text) {
        assertThatThrownBy(() -> ListedPartitions.of(FEED, List.of("TaskId", "ChannelId"), text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(FEED, "forEachIn='" + text + "'", "semicolons");
    }

    @Test
    void readsAFileSavedByAWindowsEditor() throws Exception {
        Path file = directory.resolve("devices.txt");
        Files.writeString(file, "\uFEFFcam1\r\ncam2\r\ncam3\r\n");

        assertThat(ids(ListedPartitions.of(FEED, List.of("DeviceId"), "file:" + file)))
                .containsExactly("cam1", "cam2", "cam3");
    }

    private static Partition pair(String task, String channel) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("TaskId", task);
        values.put("ChannelId", channel);
        return new Partition(values);
    }

    private static List<String> ids(ListedPartitions partitions) {
        return partitions.read().stream().map(Partition::id).toList();
    }
}

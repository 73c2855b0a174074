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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelvideo.catalog.Paging;
import io.github.camelvideo.catalog.Paging.Style;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListReaderTest {

    private static final int NO_BOUND = Integer.MAX_VALUE;

    private final List<ObjectNode> calls = new ArrayList<>();

    @Test
    void offsetsCountRowsUpToTheTotal() throws Exception {
        ListReader.Reading reading = reader(Style.OFFSET, 0, "Total", page(7, 1, 2, 3), page(7, 4, 5, 6), page(7, 7));

        assertThat(reading.items()).hasSize(7);
        assertThat(reading.settled()).isTrue();
        assertThat(sent("At")).containsExactly("0", "3", "6");
        assertThat(sent("Size")).containsOnly("3");
    }

    @Test
    void aVendorWithSmallerPagesThanAskedForIsReadToItsTotal() throws Exception {
        ListReader.Reading reading = reader(Style.OFFSET, 0, "Total", page(4, 1, 2), page(4, 3, 4));

        assertThat(reading.items()).hasSize(4);
        assertThat(sent("At")).containsExactly("0", "2");
    }

    @Test
    void pagesAreCountedFromTheFirst() throws Exception {
        reader(Style.PAGE, 1, "Total", page(5, 1, 2, 3), page(5, 4, 5));

        assertThat(sent("At")).containsExactly("1", "2");
    }

    @Test
    void withoutTotalAShortPageIsTheEnd() throws Exception {
        ListReader.Reading reading = reader(Style.OFFSET, 0, null, page(0, 1, 2, 3), page(0, 4));

        assertThat(reading.items()).hasSize(4);
        assertThat(reading.settled()).isTrue();
        assertThat(calls).hasSize(2);
    }

    @Test
    void cursorsAreFollowedUntilThereIsNone() throws Exception {
        ListReader.Reading reading = reader(
                Style.CURSOR,
                0,
                null,
                page(0, 1, 2).put("Next", "b"),
                page(0, 3).put("Next", "c"),
                page(0, 4).put("Next", ""));

        assertThat(reading.items()).hasSize(4);
        assertThat(reading.settled()).isTrue();
        assertThat(calls.get(0).has("At")).isFalse();
        assertThat(calls.subList(1, 3))
                .extracting(call -> call.get("At").asText())
                .containsExactly("b", "c");
    }

    @Test
    void aCursorThatStandsStillIsNotFollowedForEver() throws Exception {
        ObjectNode same = page(0, 1, 2).put("Next", "b");

        ListReader.Reading reading = reader(Style.CURSOR, 0, null, same, same, same, same, same, same, same, same);

        assertThat(reading.settled()).isFalse();
        assertThat(reading.items()).hasSize(2);
    }

    @Test
    void aWrongTotalIsSettledByASecondWalkThatSeesTheSame() throws Exception {
        ListReader.Reading reading = reader(
                Style.OFFSET, 0, "Total", page(9, 1, 2, 3), page(9, 4), page(9), page(9, 1, 2, 3), page(9, 4), page(9));

        assertThat(reading.settled()).isTrue();
        assertThat(reading.items()).hasSize(4);
    }

    @Test
    void everythingSeenInAnyWalkIsKept() throws Exception {
        // row 2 vanishes after the first page, so that row 4 moves onto it unseen
        ListReader.Reading reading =
                reader(Style.OFFSET, 0, "Total", page(6, 1, 2, 3), page(5, 5, 6), page(5, 1, 3, 4), page(5, 5, 6));

        assertThat(reading.items()).containsOnlyKeys("1", "2", "3", "5", "6", "4");
        assertThat(reading.settled()).isTrue();
    }

    @Test
    void aListOverTheBoundIsTooFullByItsTotalOrItsItems() throws Exception {
        assertThat(reader(5, "Total", page(6, 1, 2, 3)).tooFull()).isTrue();
        assertThat(reader(5, null, page(0, 1, 2, 3), page(0, 4, 5, 6)).tooFull())
                .isTrue();
        assertThat(reader(5, "Total", page(5, 1, 2, 3), page(5, 4, 5)).tooFull())
                .isFalse();
    }

    @Test
    void anActionWithoutPagesIsAskedOnce() throws Exception {
        ListReader.Reading reading = read(null, NO_BOUND, page(0, 1, 2, 3));

        assertThat(reading.items()).hasSize(3);
        assertThat(reading.settled()).isTrue();
        assertThat(calls.get(0)).isEmpty();
    }

    @Test
    void aMissingOrEmptyListIsEmptyAndAnotherValueAnError() throws Exception {
        ObjectNode nothing = JsonNodeFactory.instance.objectNode().putNull("Data");
        ObjectNode wrong = JsonNodeFactory.instance.objectNode().put("Data", "none");

        assertThat(read(null, NO_BOUND, nothing).items()).isEmpty();
        for (JsonNode empty : List.of(TextNode.valueOf(""), JsonNodeFactory.instance.objectNode())) {
            calls.clear();
            assertThat(read(null, NO_BOUND, nothing.set("Data", empty)).items()).isEmpty();
        }
        calls.clear();
        assertThatThrownBy(() -> read(null, NO_BOUND, wrong))
                .hasMessageContaining("ListThings: the answer has no list at 'Data'");
    }

    private ListReader.Reading reader(Style style, int first, String total, ObjectNode... pages) throws Exception {
        return read(new Paging(style, "At", "Size", first, null, null, total, "Data", "Next"), NO_BOUND, pages);
    }

    private ListReader.Reading reader(int maxItems, String total, ObjectNode... pages) throws Exception {
        calls.clear();
        return read(new Paging(Style.OFFSET, "At", "Size", 0, null, null, total, "Data", null), maxItems, pages);
    }

    private ListReader.Reading read(Paging paging, int maxItems, ObjectNode... pages) throws Exception {
        ItemReader items = new ItemReader("ListThings", "Data", List.of("Id"), "At", List.of());
        PageReader vendor = parameters -> {
            calls.add(parameters);
            return pages[calls.size() - 1];
        };
        return new ListReader(paging, 3, items, vendor).read(JsonNodeFactory.instance.objectNode(), maxItems);
    }

    private static ObjectNode page(int total, int... ids) {
        ObjectNode page = JsonNodeFactory.instance.objectNode().put("Total", total);
        var data = page.putArray("Data");
        for (int id : ids) {
            data.addObject().put("Id", id);
        }
        return page;
    }

    private List<String> sent(String name) {
        return calls.stream().map(call -> call.get(name)).map(JsonNode::asText).toList();
    }
}

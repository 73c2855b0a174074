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
package io.github.camelvideo.feed.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.catalog.Paging;
import io.github.camelvideo.catalog.Paging.Style;
import io.github.camelvideo.paging.Paginator;
import io.github.camelvideo.protocol.TransportException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListReadingTest {

    private static final int NO_BOUND = Integer.MAX_VALUE;

    private final List<ObjectNode> calls = new ArrayList<>();

    @Test
    void offsetsCountRowsUpToTheTotal() throws Exception {
        ListReading<JsonNode> reading =
                reader(Style.OFFSET, 0, "Total", page(7, 1, 2, 3), page(7, 4, 5, 6), page(7, 7), page(7));

        assertThat(reading.seen()).hasSize(7);
        assertThat(reading.isSettled()).isTrue();
        assertThat(sent("At")).containsExactly("0", "3", "6", "7");
        assertThat(sent("Size")).containsOnly("3");
    }

    @Test
    void aVendorWithSmallerPagesThanAskedForIsReadToItsTotal() throws Exception {
        ListReading<JsonNode> reading = reader(Style.OFFSET, 0, "Total", page(4, 1, 2), page(4, 3, 4), page(4));

        assertThat(reading.seen()).hasSize(4);
        assertThat(sent("At")).containsExactly("0", "2", "4");
    }

    @Test
    void pagesAreCountedFromTheFirst() throws Exception {
        reader(Style.PAGE, 1, "Total", page(5, 1, 2, 3), page(5, 4, 5), page(5));

        assertThat(sent("At")).containsExactly("1", "2", "3");
    }

    @Test
    void aShortPageIsNotTheEnd() throws Exception {
        ListReading<JsonNode> reading =
                reader(Style.OFFSET, 0, null, page(0, 1, 2), page(0, 3, 4, 5), page(0, 6), page(0));

        assertThat(reading.seen()).hasSize(6);
        assertThat(reading.isSettled()).isTrue();
        assertThat(sent("At")).containsExactly("0", "2", "5", "6");
    }

    @Test
    void anEmptyPageIsNotTheEndWhileTheTotalSaysMore() throws Exception {
        // the second page is empty the first two times it is asked for
        ListReading<JsonNode> reading = reader(
                Style.OFFSET,
                0,
                "Total",
                page(8, 1, 2, 3),
                page(8),
                page(8, 7, 8),
                page(8),
                page(8),
                page(8),
                page(8, 1, 2, 3),
                page(8),
                page(8, 7, 8),
                page(8),
                page(8),
                page(8),
                page(8, 1, 2, 3),
                page(8, 4, 5, 6),
                page(8, 7, 8),
                page(8));

        assertThat(reading.seen()).hasSize(8);
        assertThat(reading.isSettled()).isTrue();
    }

    @Test
    void aTotalThatCountsThePageDoesNotEndTheList() throws Exception {
        ObjectNode[] walk = {page(3, 1, 2, 3), page(3, 4, 5, 6), page(1, 7), page(0)};
        ListReading<JsonNode> reading = reader(
                Style.OFFSET, 0, "Total", walk[0], walk[1], walk[2], walk[3], walk[0], walk[1], walk[2], walk[3]);

        assertThat(reading.seen()).hasSize(7);
        assertThat(reading.isSettled()).isTrue();
        assertThat(reading.totalCounts()).isFalse();
    }

    @Test
    void aTotalWithoutEndIsNotFollowed() throws Exception {
        ObjectNode[] pages = new ObjectNode[40];
        for (int i = 0; i < pages.length; i++) {
            pages[i] = i % 4 == 0 ? page(2_000_000_000, 1, 2) : page(2_000_000_000);
        }

        ListReading<JsonNode> reading = reader(Style.OFFSET, 0, "Total", pages);

        assertThat(reading.seen()).hasSize(2);
        assertThat(reading.isSettled()).isTrue();
        assertThat(calls).hasSizeLessThan(10);
    }

    @Test
    void aVendorThatIgnoresTheOffsetIsNotReadForEver() throws Exception {
        ObjectNode[] full = new ObjectNode[40];
        ObjectNode[] short1 = new ObjectNode[40];
        for (int i = 0; i < full.length; i++) {
            full[i] = page(4000, 1, 2, 3);
            short1[i] = page(4000, 1);
        }

        assertThat(reader(Style.OFFSET, 0, "Total", full).isSettled()).isFalse();
        assertThat(calls).hasSizeLessThan(10);
        calls.clear();
        assertThat(reader(Style.OFFSET, 0, "Total", short1).isSettled()).isTrue();
        assertThat(calls).hasSizeLessThan(10);
    }

    @Test
    void nullIsNoItem() throws Exception {
        ObjectNode page = page(3, 1, 2);
        page.withArray("Data").insertNull(0);

        ListReading<JsonNode> reading = read(null, NO_BOUND, page);

        assertThat(reading.seen()).containsOnlyKeys("1", "2");
    }

    @Test
    void cursorsAreFollowedUntilThereIsNone() throws Exception {
        ListReading<JsonNode> reading = reader(
                Style.CURSOR,
                0,
                null,
                page(0, 1, 2).put("Next", "b"),
                page(0, 3).put("Next", "c"),
                page(0, 4).put("Next", ""));

        assertThat(reading.seen()).hasSize(4);
        assertThat(reading.isSettled()).isTrue();
        assertThat(calls.get(0).has("At")).isFalse();
        assertThat(calls.subList(1, 3))
                .extracting(call -> call.get("At").asText())
                .containsExactly("b", "c");
    }

    @Test
    void aCursorThatStandsStillIsNotFollowedForEver() throws Exception {
        ObjectNode same = page(0, 1, 2).put("Next", "b");

        ListReading<JsonNode> reading = reader(Style.CURSOR, 0, null, same, same, same, same, same, same, same, same);

        assertThat(reading.isSettled()).isFalse();
        assertThat(reading.seen()).hasSize(2);
    }

    @Test
    void aWrongTotalIsSettledByASecondWalkThatSeesTheSame() throws Exception {
        ListReading<JsonNode> reading = reader(
                Style.OFFSET,
                0,
                "Total",
                page(9, 1, 2, 3),
                page(9, 4),
                page(9),
                page(9),
                page(9),
                page(9, 1, 2, 3),
                page(9, 4),
                page(9),
                page(9),
                page(9));

        assertThat(reading.isSettled()).isTrue();
        assertThat(reading.seen()).hasSize(4);
    }

    @Test
    void everythingSeenInAnyWalkIsKept() throws Exception {
        // row 2 vanishes after the first page, so that row 4 moves onto it unseen
        ListReading<JsonNode> reading = reader(
                Style.OFFSET,
                0,
                "Total",
                page(6, 1, 2, 3),
                page(5, 5, 6),
                page(5),
                page(5, 1, 3, 4),
                page(5, 5, 6),
                page(5));

        assertThat(reading.seen()).containsOnlyKeys("1", "2", "3", "5", "6", "4");
        assertThat(reading.isSettled()).isTrue();
    }

    @Test
    void aListOverTheBoundIsTooFullByItsTotalOrItsItems() throws Exception {
        assertThat(reader(5, "Total", page(6, 1, 2, 3)).isTooFull()).isTrue();
        assertThat(reader(5, null, page(0, 1, 2, 3), page(0, 4, 5, 6)).isTooFull())
                .isTrue();
        assertThat(reader(5, "Total", page(5, 1, 2, 3), page(5, 4, 5), page(5)).isTooFull())
                .isFalse();
    }

    @Test
    void anActionWithoutPagesIsAskedOnce() throws Exception {
        ListReading<JsonNode> reading = read(null, NO_BOUND, page(0, 1, 2, 3));

        assertThat(reading.seen()).hasSize(3);
        assertThat(reading.isSettled()).isTrue();
        assertThat(calls.get(0)).isEmpty();
    }

    @Test
    void aMissingOrEmptyListIsEmptyAndAnotherValueAnError() throws Exception {
        ObjectNode nothing = JsonNodeFactory.instance.objectNode().putNull("Data");
        ObjectNode wrong = JsonNodeFactory.instance.objectNode().put("Data", "none");

        assertThat(read(null, NO_BOUND, nothing).seen()).isEmpty();
        for (JsonNode empty : List.of(TextNode.valueOf(""), JsonNodeFactory.instance.objectNode())) {
            calls.clear();
            assertThat(read(null, NO_BOUND, nothing.set("Data", empty)).seen()).isEmpty();
        }
        calls.clear();
        assertThatThrownBy(() -> read(null, NO_BOUND, wrong))
                .hasMessageContaining("ListThings: the response has no list at 'Data'");
    }

    @Test
    void aSuccessWithoutListAndTotalIsNotAnEmptyList() {
        for (JsonNode data : List.of(MissingNode.getInstance(), NullNode.getInstance(), TextNode.valueOf(""))) {
            calls.clear();
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            if (!data.isMissingNode()) {
                answer.set("Data", data);
            }

            assertThatThrownBy(() -> reader(Style.OFFSET, 0, "Total", answer))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("without the list 'Data'");
        }
    }

    @Test
    void aTotalOfZeroNeedsNoList() throws Exception {
        ListReading<JsonNode> reading = reader(
                Style.OFFSET, 0, "Total", JsonNodeFactory.instance.objectNode().put("Total", 0));

        assertThat(reading.seen()).isEmpty();
        assertThat(reading.isSettled()).isTrue();
    }

    private ListReading<JsonNode> reader(Style style, int first, String total, ObjectNode... pages) throws Exception {
        return read(new Paging(style, "At", "Size", first, null, null, total, "Data", "Next"), NO_BOUND, pages);
    }

    private ListReading<JsonNode> reader(int maxItems, String total, ObjectNode... pages) throws Exception {
        calls.clear();
        return read(new Paging(Style.OFFSET, "At", "Size", 0, null, null, total, "Data", null), maxItems, pages);
    }

    private ListReading<JsonNode> read(Paging paging, int maxItems, ObjectNode... pages) throws Exception {
        String total = paging == null ? null : paging.total();
        ItemReader items = new ItemReader(
                "ListThings", ListSpec.of("Data", List.of("Id")), ItemType.UNKNOWN, total, "At", List.of());
        PageReader vendor = parameters -> {
            calls.add(parameters);
            return new PageAnswer(pages[calls.size() - 1], null);
        };
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        ObjectNode first = paging == null ? parameters : new Paginator(paging).first(parameters, 3);
        ListReading<JsonNode> reading = new ListReading<>(
                new ListRequest(paging, first, items, vendor, maxItems, true), true, (key, item) -> item);
        reading.run();
        return reading;
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

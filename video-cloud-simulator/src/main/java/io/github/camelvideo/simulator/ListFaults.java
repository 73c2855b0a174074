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
package io.github.camelvideo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.Paging;
import io.github.camelvideo.simulator.answer.ListFault;
import io.github.camelvideo.simulator.answer.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The faults of lists. */
final class ListFaults {

    private ListFaults() {}

    static ListFault of(Fault fault) {
        return switch (fault) {
            case PAGE_REPEATED -> new PageRepeated();
            case ITEMS_SHUFFLED -> new ItemsShuffled();
            default -> ListFault.NONE;
        };
    }

    private static final class PageRepeated implements ListFault {

        @Override
        public ObjectNode parameters(Action action, ObjectNode parameters) {
            Paging paging = action.paging();
            long asked = parameters.path(paging.pageParameter()).asLong(paging.firstPage());
            ObjectNode before = parameters.deepCopy();
            before.put(paging.pageParameter(), Math.max(paging.firstPage(), asked - step(paging, parameters)));
            return before;
        }

        private static long step(Paging paging, ObjectNode parameters) {
            if (paging.style() != Paging.Style.OFFSET) {
                return 1;
            }
            int usual = paging.defaultSize() == null ? 1 : paging.defaultSize();
            return paging.sizeParameter() == null
                    ? usual
                    : parameters.path(paging.sizeParameter()).asLong(usual);
        }
    }

    private static final class ItemsShuffled implements ListFault {

        @Override
        public void answer(Action action, ObjectNode answer) {
            if (Paths.get(answer, action.paging().items()) instanceof ArrayNode page && page.size() > 1) {
                List<JsonNode> items = new ArrayList<>();
                page.forEach(items::add);
                // a rotation of the reversed list: never the order it had, and the same every time
                Collections.reverse(items);
                if (items.size() > 2) {
                    Collections.rotate(items, 1);
                }
                page.removeAll().addAll(items);
            }
        }
    }
}

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
package io.github.camelvideo.simulator.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.catalog.Paging;
import java.util.Map;
import java.util.function.Function;

/** A short list of invented items that can be paged to its end, in whichever way the action pages. */
final class InventedList {

    /** Enough for several pages of two, few enough to read. */
    static final int ITEMS = 5;

    private final Action action;
    private final Shapes shapes;

    InventedList(Action action, Shapes shapes) {
        this.action = action;
        this.shapes = shapes;
    }

    /** Puts the page that was asked for, the total and the next cursor into an invented answer. */
    void turnTo(Parameters parameters, ObjectNode answer, FieldType listType) {
        Paging paging = action.paging();
        long size = paging.sizeParameter() == null ? ITEMS : parameters.number(paging.sizeParameter(), ITEMS);
        if (size <= 0) {
            size = ITEMS;
        }
        long from = from(parameters, size);
        long to = Math.min(ITEMS, from + size);
        ArrayNode page = JsonNodeFactory.instance.arrayNode();
        for (long i = Math.max(0, from); i < to; i++) {
            page.add(shapes.value(listType.item(), action.name() + "/" + i));
        }
        Paths.set(answer, paging.items(), page);
        if (paging.total() != null) {
            Paths.set(answer, paging.total(), JsonNodeFactory.instance.numberNode(ITEMS));
        }
        if (paging.outputToken() != null) {
            JsonNode next = JsonNodeFactory.instance.textNode(to < ITEMS ? Long.toString(to) : "");
            Paths.set(answer, paging.outputToken(), next);
        }
    }

    private long from(Parameters parameters, long size) {
        Paging paging = action.paging();
        return switch (paging.style()) {
            case OFFSET -> parameters.number(paging.pageParameter(), paging.firstPage()) - paging.firstPage();
            case PAGE -> (parameters.number(paging.pageParameter(), paging.firstPage()) - paging.firstPage()) * size;
            case CURSOR -> parameters.number(paging.pageParameter(), 0);
        };
    }

    /** The type of the list, or null when the path leads to none. */
    static FieldType listType(Paging paging, Map<String, Field> answer, Function<String, Map<String, Field>> structs) {
        Map<String, Field> fields = answer;
        String[] steps = paging.items().split("\\.");
        FieldType type = null;
        for (String step : steps) {
            Field field = fields.get(step);
            if (field == null) {
                return null;
            }
            type = field.type();
            fields = type.kind() == FieldType.Kind.STRUCT ? structs.apply(type.struct()) : Map.of();
        }
        return type != null && type.isArray() ? type : null;
    }
}

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
package io.github.camelvideo.tools.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.ItemType;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Hides what the catalog says is secret. It goes by names alone, so that it rather hides too much. */
final class Secrets {

    private static final String HIDDEN = "***";

    private final Set<String> names = new HashSet<>();

    Secrets(ApiCatalog api, Action action) {
        api.types().values().forEach(fields -> add(fields.values()));
        if (action != null) {
            add(action.parameters().values());
            add(action.answer().values());
            if (action.feed() != null) {
                names.addAll(ItemType.of(api, action).secrets());
            }
        }
    }

    private void add(Collection<Field> fields) {
        fields.stream().filter(Field::secret).forEach(field -> names.add(field.name()));
    }

    /** A copy to be printed. */
    JsonNode hidden(JsonNode value) {
        JsonNode copy = value.deepCopy();
        hide(copy);
        return copy;
    }

    private void hide(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                if (names.contains(member.getKey())) {
                    object.put(member.getKey(), HIDDEN);
                } else {
                    hide(member.getValue());
                }
            });
        } else {
            value.forEach(this::hide);
        }
    }
}

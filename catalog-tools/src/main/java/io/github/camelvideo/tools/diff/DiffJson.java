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
package io.github.camelvideo.tools.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.tools.base.BaseCatalog;
import java.util.List;
import java.util.Locale;

/**
 * Differences as JSON for a program: {@code {"old", "new", "same", "actions": {"added", "removed", "changed"}, "types": {"added",
 * "removed", "changed"}}}.
 */
public final class DiffJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DiffJson() {}

    /** The document, indented. */
    public static String text(BaseCatalog older, BaseCatalog newer, CatalogDiff diff) {
        ObjectNode root = JSON.createObjectNode();
        root.set("old", side(older));
        root.set("new", side(newer));
        root.put("same", diff.isEmpty());
        ObjectNode actions = root.putObject("actions");
        actions.set("added", names(diff.actionsAdded()));
        actions.set("removed", names(diff.actionsRemoved()));
        ArrayNode changed = actions.putArray("changed");
        diff.actionsChanged().forEach(change -> changed.addObject()
                .put("name", change.action())
                .<ObjectNode>set("request", fields(change.request()))
                .set("response", fields(change.response())));
        ObjectNode types = root.putObject("types");
        types.set("added", names(diff.typesAdded()));
        types.set("removed", names(diff.typesRemoved()));
        ArrayNode typesChanged = types.putArray("changed");
        diff.typesChanged()
                .forEach((name, changes) ->
                        typesChanged.addObject().put("name", name).set("fields", fields(changes)));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree cannot be written", e);
        }
    }

    private static ObjectNode side(BaseCatalog api) {
        ObjectNode side = JSON.createObjectNode().put("api", api.api()).put("version", api.version());
        return api.asOf() == null ? side : side.put("asOf", api.asOf().toString());
    }

    private static ArrayNode names(List<String> names) {
        ArrayNode array = JSON.createArrayNode();
        names.forEach(array::add);
        return array;
    }

    private static ArrayNode fields(List<FieldChange> changes) {
        ArrayNode array = JSON.createArrayNode();
        for (FieldChange change : changes) {
            ObjectNode field = array.addObject()
                    .put("change", change.kind().name().toLowerCase(Locale.ROOT))
                    .put("name", change.field());
            if (change.from() != null) {
                field.put("from", change.from());
            }
            if (change.to() != null) {
                field.put("to", change.to());
            }
        }
        return array;
    }
}

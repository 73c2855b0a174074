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
package io.github.camelvideo.tools.docs;

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/** The structures of an API, each once, for tables to link to. */
final class Structures {

    private final ApiCatalog api;
    /** Names of those that a request can hold: of the others nobody needs to know what is required. */
    private final Set<String> sent = new HashSet<>();

    Structures(ApiCatalog api) {
        this.api = api;
        api.actions().values().forEach(action -> addSent(action.parameters().values()));
    }

    private void addSent(Collection<Field> fields) {
        for (Field field : fields) {
            FieldType type = field.type();
            while (type.item() != null) {
                type = type.item();
            }
            if (type.kind() == FieldType.Kind.STRUCT && sent.add(type.struct())) {
                addSent(api.type(type.struct()).values());
            }
        }
    }

    /** A section, or nothing where there are none. */
    String text() {
        if (api.types().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("## Structures\n\n");
        new TreeMap<>(api.types()).forEach((name, fields) -> text.append("<a id=\"")
                .append(FieldTable.anchor(name))
                .append("\"></a>\n**")
                .append(name)
                .append("**\n\n")
                .append(
                        sent.contains(name)
                                ? FieldTable.structure(fields.values())
                                : FieldTable.answer(fields.values()))
                .append("\n"));
        return text.toString();
    }
}

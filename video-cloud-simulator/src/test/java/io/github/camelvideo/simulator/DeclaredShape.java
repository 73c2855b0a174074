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

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.util.Map;
import org.assertj.core.api.IterableAssert;

/**
 * Holds an answer to its catalog: a declared field has its type, and there is no other.
 *
 * @param everyField whether every declared field is there
 */
record DeclaredShape(ApiCatalog api, boolean everyField) {

    void check(Action action, JsonNode answer) {
        check(action.name(), answer, action.answer());
    }

    private void check(String path, JsonNode object, Map<String, Field> fields) {
        IterableAssert<String> names =
                assertThat(object.fieldNames()).toIterable().as(path).isSubsetOf(fields.keySet());
        if (everyField) {
            names.containsAll(fields.keySet());
        }
        object.properties().stream()
                .filter(entry -> !entry.getValue().isNull()
                        || !fields.get(entry.getKey()).nullable())
                .forEach(entry -> check(
                        path + "." + entry.getKey(),
                        entry.getValue(),
                        fields.get(entry.getKey()).type()));
    }

    void check(String path, JsonNode value, FieldType type) {
        boolean fits =
                switch (type.kind()) {
                    case STRING, FILE -> value.isTextual();
                    case INTEGER -> value.isIntegralNumber();
                    case FLOAT -> value.isNumber();
                    case BOOLEAN -> value.isBoolean();
                    case ARRAY -> value.isArray();
                    case OBJECT, MAP, STRUCT -> value.isObject();
                };
        assertThat(fits).as("%s is %s: %s", path, type, value).isTrue();
        if (type.isArray()) {
            value.forEach(element -> check(path + "[]", element, type.item()));
        } else if (type.kind() == FieldType.Kind.STRUCT) {
            check(path, value, api.type(type.struct()));
        }
    }
}

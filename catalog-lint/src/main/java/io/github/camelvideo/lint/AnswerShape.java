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
package io.github.camelvideo.lint;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType.Kind;
import java.util.Map;

/** What a route receives of the answers that a catalog declares: a matter of the vendor's protocol. */
@FunctionalInterface
public interface AnswerShape {

    /** The answer as it is declared. */
    AnswerShape WHOLE = (api, action) -> action.answer();

    /** The fields that paths of feeds and pages begin at. */
    Map<String, Field> fields(ApiCatalog api, Action action);

    /** The value of one field, where that is a structure. */
    static AnswerShape valueOf(String name) {
        return (api, action) -> {
            Field field = action.answer().get(name);
            return field != null && field.type().kind() == Kind.STRUCT
                    ? api.type(field.type().struct())
                    : action.answer();
        };
    }
}

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

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import java.util.Map;
import java.util.stream.Stream;

/** Every field a catalog declares: of requests, of answers and of structures. */
public final class CatalogFields {

    private CatalogFields() {}

    public static Stream<Field> of(ApiCatalog api) {
        Stream<Map<String, Field>> ofActions =
                api.actions().values().stream().flatMap(action -> Stream.of(action.parameters(), action.answer()));
        return Stream.concat(ofActions, api.types().values().stream()).flatMap(fields -> fields.values().stream());
    }
}

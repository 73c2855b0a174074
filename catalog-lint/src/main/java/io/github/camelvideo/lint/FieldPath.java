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
import io.github.camelvideo.catalog.FieldType.Kind;
import java.util.Map;

/** Follows a dotted path through structures. */
final class FieldPath {

    private FieldPath() {}

    /** The field at the end of the path, or null when it leads nowhere. */
    static Field resolve(ApiCatalog api, Map<String, Field> fields, String path) {
        Field whole = fields.get(path);
        int dot = path.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        Field head = fields.get(path.substring(0, dot));
        return head == null || head.type().kind() != Kind.STRUCT
                ? null
                : resolve(api, api.type(head.type().struct()), path.substring(dot + 1));
    }
}

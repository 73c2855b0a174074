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
package io.github.camelvideo.docs;

import io.github.camelvideo.catalog.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tables of what the catalogs hold and guides show. The rest is in the reference pages. */
final class CatalogTables {

    Map<String, String> parts() {
        Map<String, String> parts = new TreeMap<>(Map.of(
                "feed-kinds", FeedTable.kinds(),
                "feeds", FeedTable.text(),
                "rates", LimitTable.rates(),
                "scale-devices", ScaleTable.ofDevices(),
                "scale-lists", ScaleTable.ofLists(),
                "callback-apis", CallbackTable.apis(),
                "callbacks", CallbackTable.events(),
                "callback-fields", CallbackTable.fields()));
        for (String group : List.of("cameras", "streams", "figures")) {
            parts.put("feed-tasks-" + group, TaskTable.of(group));
        }
        for (ErrorCode.Kind kind : ErrorCode.Kind.values()) {
            parts.put("errors-" + kind.name().toLowerCase(Locale.ROOT), ErrorTable.of(kind));
        }
        return parts;
    }
}

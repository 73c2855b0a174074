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
package io.github.camelvideo.tencent.calls;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import java.util.stream.Stream;

/** The catalogs the component ships. */
final class Catalog {

    private static final Catalogs ALL = Catalogs.ofClassPath("tencent-video");

    private Catalog() {}

    static Stream<ApiCatalog> all() {
        return ALL.ids().stream().map(ALL::get);
    }

    static ApiCatalog of(String api) {
        return ALL.get(api);
    }

    /** The option that an action needs besides its parameters, behind an ampersand, or nothing. */
    static String region(Action action) {
        return action.region() == Action.RegionRule.REQUIRED
                ? "&region=" + action.regions().get(0)
                : "";
    }
}

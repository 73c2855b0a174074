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
package io.github.camelvideo.simulator.wire;

import io.github.camelvideo.catalog.ApiCatalog;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;

/**
 * Which of several APIs a request means. Products have versions of the same date, and users bring APIs of their own, so that the version
 * alone does not tell.
 */
public final class ApiChoice {

    private ApiChoice() {}

    /**
     * The first API that fits best: one of that version that has the action, then any of that version, then any, to say what is wrong.
     *
     * @param version of the request, or null
     * @param action name of the action, or null
     * @return null where there is no API
     */
    public static ApiCatalog of(Collection<ApiCatalog> apis, String version, String action) {
        return apis.stream()
                .min(Comparator.comparingInt(api -> distance(api, version, action)))
                .orElse(null);
    }

    /** The first API that has the action, or the first of all; null where there is none. */
    public static ApiCatalog ofAction(Collection<ApiCatalog> apis, String action) {
        return apis.stream().min(Comparator.comparing(api -> !has(api, action))).orElse(null);
    }

    private static int distance(ApiCatalog api, String version, String action) {
        if (!Objects.equals(api.version(), version)) {
            return 2;
        }
        return has(api, action) ? 0 : 1;
    }

    private static boolean has(ApiCatalog api, String action) {
        return action != null && api.action(action) != null;
    }
}

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
package io.github.camelvideo;

import io.github.camelvideo.catalog.Action;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells action parameters from endpoint options among the keys of a URI.
 *
 * <p>Options win by exact name; the rest goes by the catalog. A name that is both, such as the page size of some obsolete actions,
 * serves as both. Camel binds options in any case, so parameters must be taken out before
 * it does: {@code region} is an option, {@code Region} would be a parameter.
 */
final class UriParameters {

    private UriParameters() {}

    /**
     * Takes the action parameters out of the keys of a URI.
     *
     * @param keys keys and values of the URI; what is left are options
     * @param action the action, or null when it is not in the catalog
     * @param options names of the endpoint's options
     */
    static Map<String, Object> takeFrom(Map<String, Object> keys, Action action, Collection<String> options) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        Iterator<Map.Entry<String, Object>> entries = keys.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Object> entry = entries.next();
            String key = entry.getKey();
            boolean option = options.contains(key);
            if (option ? isExactly(key, action) : isDeclared(key, action) || isSpelledLikeOne(key)) {
                parameters.put(key, entry.getValue());
                if (!option) {
                    entries.remove();
                }
            }
        }
        return parameters;
    }

    /**
     * Keys taken for parameters that the action does not have, while there is an option of the name in another case: the vendors'
     * documents list the region, say, as {@code Region} among the parameters.
     */
    static List<String> meantAsOptions(Collection<String> parameters, Action action, Collection<String> options) {
        return parameters.stream()
                .filter(key -> !isDeclared(key, action) && options.stream().anyMatch(key::equalsIgnoreCase))
                .toList();
    }

    private static boolean isDeclared(String key, Action action) {
        int dot = key.indexOf('.');
        return isExactly(key, action) || dot > 0 && isExactly(key.substring(0, dot), action);
    }

    private static boolean isExactly(String name, Action action) {
        return action != null && action.parameters().containsKey(name);
    }

    /** Options begin with a small letter, the vendors' parameters mostly do not. */
    private static boolean isSpelledLikeOne(String key) {
        return !key.isEmpty() && Character.isUpperCase(key.charAt(0));
    }
}

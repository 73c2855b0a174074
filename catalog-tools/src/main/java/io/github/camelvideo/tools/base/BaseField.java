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
package io.github.camelvideo.tools.base;

import java.math.BigInteger;
import java.util.List;

/**
 * A parameter, a field of a response or a field of a structure.
 *
 * @param type in the notation of the catalog, such as {@code Array of Integer}
 * @param required whether a request must carry it
 * @param nullable whether a response may carry null
 * @param secret whether the value must not appear in logs and messages
 * @param min smallest number, or null
 * @param max largest number, or null
 * @param maxItems most elements of an array, or null
 * @param values all values there are, as text; empty if the definitions give no list
 * @param summary the vendor's text, or null
 */
public record BaseField(
        String name,
        String type,
        boolean required,
        boolean nullable,
        boolean secret,
        BigInteger min,
        BigInteger max,
        Integer maxItems,
        List<String> values,
        String summary) {

    private static final String ARRAY_OF = "Array of ";
    private static final String MAP_OF = "Map of ";

    /** A field of which nothing but name, type, marks and text is known. */
    public static BaseField of(String name, String type, boolean required, boolean nullable, String summary) {
        return new BaseField(name, type, required, nullable, false, null, null, null, List.of(), summary);
    }

    /** The type without what makes a list or a map of it. */
    public String single() {
        String single = type;
        while (true) {
            if (single.startsWith(ARRAY_OF)) {
                single = single.substring(ARRAY_OF.length());
            } else if (single.startsWith(MAP_OF)) {
                single = single.substring(MAP_OF.length());
            } else {
                return single;
            }
        }
    }

    public boolean isArray() {
        return type.startsWith(ARRAY_OF);
    }

    /** The same field with these marks. */
    public BaseField marked(boolean isRequired, boolean isNullable, boolean isSecret) {
        return new BaseField(name, type, isRequired, isNullable, isSecret, min, max, maxItems, values, summary);
    }
}

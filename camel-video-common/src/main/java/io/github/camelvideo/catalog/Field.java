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
package io.github.camelvideo.catalog;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/**
 * One parameter of an action, or one field of an answer or a structure. For an array, {@code min},
 * {@code max} and {@code values} hold for each of its elements.
 *
 * @param name the vendor's spelling
 * @param required whether a request must carry it
 * @param nullable whether an answer may carry null
 * @param secret whether the value must not appear in logs and messages
 * @param summary what it means, in English
 * @param min smallest documented number, or null
 * @param max largest documented number, or null
 * @param maxItems largest documented number of elements of an array, or null
 * @param values documented values, as text; empty when the document gives no closed list
 * @param in places it travels in; empty where the protocol decides
 * @param success text that an answer carries here when the action did its work, any other meaning that it did not; null where the field
 *     says no such thing
 */
public record Field(
        String name,
        FieldType type,
        boolean required,
        boolean nullable,
        boolean secret,
        String summary,
        BigInteger min,
        BigInteger max,
        Integer maxItems,
        List<String> values,
        Set<Place> in,
        String success) {

    /** Where a parameter travels. */
    public enum Place {
        QUERY,
        BODY
    }
}

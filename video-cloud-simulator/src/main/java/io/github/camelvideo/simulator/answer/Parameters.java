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
package io.github.camelvideo.simulator.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Parameters of a call that were checked against the catalog. */
public record Parameters(ObjectNode json) {

    /** Whether a value was sent, an empty one too. */
    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    /** The text of a parameter, or null. */
    public String text(String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value.asText();
    }

    /** The text of a parameter that is not empty, or null. */
    public String filled(String name) {
        String text = text(name);
        return text == null || text.isEmpty() ? null : text;
    }

    /** The number of a parameter, or the default. */
    public long number(String name, long absent) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? absent : value.asLong();
    }

    /** Whether a switch is on, be it sent as truth value or as text; off when it was not sent. */
    public boolean flag(String name) {
        return json.path(name).asBoolean();
    }

    /** The elements of an array as text; empty when it was not sent. */
    public Set<String> texts(String name) {
        Set<String> texts = new LinkedHashSet<>();
        json.path(name).forEach(value -> texts.add(value.asText()));
        return texts;
    }

    /** Whether the array was not sent, is empty, or holds the value. */
    public boolean allows(String name, Object value) {
        Set<String> allowed = texts(name);
        return allowed.isEmpty() || allowed.contains(String.valueOf(value));
    }
}

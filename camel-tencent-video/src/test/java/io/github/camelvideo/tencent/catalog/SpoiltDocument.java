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
package io.github.camelvideo.tencent.catalog;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Documents of a catalog with one fault each, so that a lint has something to see. */
final class SpoiltDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAMED = Pattern.compile("/(actions|events|registrations)/([^/]+)");

    private SpoiltDocument() {}

    /**
     * A document with another value at one place.
     *
     * @param place a JSON pointer, in which actions and events are named
     * @param value JSON with single quotes; {@code null} takes the place away
     */
    static JsonNode of(JsonNode sound, String place, String value) throws IOException {
        JsonNode root = sound.deepCopy();
        JsonPointer pointer = JsonPointer.compile(byIndex(root, place));
        ObjectNode parent = (ObjectNode) root.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        if (value.equals("null")) {
            parent.remove(name);
        } else {
            parent.set(name, JSON.readTree(value.replace('\'', '"')));
        }
        return root;
    }

    private static String byIndex(JsonNode root, String place) {
        Matcher named = NAMED.matcher(place);
        if (!named.lookingAt()) {
            return place;
        }
        JsonNode elements = root.path(named.group(1));
        int index = 0;
        while (!elements.path(index).path("name").asText().equals(named.group(2))) {
            index++;
        }
        return "/" + named.group(1) + "/" + index + place.substring(named.end());
    }
}

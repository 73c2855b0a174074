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
package io.github.camelvideo.tools.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place in a JSON document with what is there. It knows the way from the document, so that an error can name it:
 * {@code api.json: objects/Channel/members[3]/type: ...}.
 */
public final class Place {

    /** Most characters of a found value or name that an error quotes. */
    private static final int QUOTED = 60;

    private final Place parent;
    private final String step;
    private final JsonNode value;

    private Place(Place parent, String step, JsonNode value) {
        this.parent = parent;
        this.step = step;
        this.value = value == null ? MissingNode.getInstance() : value;
    }

    /** @param document name of the file, for errors */
    public static Place root(String document, JsonNode value) {
        return new Place(null, document, value);
    }

    /**
     * What is there under a name, which may be nothing.
     *
     * @throws DocumentException if here is something other than an object
     */
    public Place at(String name) {
        if (isPresent() && !value.isObject()) {
            throw must("be an object");
        }
        return new Place(this, name, value.get(name));
    }

    /** False as well where null is written. */
    public boolean isPresent() {
        return !value.isMissingNode() && !value.isNull();
    }

    public boolean isObject() {
        return value.isObject();
    }

    public boolean isArray() {
        return value.isArray();
    }

    public boolean isText() {
        return value.isTextual();
    }

    public JsonNode json() {
        return value;
    }

    /** The text that must be here. */
    public String text() {
        if (!value.isTextual()) {
            throw must("be a text");
        }
        return value.textValue();
    }

    /** The text that must be here and say something. */
    public String filledText() {
        String text = text();
        if (text.isBlank()) {
            throw must("be a text that is not empty");
        }
        return text;
    }

    /** The text here, or null where there is nothing. */
    public String optionalText() {
        return isPresent() ? text() : null;
    }

    /** A text that is a comment and no more: null where it is none. */
    public String comment() {
        return value.isTextual() ? value.textValue() : null;
    }

    /** The mark here; false where there is nothing. */
    public boolean flag() {
        if (isPresent() && !value.isBoolean()) {
            throw must("be true or false");
        }
        return value.asBoolean();
    }

    /** The whole number here, or null where there is nothing. */
    public BigInteger optionalInteger() {
        if (isPresent() && !value.isIntegralNumber()) {
            throw must("be a whole number");
        }
        return isPresent() ? value.bigIntegerValue() : null;
    }

    /** The small whole number here, or null where there is nothing. */
    public Integer optionalInt() {
        BigInteger number = optionalInteger();
        if (number != null && number.bitLength() >= Integer.SIZE) {
            throw must("be a whole number of at most " + Integer.MAX_VALUE);
        }
        return number == null ? null : Integer.valueOf(number.intValue());
    }

    /** The members of the object that must be here. */
    public Map<String, Place> members() {
        if (!value.isObject()) {
            throw must("be an object");
        }
        Map<String, Place> members = new LinkedHashMap<>();
        value.properties().forEach(member -> members.put(member.getKey(), at(member.getKey())));
        return members;
    }

    /** The elements of the list here; none where there is nothing. */
    public List<Place> elements() {
        if (isPresent() && !value.isArray()) {
            throw must("be a list");
        }
        List<Place> elements = new ArrayList<>(value.size());
        for (JsonNode element : value) {
            elements.add(new Place(this, "[" + elements.size() + "]", element));
        }
        return elements;
    }

    /** The texts of the list here; none where there is nothing. */
    public List<String> texts() {
        return elements().stream().map(Place::text).toList();
    }

    /** An error about what is here, or is missing here. */
    public DocumentException must(String requirement) {
        return new DocumentException(this + ": must " + requirement + ", but is " + found() + ".");
    }

    /** An error about this place. */
    public DocumentException error(String problem) {
        return new DocumentException(this + ": " + problem);
    }

    private String found() {
        return switch (value.getNodeType()) {
            case MISSING -> "missing";
            case NULL -> "null";
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "the text '" + quoted(value.textValue()) + "'";
            default -> quoted(value.asText());
        };
    }

    /** What was written there, in one short line. */
    public static String quoted(String text) {
        String line = text.length() > QUOTED ? text.substring(0, QUOTED) + "..." : text;
        return line.replaceAll("\\p{Cntrl}", "?");
    }

    /** The document and the way from it to here. */
    @Override
    public String toString() {
        StringBuilder way = new StringBuilder();
        for (Place place = this; place.parent != null; place = place.parent) {
            boolean index = place.step.startsWith("[");
            way.insert(0, index ? place.step : "/" + quoted(place.step));
        }
        Place root = this;
        while (root.parent != null) {
            root = root.parent;
        }
        if (way.isEmpty()) {
            return root.step;
        }
        return root.step + ": " + (way.charAt(0) == '/' ? way.substring(1) : way.toString());
    }
}

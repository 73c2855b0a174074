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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.json.ExactJson;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;

/**
 * One value of a {@link UriTemplate} that a message fills in, as a whole or in part. Decides whether what the message filled in is
 * data and nothing else. Immutable.
 *
 * @param template the value as the route has it, with a mark in the place of each expression
 * @param mark digits, so that JSON with a mark is JSON, whether it stands in a text or alone
 */
record DynamicValue(String template, String mark) {

    private static final String FILE = "file:";

    /** How values of options begin that are read from elsewhere. */
    private static final String[] SOURCES = {FILE, "action:"};

    /** What an option's value must not contain, because Camel would evaluate it, or replace it by a bean. */
    private static final String[] NOTATIONS = {"$simple{", "${", "{{"};

    /** Whether the route has the value in RAW marks. */
    boolean isRaw() {
        return isRaw(template);
    }

    /** The text inside RAW marks, or the whole of a value that has none. */
    static String content(String written) {
        return isRaw(written) ? written.substring("RAW(".length(), written.length() - 1) : written;
    }

    private static boolean isRaw(String written) {
        return written.startsWith("RAW(") && written.endsWith(")")
                || written.startsWith("RAW{") && written.endsWith("}");
    }

    private static boolean beginsRaw(String written) {
        return written.startsWith("RAW(") || written.startsWith("RAW{");
    }

    /**
     * What is wrong with how the value is written, as the end of a sentence about the key; null if nothing is.
     *
     * @param written the value of the evaluated URI
     * @param filled the same, decoded unless it has RAW marks
     */
    String rawProblem(String written, String filled) {
        if (isRaw()) {
            return isRaw(written) && written.charAt(3) == template.charAt(3) ? null : "would end its RAW marks";
        }
        boolean begins = beginsRaw(written) || beginsRaw(filled);
        return begins ? "would have RAW marks that the route does not set" : null;
    }

    /**
     * Whether the message has left the value empty. That is nearly always a header that is missing or misspelled, and a call without its
     * filter may reach further than it should.
     *
     * @param value the value, free of RAW marks
     */
    boolean isMissing(String value) {
        return value.isEmpty() && template.contains(mark);
    }

    /** The same for a value that becomes a part of an endpoint's URI, which Camel reads again. */
    String endpointProblem(String value) {
        if (value.startsWith("#")) {
            return "would name a bean or a class";
        }
        for (String source : SOURCES) {
            if (value.startsWith(source) && !content(template).startsWith(source)) {
                return "would name a source of values, because it starts with '" + source + "'";
            }
        }
        for (String notation : NOTATIONS) {
            if (value.contains(notation)) {
                return "would be evaluated, because it contains '" + notation + "'";
            }
        }
        return null;
    }

    /**
     * The same for the meaning of a value.
     *
     * @param value the value, free of RAW marks
     * @param file whether it is a parameter that takes a file
     */
    String problem(String value, boolean file) {
        String fixed = content(template);
        if (file && value.startsWith(FILE)) {
            return fileProblem(fixed, value);
        }
        return isStructure(fixed) && !fitsStructure(fixed, value) ? "would change the structure of the JSON" : null;
    }

    private String fileProblem(String fixed, String value) {
        if (!fixed.startsWith(FILE)) {
            return "would name a file of this machine";
        }
        String directory = fixed.substring(FILE.length(), fixed.lastIndexOf('/', fixed.indexOf(mark)) + 1);
        Path base = Path.of(directory).normalize();
        Path path = Path.of(value.substring(FILE.length())).normalize();
        boolean outside = directory.isEmpty() ? path.startsWith("..") : !path.startsWith(base);
        return outside ? "would leave the directory '" + directory + "' of the route" : null;
    }

    private boolean isStructure(String fixed) {
        return !fixed.equals(mark) && (fixed.startsWith("{") || fixed.startsWith("["));
    }

    /** A template that is not JSON itself has no structure to keep. */
    private boolean fitsStructure(String fixed, String value) {
        JsonNode expected;
        try {
            expected = ExactJson.parse(fixed);
        } catch (JsonProcessingException e) {
            return true;
        }
        try {
            return fits(expected, ExactJson.parse(value));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private boolean fits(JsonNode expected, JsonNode found) {
        if (expected.isTextual()) {
            return expected.textValue().contains(mark) ? found.isTextual() : expected.equals(found);
        }
        if (!expected.isContainerNode()) {
            return expected.asText().contains(mark) || expected.equals(found);
        }
        if (expected.getNodeType() != found.getNodeType() || expected.size() != found.size()) {
            return false;
        }
        if (expected.isArray()) {
            Iterator<JsonNode> elements = found.elements();
            for (JsonNode element : expected) {
                if (!fits(element, elements.next())) {
                    return false;
                }
            }
            return true;
        }
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            if (!found.has(field.getKey()) || !fits(field.getValue(), found.get(field.getKey()))) {
                return false;
            }
        }
        return true;
    }
}

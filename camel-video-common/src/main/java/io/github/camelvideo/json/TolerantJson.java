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
package io.github.camelvideo.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The second reader, for text that {@link ExactJson} refuses: one badly written record must not make the others of its page
 * unreadable. Accepts the {@link Oddity oddities} below and nothing else; text that is cut off, garbage and trailing content stay
 * errors. Numbers are as exact as those of {@link ExactJson}, and the limits of depth and length are the same.
 *
 * <p>Not a setting of the first reader, for two reasons: good answers must not pay for it, and Jackson's tree reader applies its rule
 * for repeated names to a whole document, whereas here the caller names the members that stay strict.
 */
public final class TolerantJson {

    /** What is accepted although JSON forbids it. */
    public enum Oddity {
        /** Read as they are. */
        CONTROL_CHARACTERS("control characters in texts that are not escaped"),
        /** Read as texts, so that every number in a tree is an exact one. */
        NOT_A_NUMBER("NaN or Infinity, which is read as a text"),
        /** Read as texts: to calculate with them could take the machine's time and memory. */
        HUGE_NUMBERS("a number of more than 1,000 digits or with an exponent out of range, which is read as a text"),
        /** The last value counts, as in most readers. */
        REPEATED_NAMES("a member name that occurs more than once in an object, of which the last value is read");

        private final String description;

        Oddity(String description) {
            this.description = description;
        }

        /** In words, for a log. */
        public String description() {
            return description;
        }
    }

    /**
     * A document that was read.
     *
     * @param value the value, missing where there is none
     * @param oddities what was accepted
     */
    public record Reading(JsonNode value, Set<Oddity> oddities) {}

    /** Of a number, as in {@link ExactJson}. */
    private static final int MAX_DIGITS = StreamReadConstraints.DEFAULT_MAX_NUM_LEN;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxTokenCount(ExactJson.MAX_TOKENS)
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final Predicate<List<String>> strict;
    private final Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);

    /** Containers that have begun and not ended, the innermost first. A list and not recursion: the stack has its own limit. */
    private final Deque<ContainerNode<?>> open = new ArrayDeque<>();

    private JsonNode root;

    private TolerantJson(Predicate<List<String>> strict) {
        this.strict = strict;
    }

    /**
     * Reads a document.
     *
     * @param strict whether the member at a path of names, from the root, must occur once and hold no NaN or Infinity; not asked for
     *     members inside an array
     */
    public static Reading parse(String json, Predicate<List<String>> strict) throws JsonProcessingException {
        TolerantJson reader = new TolerantJson(strict);
        try (JsonParser parser = FACTORY.createParser(json)) {
            reader.read(parser);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("A text cannot fail to be read", e);
        }
        if (hasControlCharacters(json)) {
            reader.oddities.add(Oddity.CONTROL_CHARACTERS);
        }
        return new Reading(reader.root == null ? MissingNode.getInstance() : reader.root, reader.oddities);
    }

    private void read(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case FIELD_NAME -> name(parser);
                case START_OBJECT -> begin(parser, NODES.objectNode());
                case START_ARRAY -> begin(parser, NODES.arrayNode());
                case END_OBJECT, END_ARRAY -> open.pop();
                default -> add(parser, scalar(parser, token));
            }
        }
    }

    private void name(JsonParser parser) throws IOException {
        if (open.element().has(parser.currentName())) {
            refuseStrict(parser, "occurs more than once");
            oddities.add(Oddity.REPEATED_NAMES);
        }
    }

    private void begin(JsonParser parser, ContainerNode<?> container) throws IOException {
        add(parser, container);
        open.push(container);
    }

    private void add(JsonParser parser, JsonNode value) throws IOException {
        ContainerNode<?> container = open.peek();
        if (container instanceof ObjectNode object) {
            object.set(parser.currentName(), value);
        } else if (container instanceof ArrayNode array) {
            array.add(value);
        } else if (root == null) {
            root = value;
        } else {
            throw new RefusedJsonException("content behind the value", parser.currentTokenLocation());
        }
    }

    private JsonNode scalar(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, token);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new IllegalStateException("Not a value: " + token);
        };
    }

    private JsonNode notANumber(JsonParser parser) throws IOException {
        refuseStrict(parser, "is not a number");
        oddities.add(Oddity.NOT_A_NUMBER);
        return NODES.textNode(parser.getText());
    }

    private JsonNode number(JsonParser parser, JsonToken token) throws IOException {
        if (parser.getTextLength() > MAX_DIGITS) {
            return huge(parser);
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            try {
                return parser.isNaN() ? notANumber(parser) : NODES.numberNode(parser.getDecimalValue());
            } catch (NumberFormatException e) {
                return huge(parser);
            }
        }
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private JsonNode huge(JsonParser parser) throws IOException {
        refuseStrict(parser, "is a number that is too large");
        oddities.add(Oddity.HUGE_NUMBERS);
        return NODES.textNode(parser.getText());
    }

    /** Such as a status that occurs twice: one of the two values could hide an error. */
    private void refuseStrict(JsonParser parser, String problem) throws JsonProcessingException {
        List<String> path = path(parser.getParsingContext());
        if (!path.isEmpty() && strict.test(path)) {
            throw new RefusedJsonException(
                    "'" + String.join(".", path) + "' " + problem, parser.currentTokenLocation());
        }
    }

    /** Names from the root to the current member; empty inside an array. */
    private static List<String> path(JsonStreamContext innermost) {
        LinkedList<String> path = new LinkedList<>();
        for (JsonStreamContext context = innermost; !context.inRoot(); context = context.getParent()) {
            if (context.inArray()) {
                return List.of();
            }
            path.addFirst(context.getCurrentName());
        }
        return path;
    }

    /** Jackson does not tell whether a control character of a text was escaped. The document is known to be well-formed otherwise. */
    private static boolean hasControlCharacters(String json) {
        boolean inText = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                inText = !inText;
            } else if (inText && c == '\\') {
                i++;
            } else if (inText && c < ' ') {
                return true;
            }
        }
        return false;
    }
}

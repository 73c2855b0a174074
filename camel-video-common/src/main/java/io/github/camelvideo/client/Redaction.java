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
package io.github.camelvideo.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Removes the secrets of one attempt from a text of the vendor. A gateway that refuses a signature quotes the string that it signed, in
 * which tokens and parameters are percent-encoded up to three times; others quote the JSON that they got.
 *
 * <p>Made only for a refused attempt. Immutable.
 */
final class Redaction {

    private static final String REPLACEMENT = MaskedJson.MASK;

    /** A shorter text, such as a password of one letter, would blot out half of every message. */
    private static final int SHORTEST = 4;

    /** A longer one is looked for in parts of this length: the depth of the search grows with it. */
    private static final int LONGEST = 256;

    /** Those that have a letter of their own in JSON: {@code \\n}, {@code \\r}, {@code \\t}. */
    private static final String CONTROLS = "\n\r\t";

    private final Pattern secrets;

    private Redaction(Set<String> texts) {
        this.secrets = texts.isEmpty()
                ? null
                : Pattern.compile(
                        texts.stream()
                                .flatMap(Redaction::parts)
                                .distinct()
                                .sorted(Comparator.comparing(String::length).reversed())
                                .map(Redaction::inAnyEncoding)
                                .collect(Collectors.joining("|")),
                        // hexadecimal digits of an encoding may have either case
                        Pattern.CASE_INSENSITIVE);
    }

    /**
     * @param credentials what the attempt was signed with
     * @param signature the signature that was sent, or null
     */
    static Redaction of(ApiCall call, Credentials credentials, String signature) {
        Set<String> texts = new HashSet<>();
        add(texts, credentials.id());
        add(texts, credentials.secret());
        add(texts, credentials.token());
        add(texts, signature);
        call.parameters().properties().forEach(entry -> {
            Field field = call.action().parameters().get(entry.getKey());
            if (field == null) {
                // nobody knows that it is none
                addLeaves(texts, entry.getValue());
            } else {
                addSecrets(texts, call.api(), field, entry.getValue());
            }
        });
        return new Redaction(texts);
    }

    /** The text without secrets. */
    String apply(String text) {
        return secrets == null ? text : secrets.matcher(text).replaceAll(Matcher.quoteReplacement(REPLACEMENT));
    }

    private static void addSecrets(Set<String> texts, ApiCatalog api, Field field, JsonNode value) {
        if (value.isArray()) {
            value.forEach(element -> addSecrets(texts, api, field, element));
        } else if (field.secret()) {
            addLeaves(texts, value);
        } else if (value.isObject()) {
            Map<String, Field> fields = api.fields(field.type());
            value.properties().stream()
                    .filter(entry -> fields.containsKey(entry.getKey()))
                    .forEach(entry -> addSecrets(texts, api, fields.get(entry.getKey()), entry.getValue()));
        }
    }

    private static void addLeaves(Set<String> texts, JsonNode value) {
        if (value.isContainerNode()) {
            value.forEach(child -> addLeaves(texts, child));
        } else if (value.isTextual() || value.isNumber()) {
            add(texts, value.asText());
        }
    }

    private static void add(Set<String> texts, String secret) {
        if (secret != null && secret.length() >= SHORTEST) {
            texts.add(secret);
        }
    }

    private static Stream<String> parts(String secret) {
        int[] characters = secret.codePoints().toArray();
        int parts = (characters.length + LONGEST - 1) / LONGEST;
        return IntStream.range(0, parts).mapToObj(i -> {
            int begin = (int) ((long) characters.length * i / parts);
            int end = (int) ((long) characters.length * (i + 1) / parts);
            return new String(characters, begin, end - begin);
        });
    }

    /**
     * Matches a secret as it is, percent-encoded as often as anybody encodes it, and escaped as in JSON; encoders differ in what they
     * encode.
     */
    private static String inAnyEncoding(String secret) {
        StringBuilder pattern = new StringBuilder();
        secret.codePoints().forEach(character -> {
            String text = Character.toString(character);
            if (character < 128 && Character.isLetterOrDigit(character)) {
                pattern.append(text);
                return;
            }
            pattern.append("(?:\\\\*").append(literal(character, text)).append('|');
            for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
                pattern.append("%(?:25)*").append(String.format("%02X", octet & 0xFF));
            }
            pattern.append('|');
            for (char unit : text.toCharArray()) {
                pattern.append("\\\\+u").append(String.format("%04X", (int) unit));
            }
            int control = CONTROLS.indexOf(character);
            if (control >= 0) {
                pattern.append("|\\\\+").append("nrt".charAt(control));
            }
            // forms have + for a blank, which may be encoded in turn
            pattern.append(character == ' ' ? "|\\+|%(?:25)*2B)" : ")");
        });
        return pattern.toString();
    }

    /** A backslash itself is among those that may precede it. */
    private static String literal(int character, String text) {
        return character == '\\' ? "(?<=\\\\)" : Pattern.quote(text);
    }
}

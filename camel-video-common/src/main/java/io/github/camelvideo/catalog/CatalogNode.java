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

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A place in a catalog document; knows where it is, so that what is wrong there can be found. */
final class CatalogNode {

    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private final CatalogNode parent;
    private final String name;
    private final JsonNode value;

    private CatalogNode(CatalogNode parent, String name, JsonNode value) {
        this.parent = parent;
        this.name = name;
        this.value = value;
    }

    static CatalogNode root(String api, JsonNode document) {
        return new CatalogNode(null, api, document);
    }

    /** What lies under that name; never null, but perhaps absent. */
    CatalogNode at(String child) {
        return new CatalogNode(this, child, value == null ? null : value.get(child));
    }

    boolean isAbsent() {
        return value == null || value.isNull();
    }

    JsonNode json() {
        return value;
    }

    /** Reads the object that lies here, or gives null when it is absent. */
    <T> T map(Function<CatalogNode, T> read) {
        if (!isAbsent() && !value.isObject()) {
            throw broken("must be an object", null);
        }
        return isAbsent() ? null : read.apply(this);
    }

    String text(String child) {
        JsonNode text = json(child);
        if (text != null && !text.isTextual()) {
            throw at(child).broken("must be a string", null);
        }
        return text == null ? null : text.textValue();
    }

    String requiredText(String child) {
        String text = text(child);
        if (text == null) {
            throw at(child).broken("is missing", null);
        }
        return text;
    }

    /** The name of a host, which calls go to. */
    String host(String child) {
        String host = requiredText(child);
        if (!HOST.matcher(host).matches()) {
            throw at(child)
                    .broken(
                            "must be the name of a host, such as live.tencentcloudapi.com, but is '" + host + "'",
                            null);
        }
        return host;
    }

    /** The texts of an array; one text stands for an array of one. */
    List<String> texts(String child) {
        JsonNode array = json(child);
        if (array == null) {
            return List.of();
        }
        if (array.isTextual()) {
            return List.of(array.textValue());
        }
        at(child).requireList();
        List<String> texts = new ArrayList<>(array.size());
        array.forEach(element -> texts.add(element.asText()));
        return Collections.unmodifiableList(texts);
    }

    boolean flag(String child) {
        JsonNode flag = json(child);
        if (flag != null && !flag.isBoolean()) {
            throw at(child).broken("must be true or false", null);
        }
        return flag != null && flag.booleanValue();
    }

    BigInteger number(String child) {
        JsonNode number = json(child);
        if (number != null && !number.isIntegralNumber()) {
            throw at(child).broken("must be an integer", null);
        }
        return number == null ? null : number.bigIntegerValue();
    }

    Integer integer(String child) {
        BigInteger number = number(child);
        if (number != null && number.bitLength() >= Integer.SIZE) {
            throw at(child).broken("must be an integer of at most 32 bits", null);
        }
        return number == null ? null : Integer.valueOf(number.intValue());
    }

    int integer(String child, int absent) {
        Integer number = integer(child);
        return number == null ? absent : number;
    }

    /** What lies under that name. */
    CatalogNode required(String child) {
        CatalogNode found = at(child);
        if (found.isAbsent()) {
            throw found.broken("is missing", null);
        }
        return found;
    }

    Duration requiredDuration(String child) {
        required(child);
        return duration(child, null);
    }

    Duration duration(String child, Duration absent) {
        String text = text(child);
        try {
            return text == null ? absent : Duration.parse(text);
        } catch (DateTimeException e) {
            throw at(child).broken("must be an ISO 8601 duration but is '" + text + "'", e);
        }
    }

    LocalDate date(String child) {
        String text = text(child);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw at(child).broken("must be a date such as 2026-08-21 but is '" + text + "'", e);
        }
    }

    ZoneId zone(String child) {
        String text = text(child);
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw at(child).broken("must be a time zone but is '" + text + "'", e);
        }
    }

    <E extends Enum<E>> E enumValue(Class<E> type, String child, E absent) {
        String text = text(child);
        return text == null ? absent : at(child).enumValue(type, text);
    }

    <E extends Enum<E>> E requiredEnum(Class<E> type, String child) {
        return at(child).enumValue(type, requiredText(child));
    }

    <E extends Enum<E>> List<E> enumValues(Class<E> type, String child) {
        return texts(child).stream()
                .map(text -> at(child).enumValue(type, text))
                .toList();
    }

    /** The elements of the array that lies here, by one of their texts. */
    <T> Map<String, T> byKey(String key, Function<CatalogNode, T> read) {
        Map<String, T> entries = new LinkedHashMap<>();
        if (!isAbsent()) {
            requireList();
            for (JsonNode element : value) {
                String id = new CatalogNode(this, "?", element).requiredText(key);
                CatalogNode node = new CatalogNode(this, id, element);
                if (entries.containsKey(id)) {
                    throw node.broken("is defined twice", null);
                }
                entries.put(id, read.apply(node));
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    /** The elements of the array that lies here, in their order. */
    <T> List<T> elements(Function<CatalogNode, T> read) {
        List<T> elements = new ArrayList<>();
        if (!isAbsent()) {
            requireList();
            for (JsonNode element : value) {
                elements.add(read.apply(new CatalogNode(this, Integer.toString(elements.size()), element)));
            }
        }
        return Collections.unmodifiableList(elements);
    }

    /** The members of the object that lies here. */
    <T> Map<String, T> byName(Function<CatalogNode, T> read) {
        Map<String, T> entries = new LinkedHashMap<>();
        if (!isAbsent()) {
            if (!value.isObject()) {
                throw broken("must be an object", null);
            }
            value.properties()
                    .forEach(member -> entries.put(
                            member.getKey(), read.apply(new CatalogNode(this, member.getKey(), member.getValue()))));
        }
        return Collections.unmodifiableMap(entries);
    }

    private void requireList() {
        if (!value.isArray()) {
            throw broken("must be a list", null);
        }
    }

    /** The value under that name, or null when it is absent. */
    private JsonNode json(String child) {
        JsonNode found = value == null ? null : value.get(child);
        return found == null || found.isNull() ? null : found;
    }

    CatalogException broken(String what, Throwable cause) {
        return new CatalogException("Catalog " + this + ": " + what, cause);
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    /** Enum values stand in the documents in lower case with hyphens. */
    private <E extends Enum<E>> E enumValue(Class<E> type, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw broken("must be one of " + names(type) + " but is '" + text + "'", e);
        }
    }

    /** The way from the API to here. */
    @Override
    public String toString() {
        return parent == null ? name : parent + "/" + name;
    }
}

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

import java.util.Locale;

/**
 * Type of a parameter or answer field, as the vendors' tables print it: {@code String}, {@code Array of Integer},
 * {@code Map of AsyncResult}, or the name of a structure.
 *
 * @param kind what the value is on the wire
 * @param struct name of the structure for {@link Kind#STRUCT}, otherwise null
 * @param item type of the elements for {@link Kind#ARRAY} and {@link Kind#MAP}, otherwise null
 */
public record FieldType(Kind kind, String struct, FieldType item) {

    private static final String ARRAY_OF = "Array of ";
    private static final String MAP_OF = "Map of ";
    private static final int MAX_DEPTH = 16;

    /** What a value is on the wire. */
    public enum Kind {
        STRING,
        /** Any whole number, up to unsigned 64 bit. */
        INTEGER,
        /** Decimal number whose text must survive. */
        FLOAT,
        BOOLEAN,
        /** A JSON object the document does not describe further. */
        OBJECT,
        /** The content of an uploaded or downloaded file. */
        FILE,
        ARRAY,
        MAP,
        STRUCT
    }

    /**
     * Reads the notation of the catalog; a name that is not a basic type is taken as the name of a structure.
     *
     * @throws CatalogException when lists are nested deeper than any vendor does
     */
    public static FieldType parse(String text) {
        return parse(text, MAX_DEPTH);
    }

    private static FieldType parse(String text, int depth) {
        if (depth == 0) {
            throw new CatalogException("must not nest more than " + MAX_DEPTH + " lists");
        }
        if (text.startsWith(ARRAY_OF)) {
            return new FieldType(Kind.ARRAY, null, parse(text.substring(ARRAY_OF.length()), depth - 1));
        }
        if (text.startsWith(MAP_OF)) {
            return new FieldType(Kind.MAP, null, parse(text.substring(MAP_OF.length()), depth - 1));
        }
        return switch (text) {
            // times are text of a documented format; the format is the field's business
            case "String", "Timestamp", "Date", "Binary" -> basic(Kind.STRING);
            case "Integer", "Long" -> basic(Kind.INTEGER);
            case "Float", "Double" -> basic(Kind.FLOAT);
            case "Boolean" -> basic(Kind.BOOLEAN);
            case "Object" -> basic(Kind.OBJECT);
            case "File" -> basic(Kind.FILE);
            default -> new FieldType(Kind.STRUCT, text, null);
        };
    }

    private static FieldType basic(Kind kind) {
        return new FieldType(kind, null, null);
    }

    public boolean isArray() {
        return kind == Kind.ARRAY;
    }

    /** Whether values are single texts, numbers or truth values. */
    public boolean isScalar() {
        return kind == Kind.STRING || kind == Kind.INTEGER || kind == Kind.FLOAT || kind == Kind.BOOLEAN;
    }

    /** The name as the vendors print it. */
    @Override
    public String toString() {
        return switch (kind) {
            case ARRAY -> ARRAY_OF + item;
            case MAP -> MAP_OF + item;
            case STRUCT -> struct;
            default -> kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
        };
    }
}

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
package io.github.camelvideo.feed.position;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelvideo.json.Digests;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Texts and times as every database keeps them. Stateless.
 *
 * <p>A text is stored as it is, unless it begins with a quotation mark or has characters that some database loses (zero, control
 * characters, those beyond 16 bits): then as a JSON text of ASCII characters. Keys of primary keys are short and of ASCII; others are
 * replaced by their digest. A time is a number of nanoseconds, which sorts and compares exactly everywhere.
 */
final class ColumnText {

    /** Characters of a primary key's column for keys of entries. */
    static final int KEY_LENGTH = 120;
    /** Characters of a digest. */
    static final int ID_LENGTH = 43;

    private static final Pattern HARMLESS_KEY = Pattern.compile("[!-}]{1," + KEY_LENGTH + "}");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    private ColumnText() {}

    /** Whether the key can be a column of a primary key as it is. */
    static boolean isShort(String key) {
        return HARMLESS_KEY.matcher(key).matches();
    }

    /** The key, or its digest, which begins with a tilde as no short key does. */
    static String key(String key) {
        return isShort(key) ? key : "~" + id(key);
    }

    /** A digest that names a feed or partition. */
    static String id(String... names) {
        // lengths in front, so that no two lists of names make the same text
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(name.length()).append(':').append(name);
        }
        // character by character, because an encoding would replace half a pair of surrogates
        ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
        bytes.asCharBuffer().put(text.toString());
        return Digests.sha256Base64Url(bytes.array());
    }

    static String write(String text) {
        boolean plain = !text.startsWith("\"")
                && text.chars().noneMatch(c -> c < ' ' || c == 0x7f || Character.isSurrogate((char) c));
        try {
            return plain ? text : JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every text can be written as JSON", e);
        }
    }

    /** @throws IllegalStateException when it was not written by this class */
    static String read(String column) {
        if (column == null) {
            return ""; // some databases do not know an empty text
        }
        try {
            return column.startsWith("\"") ? JSON.readValue(column, String.class) : column;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "A text in the tables of positions is damaged: " + e.getOriginalMessage(), e);
        }
    }

    static BigDecimal number(Instant time) {
        return time == null
                ? null
                : new BigDecimal(BigInteger.valueOf(time.getEpochSecond())
                        .multiply(NANOS)
                        .add(BigInteger.valueOf(time.getNano())));
    }

    static Instant time(BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigInteger nanos = number.toBigInteger();
        BigInteger rest = nanos.mod(NANOS);
        return Instant.ofEpochSecond(nanos.subtract(rest).divide(NANOS).longValueExact(), rest.longValueExact());
    }
}

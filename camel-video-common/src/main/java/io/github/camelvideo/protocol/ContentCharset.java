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
package io.github.camelvideo.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The charset of an answer, as its {@code Content-Type} declares it. JSON is UTF-8 by its standard, but old services write the charset
 * of their country and say so.
 *
 * @param charset what to read with; UTF-8 where nothing is declared, or nothing that is known
 * @param known whether the declaration, if there is one, can be followed
 */
record ContentCharset(Charset charset, boolean known) {

    private static final ContentCharset UTF_8 = new ContentCharset(StandardCharsets.UTF_8, true);
    private static final ContentCharset UNKNOWN = new ContentCharset(StandardCharsets.UTF_8, false);

    private static final Pattern DECLARATION =
            Pattern.compile(";\\s*charset\\s*=\\s*[\"']?\\s*([^;,\"'\\s]*)", Pattern.CASE_INSENSITIVE);

    /** Senders name the first Chinese standards and use characters of the later ones, which extend them. */
    private static final Set<String> BELOW_GB18030 = Set.of("GB2312", "GBK");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Bytes as text.
     *
     * @param text the text, with U+FFFD for bytes that are not of the charset, without byte order mark
     * @param malformed whether there were such bytes
     */
    record Text(String text, boolean malformed) {}

    static ContentCharset of(WireResponse answer) {
        String type = answer.contentType();
        Matcher declared = type == null || type.indexOf(';') < 0 ? null : DECLARATION.matcher(type);
        if (declared == null || !declared.find() || declared.group(1).isEmpty()) {
            return UTF_8;
        }
        // a byte order mark is nearer to the content than a header
        return startsWithMark(answer.body()) ? UTF_8 : named(declared.group(1));
    }

    private static ContentCharset named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        try {
            return new ContentCharset(Charset.forName(BELOW_GB18030.contains(upper) ? "GB18030" : name), true);
        } catch (IllegalArgumentException e) {
            // no such charset, not one of this Java, or not even a name
            return "UTF8MB4".equals(upper) ? UTF_8 : UNKNOWN;
        }
    }

    private static boolean startsWithMark(byte[] body) {
        return body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF;
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    Text decode(byte[] content) {
        try {
            return new Text(
                    withoutMark(charset.newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString()),
                    false);
        } catch (CharacterCodingException e) {
            return new Text(withoutMark(new String(content, charset)), true);
        }
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}

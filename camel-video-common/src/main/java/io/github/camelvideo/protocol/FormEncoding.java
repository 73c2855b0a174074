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

import io.github.camelvideo.json.Digests;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and values as a query or a form, percent-encoded as RFC 3986 says: a blank is %20, digits are upper case. */
public final class FormEncoding {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private FormEncoding() {}

    /** Names and values in the order of the map. */
    public static String encode(Map<String, String> parameters) {
        // a name of the vendor's own needs no encoding and is left as it is; an unknown one must not become another
        // parameter
        return parameters.entrySet().stream()
                .map(parameter -> percent(parameter.getKey()) + "=" + percent(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** A text in UTF-8, all of it encoded but letters, digits and {@code - _ . ~}. */
    public static String percent(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte octet : Digests.utf8(text)) {
            if (isUnreserved(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX[(octet >> 4) & 0xF]).append(HEX[octet & 0xF]);
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || octet == '-'
                || octet == '_'
                || octet == '.'
                || octet == '~';
    }
}

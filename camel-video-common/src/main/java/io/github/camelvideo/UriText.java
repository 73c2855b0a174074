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

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * A URI in its parts, read the way on which Camel reads one when it creates an endpoint.
 *
 * @param path what follows the scheme, decoded, without the query
 * @param writtenPath the same as it is written, with the scheme
 * @param written keys and values of the query as they are written: neither decoded nor free of RAW marks; a key that occurs more than
 *     once has a list
 * @param separators characters of the query that belong to no value: keys, {@code =} and {@code &}
 * @param values keys and decoded values, of which those with RAW marks keep them
 */
record UriText(
        String path, String writtenPath, Map<String, Object> written, int separators, Map<String, Object> values) {

    /** @throws URISyntaxException when no endpoint can be created from the text; the message quotes it */
    static UriText parse(String uri) throws URISyntaxException {
        try {
            // Camel's parser takes NUL for the end of the URI, and encodes half a character as a question mark
            if (uri.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(uri)) {
                throw new URISyntaxException(uri, "not a text");
            }
            return read(uri);
        } catch (IllegalArgumentException e) {
            // of the decoder
            throw new URISyntaxException(uri, "not encoded as a URI");
        }
    }

    private static UriText read(String uri) throws URISyntaxException {
        URI parsed = new URI(UnsafeUriCharactersEncoder.encode(URISupport.normalizeUri(uri)));
        String query = StringHelper.after(uri, "?", "");
        Map<String, Object> written = query.isEmpty() ? new LinkedHashMap<>() : URISupport.parseQuery(query, true);
        int values = written.values().stream()
                .flatMap(value -> texts(value).stream())
                .mapToInt(String::length)
                .sum();
        return new UriText(
                URISupport.extractRemainderPath(parsed, false),
                StringHelper.before(uri, "?", uri),
                written,
                query.length() - values,
                URISupport.parseParameters(parsed));
    }

    /** The texts of a key: none, one, or several where it occurs more than once. */
    static List<String> texts(Object value) {
        if (value instanceof List<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}

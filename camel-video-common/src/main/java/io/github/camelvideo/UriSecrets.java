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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.camel.util.URISupport;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * The URI of an endpoint, parted into what Camel may show and the secrets. An endpoint is named by its URI in logs, JMX and consoles,
 * and Camel masks by names: all options it knows as secret, and of further names only the first in a URI.
 *
 * @param uri the URI with a mark in place of each secret; unique, as Camel tells endpoints by it
 * @param values all keys and values of the URI as Camel parses them
 * @param names keys whose values are secret
 */
record UriSecrets(String uri, Map<String, Object> values, Set<String> names) {

    private static final String MASK = "xxxxxx";

    /**
     * @param uri normalized and encoded URI
     * @param number what makes the new URI unique
     * @param isSecret whether the value of a key is secret
     */
    static UriSecrets of(String uri, long number, Predicate<String> isSecret) throws URISyntaxException {
        Map<String, Object> values = parse(uri);
        Set<String> names = new TreeSet<>();
        values.keySet().stream().filter(isSecret).forEach(names::add);
        if (names.isEmpty()) {
            return new UriSecrets(uri, values, names);
        }
        Map<String, Object> shown = new LinkedHashMap<>(values);
        names.forEach(name -> shown.put(name, MASK + number));
        String path = uri.substring(0, uri.indexOf('?'));
        return new UriSecrets(path + "?" + URISupport.createQueryString(shown, true), values, names);
    }

    /** Names whose values Camel shows where it prints the original URI, which it does at DEBUG and when it rejects one. */
    static Set<String> shownByCamel(String original, Set<String> names) throws URISyntaxException {
        Map<String, Object> values = parse(URISupport.sanitizeUri(original));
        Set<String> shown = new TreeSet<>(names);
        shown.removeIf(name -> MASK.equals(values.get(name)));
        return shown;
    }

    private static Map<String, Object> parse(String uri) throws URISyntaxException {
        return URISupport.parseParameters(new URI(UnsafeUriCharactersEncoder.encode(uri)));
    }
}

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
package io.github.camelvideo.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.util.URISupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The URIs of our components in documents and examples, as their readers copy them. */
final class ShownUris {

    private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"");

    /** A Java text, with its escapes. */
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final Pattern XML_URI = Pattern.compile("uri=\"([^\"]*)\"");

    /**
     * @param place where it is shown
     * @param uri the whole URI, with expressions and property placeholders
     */
    record ShownUri(String place, String uri) {}

    private ShownUris() {}

    /** Those of a document's blocks. */
    static List<ShownUri> of(Document document) {
        return document.fences().stream()
                .flatMap(fence -> uris(fence.toString(), fence.language(), fence.text()))
                .toList();
    }

    /** Those of a source file. */
    static List<ShownUri> of(Path file) {
        String name = file.toString();
        return uris(name, name.substring(name.lastIndexOf('.') + 1), Project.read(file))
                .toList();
    }

    private static Stream<ShownUri> uris(String place, String language, String text) {
        Stream<String> found =
                switch (language) {
                    case "java" -> {
                        String joined = CONCATENATION.matcher(text).replaceAll("");
                        yield TEXT.matcher(joined).results().map(literal -> literal.group(1)
                                .translateEscapes());
                    }
                    case "yaml" -> inYaml(new Load(LoadSettings.builder().build()).loadFromString(text)).stream();
                    case "xml" ->
                        XML_URI.matcher(text).results().map(uri -> uri.group(1).replace("&amp;", "&"));
                    default -> text.lines().map(String::strip);
                };
        return found.filter(ShownUris::isOurs).map(uri -> new ShownUri(place, uri));
    }

    /** A text that ends with a slash is the begin of a URI, to which a program adds an action. */
    private static boolean isOurs(String uri) {
        return !uri.endsWith("/")
                && Stream.of(Scheme.values()).anyMatch(scheme -> uri.startsWith(scheme.uriName() + ":"));
    }

    private static List<String> inYaml(Object node) {
        List<String> uris = new ArrayList<>();
        if (node instanceof String text) {
            uris.add(text);
        } else if (node instanceof Collection<?> list) {
            list.forEach(element -> uris.addAll(inYaml(element)));
        } else if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (!"uri".equals(key)) {
                    uris.addAll(inYaml(value));
                }
            });
            if (map.get("uri") instanceof String uri) {
                uris.add(withParameters(uri, map.get("parameters")));
            }
        }
        return uris;
    }

    private static String withParameters(String uri, Object parameters) {
        if (!(parameters instanceof Map<?, ?> map)) {
            return uri;
        }
        Map<String, Object> query = new LinkedHashMap<>();
        map.forEach((name, value) -> query.put(name.toString(), value));
        return uri + (uri.indexOf('?') < 0 ? "?" : "&") + URISupport.createQueryString(query, false);
    }

    /** All that is shown, once each. */
    static List<ShownUri> all() {
        Stream<ShownUri> inDocuments = Stream.of(
                        Stream.of(Path.of("README.md")), Project.below("docs", ".md"), Project.below("examples", ".md"))
                .flatMap(files -> files)
                .flatMap(file -> of(Document.of(file)).stream());
        Stream<ShownUri> inExamples = Stream.of(".java", ".yaml", ".xml")
                .flatMap(end -> Project.below("examples", end))
                .filter(file -> file.toString().contains("src/main"))
                .flatMap(file -> of(file).stream());
        return List.copyOf(Stream.concat(inDocuments, inExamples)
                // the name of a data type only looks like a URI
                .filter(uri -> !uri.uri().endsWith(":application-cloudevents"))
                .collect(Collectors.toMap(ShownUri::uri, uri -> uri, (first, again) -> first, LinkedHashMap::new))
                .values());
    }
}

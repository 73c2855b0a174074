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
package io.github.camelvideo.endpointdsl;

import io.github.camelvideo.json.ExactJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Expression;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.spi.PropertiesComponent;

/**
 * Builds the URI of one action. The result is the URI that one would write by hand, and Camel makes the same endpoint of it; checks of
 * parameters and options are those of the component. Values that are neither text, number, boolean nor constant are bound in the
 * registry, and the URI refers to them.
 *
 * <p>Belongs to one route and one thread, as the route builder that uses it.
 *
 * @param <T> the builder itself
 */
public abstract class VideoEndpointBuilder<T extends VideoEndpointBuilder<T>> implements EndpointProducerBuilder {

    private final String path;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<String> secrets = new HashSet<>();

    /** @param path URI without query, such as {@code tencent-video:live/DescribeLiveStreamState} */
    protected VideoEndpointBuilder(String path) {
        this.path = path;
    }

    /**
     * Sets any option or parameter by its name in URIs, such as a part of a structure ({@code Tags.1.Value}) or a parameter that the
     * catalog does not have.
     *
     * @throws IllegalArgumentException if there is no value
     */
    public T with(String name, Object value) {
        return set(name, value);
    }

    /**
     * Sets an option or a parameter.
     *
     * @throws IllegalArgumentException if there is no value
     */
    protected final T set(String name, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(path + ": " + name + ": must not be null. Leave it out.");
        }
        values.put(name, value);
        return self();
    }

    /** Sets a list of single values: with commas, or as JSON if an element would not survive that. */
    protected final T setList(String name, List<?> value) {
        if (value == null) {
            return set(name, null);
        }
        List<String> elements = value.stream().map(String::valueOf).toList();
        return set(name, UriValue.isCommaList(elements) ? String.join(",", elements) : json(elements));
    }

    /** Sets a structure, or a list of structures: maps, lists and beans as JSON. */
    protected final T setJson(String name, Object value) {
        return set(name, value == null ? null : json(value));
    }

    /** Sets a file, which is read when the call is sent. */
    protected final T setFile(String name, Path value) {
        return set(name, value == null ? null : "file:" + value);
    }

    /** Marks a value as one that texts about the builder do not show. */
    protected final T secret(String name) {
        secrets.add(name);
        return self();
    }

    private static String json(Object value) {
        return ExactJson.fromObject(value).toString();
    }

    @SuppressWarnings("unchecked")
    private T self() {
        return (T) this;
    }

    @Override
    public Endpoint resolve(CamelContext context) {
        return context.getEndpoint(getUri(context));
    }

    @Override
    public <E extends Endpoint> E resolve(CamelContext context, Class<E> endpointType) {
        return endpointType.cast(resolve(context));
    }

    /** The URI with all placeholders resolved; beans are bound in the registry of the context. */
    public String getUri(CamelContext context) {
        values.values().stream().filter(value -> !isText(value)).forEach(bean -> context.getRegistry()
                .bind(beanName(bean), bean));
        return uri(value -> resolved(context, value));
    }

    /** Null for an optional placeholder without a value. */
    private static String resolved(CamelContext context, String value) {
        String resolved = context.getCamelContextExtension().resolvePropertyPlaceholders(value, true);
        // what has no value begins with a question mark then
        return resolved == null || resolved.startsWith(PropertiesComponent.PREFIX_OPTIONAL_TOKEN) ? null : resolved;
    }

    /** The URI as it was built, with placeholders and secrets. */
    @Override
    public String getRawUri() {
        return uri(UnaryOperator.identity());
    }

    private String uri(UnaryOperator<String> resolver) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            String given = text(value);
            boolean hasPlaceholder = given.contains("{{");
            String text = hasPlaceholder ? resolver.apply(given) : given;
            if (text != null) {
                texts.put(name, inUri(name, hasPlaceholder ? UriValue.ofPlaceholder(text) : UriValue.of(text)));
            }
        });
        return uri(texts);
    }

    private String inUri(String name, String inUri) {
        if (inUri == null) {
            throw new IllegalArgumentException(
                    path + ": " + name + ": a URI cannot hold this value, because Camel reads part of it as markup."
                            + " Set it in the body, in the header of parameters, or as an option of the component.");
        }
        return inUri;
    }

    private String uri(Map<String, String> texts) {
        return texts.isEmpty()
                ? path
                : path + "?"
                        + texts.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining("&"));
    }

    private static boolean isText(Object value) {
        return value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum<?>
                || value instanceof Duration;
    }

    private static String text(Object value) {
        return isText(value) ? value.toString() : "#" + beanName(value);
    }

    private static String beanName(Object bean) {
        return bean.getClass().getSimpleName() + "-" + Integer.toHexString(System.identityHashCode(bean));
    }

    @Override
    public Expression expr(CamelContext context) {
        return context.resolveLanguage("simple").createExpression(getUri(context));
    }

    @Override
    public void doSetProperty(String name, Object value) {
        set(name, value);
    }

    @Override
    public void doSetMultiValueProperty(String name, String key, Object value) {
        set(key, value);
    }

    @Override
    public void doSetMultiValueProperties(String name, String prefix, Map<String, Object> more) {
        more.forEach((key, value) -> set(prefix + key, value));
    }

    /** The URI without its secrets, for messages. */
    @Override
    public String toString() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name, secrets.contains(name) ? "xxxxxx" : text(value)));
        return uri(texts);
    }
}

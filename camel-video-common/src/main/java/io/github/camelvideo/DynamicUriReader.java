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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.request.InvalidRequestException;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.util.URISupport;

/**
 * Reads the URIs that Camel evaluates for one EIP such as {@code toD}. Whoever writes a message must not be able to choose more than
 * the values that the route lets it fill in: no option, address, class or file, no other action, and no further parameter. Nothing of
 * a value is evaluated or resolved. What would be more than data is refused, because Camel would otherwise create an endpoint of it.
 *
 * <p>One for each EIP; used by any thread.
 */
final class DynamicUriReader {

    /** Names of keys in messages: what a message brought may have any length. */
    private static final int MAX_NAME = 40;

    private volatile Prepared prepared;

    /**
     * What a URI says, of which only the values are the message's.
     *
     * @param path path of the endpoint
     * @param keys keys and values of the whole query, with RAW marks
     * @param options those of them that are options of the endpoint
     * @param parameters those that are action parameters, free of RAW marks
     */
    record Reading(String path, Map<String, Object> keys, Map<String, Object> options, Map<String, Object> parameters) {

        /** The URI of an endpoint for calls that differ in their parameters. */
        String withoutParameters(String scheme) {
            return uri(scheme, options);
        }

        /** The URI of an endpoint for these parameters alone. */
        String withParameters(String scheme) {
            return uri(scheme, keys);
        }

        private String uri(String scheme, Map<String, Object> query) {
            String uri = scheme + ":" + path;
            return query.isEmpty() ? uri : uri + "?" + URISupport.createQueryString(query, true);
        }
    }

    private record Prepared(UriTemplate template, MessagePlaceholders placeholders) {}

    /**
     * For calls, which take the parameters apart from the endpoint.
     *
     * @param evaluated the URI that Camel made of the template
     * @param original the template
     * @throws InvalidRequestException when the message would change more than values; names the keys, and no value
     * @throws IllegalArgumentException when the path names no API
     */
    Reading forCall(VideoComponent component, Exchange exchange, String evaluated, String original) {
        return new Check(component, exchange, evaluated, original).read(false);
    }

    /** The same for a consumer, whose parameters are those of its endpoint. */
    Reading forConsumer(VideoComponent component, Exchange exchange, String evaluated, String original) {
        return new Check(component, exchange, evaluated, original).read(true);
    }

    private Prepared prepared(Exchange exchange, String original) throws URISyntaxException {
        Prepared known = prepared;
        if (known == null || !known.template.isOf(original)) {
            UriTemplate template = UriTemplate.parse(exchange.getContext(), original);
            known = new Prepared(template, new MessagePlaceholders(exchange.getContext(), template.parts()));
            prepared = known;
        }
        return known;
    }

    /** The checks of one URI. */
    private final class Check {

        private final VideoComponent component;
        private final UriTemplate template;
        private final UriText evaluated;
        private final VideoEndpoint endpoint;
        private final Action action;

        Check(VideoComponent component, Exchange exchange, String evaluated, String original) {
            this.component = component;
            Prepared known;
            try {
                known = prepared(exchange, original);
                this.evaluated = UriText.parse(evaluated);
            } catch (URISyntaxException e) {
                // its message quotes the URI, which may hold a secret
                throw new InvalidRequestException(
                        "Not sent: the evaluated URI has a character that no URI may have, such as a line break or half"
                                + " an emoji, or a '%' that encodes nothing. "
                                + remedy());
            }
            this.template = known.template;
            this.endpoint = component.endpointFor(this.evaluated.path());
            this.action = component.actionOf(endpoint);
            String expression = known.placeholders.foundIn(exchange);
            if (expression != null) {
                throw refused("the value of " + expression
                        + " contains or completes '{{', which Camel takes for the name of a property");
            }
        }

        Reading read(boolean fixed) {
            if (!template.hasPath(evaluated)) {
                throw refused("a value of the message would change the path of the URI");
            }
            Set<String> changed = template.changedKeys(evaluated);
            if (!changed.isEmpty()) {
                throw refused("values of the message would add, remove or change " + names(changed) + " in the URI");
            }
            if (!template.hasSeparatorsOf(evaluated)) {
                throw refused("a value of the message has a '&' outside of RAW marks");
            }
            if (template.hasControlCharacters(evaluated)) {
                throw refused("a value of the message has a control character, such as a line break");
            }
            Map<String, Object> keys = template.fill(evaluated);
            Map<String, Object> options = new LinkedHashMap<>(keys);
            Map<String, Object> parameters = component.takeParameters(endpoint, options);
            URISupport.resolveRawParameterValues(parameters);
            for (String key : template.dynamicKeys()) {
                List<String> filled = UriText.texts(keys.get(key));
                List<String> written = UriText.texts(evaluated.written().get(key));
                List<DynamicValue> expected = template.dynamicValues(key);
                for (int i = 0; i < filled.size(); i++) {
                    checkValue(key, expected.get(i), written.get(i), filled.get(i), fixed || options.containsKey(key));
                }
                parameters.computeIfPresent(key, (name, value) -> contents(filled));
            }
            Reading read = new Reading(evaluated.path(), keys, options, parameters);
            requireStable(read, fixed ? keys : options, fixed);
            return read;
        }

        private void checkValue(String key, DynamicValue expected, String written, String filled, boolean ofEndpoint) {
            String value = DynamicValue.content(filled);
            String problem = expected.rawProblem(written, filled);
            if (problem == null && ofEndpoint) {
                problem = expected.endpointProblem(value);
            }
            if (problem == null) {
                problem = expected.problem(value, isFile(key));
            }
            if (problem != null) {
                throw refused("the value of '" + key + "' " + problem);
            }
            if (expected.isMissing(value)) {
                throw missing(key, ofEndpoint);
            }
        }

        private static Object contents(List<String> filled) {
            return filled.size() == 1
                    ? DynamicValue.content(filled.get(0))
                    : filled.stream().map(DynamicValue::content).toList();
        }

        private boolean isFile(String key) {
            Field field = action == null ? null : action.parameters().get(key);
            return field != null && field.type().kind() == FieldType.Kind.FILE;
        }

        /** Camel reads the URI of an endpoint once more, and must find the same. */
        private void requireStable(Reading read, Map<String, Object> written, boolean fixed) {
            Set<String> dynamic = new TreeSet<>(template.dynamicKeys());
            dynamic.retainAll(written.keySet());
            if (dynamic.isEmpty() && !template.hasDynamicPath()) {
                return;
            }
            UriText again;
            try {
                again = UriText.parse(fixed ? read.withParameters("x") : read.withoutParameters("x"));
            } catch (URISyntaxException e) {
                throw refused("a value of the message cannot be written in a URI");
            }
            if (!again.path().equals(read.path()) || !again.values().keySet().equals(written.keySet())) {
                throw refused("values of the message would change the path or the options of the URI");
            }
            URISupport.resolveRawParameterValues(again.values());
            for (String key : dynamic) {
                if (!again.values().get(key).equals(contents(UriText.texts(written.get(key))))) {
                    throw refused("the value of '" + key + "' cannot be written in a URI");
                }
            }
        }

        /** Known names, and others unless they may be a part of a secret. */
        private String names(Collection<String> keys) {
            Set<String> known = component.knownNames(action);
            boolean quote = template.dynamicKeys().stream().noneMatch(key -> component.isSecret(key, endpoint));
            return keys.stream()
                    .map(key -> known.contains(key) ? "'" + key + "'" : quote ? quoted(key) : "an unknown key")
                    .distinct()
                    .collect(Collectors.joining(", "));
        }

        private static String quoted(String key) {
            String printable = key.replaceAll("\\p{Cntrl}", "?");
            return "'" + (printable.length() > MAX_NAME ? printable.substring(0, MAX_NAME) + "…" : printable) + "'";
        }

        private InvalidRequestException refused(String problem) {
            return new InvalidRequestException(endpoint.displayName() + ": not sent: " + problem + ". " + remedy());
        }

        /** The remedy is another than for a value that has too much; an endpoint has its values from the URI alone. */
        private InvalidRequestException missing(String key, boolean ofEndpoint) {
            return new InvalidRequestException(endpoint.displayName() + ": not sent: the value of '" + key
                    + "' is empty. Check that the message has what the expression reads, such as a header."
                    + (ofEndpoint
                            ? ""
                            : " To leave the parameter out, or to send an empty text, use the header "
                                    + component.headerNames().parameters() + " or the body."));
        }

        private String remedy() {
            return "Pass values of messages in the header "
                    + component.headerNames().parameters()
                    + " or in the body. In a URI, write RAW(${…}) around a value that may have reserved characters.";
        }
    }
}

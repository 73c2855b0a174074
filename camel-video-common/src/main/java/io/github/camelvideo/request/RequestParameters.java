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
package io.github.camelvideo.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.json.ExactJson;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * Makes the parameters of one endpoint's calls: what the URI gave, overridden by the body, overridden by the header; then typed and
 * checked as a whole. Immutable, safe for use by many threads.
 */
public final class RequestParameters {

    private final String call;
    private final ApiCatalog api;
    private final Action action;
    private final Validation validation;
    private final ParameterSources sources;
    private final ObjectNode fromUri;

    /**
     * @param call how messages name the endpoint
     * @param uriParameters action parameters of the URI
     * @throws InvalidRequestException when the URI alone shows that no call can be right
     */
    public RequestParameters(
            String call, ApiCatalog api, Action action, Validation validation, Map<String, Object> uriParameters) {
        this.call = call;
        this.api = api;
        this.action = action;
        this.validation = validation;
        this.sources = new ParameterSources(call, action.parameters());
        this.fromUri = typed(sources.fromUri(uriParameters));
    }

    /** The parameters of the URI alone, which may still lack required ones. */
    public ObjectNode uriParameters() {
        return fromUri.deepCopy();
    }

    /**
     * The same with some more, which win; required ones may still be missing.
     *
     * @throws InvalidRequestException when one of them cannot be right
     */
    public ObjectNode uriParameters(Map<String, Object> more) {
        ObjectNode merged = uriParameters();
        merged.setAll(typed(sources.fromUri(more)));
        return merged;
    }

    /** The parameters of one call whose URI is the endpoint's and whose body is not a file; not to be changed. */
    public ObjectNode parameters(Object body, Map<?, ?> header) {
        return parameters(Map.of(), body, null, header);
    }

    /**
     * The parameters of one call.
     *
     * @param uriOfCall action parameters of a URI made for this call alone; above those of the endpoint, below the body
     * @param body message body
     * @param fileName name for a body that is a file without one, or null
     * @param header value of the parameters header, or null
     * @return not to be changed: calls may share it
     * @throws InvalidRequestException naming every fault of the call
     */
    public ObjectNode parameters(Map<String, Object> uriOfCall, Object body, String fileName, Map<?, ?> header) {
        ObjectNode given = sources.fromBody(body, fileName);
        boolean unknownInBody = validation == Validation.STRICT
                && !given.isEmpty()
                && given.properties().stream()
                        .anyMatch(entry -> !action.parameters().containsKey(entry.getKey()));
        if (header != null) {
            given.setAll(sources.fromMap("parameters header", header));
        }
        ValidationErrors problems = new ValidationErrors();
        Coercion coercion = new Coercion(api, validation, problems);
        ObjectNode complete = uriOfCall.isEmpty() && given.isEmpty() ? fromUri : merged(uriOfCall, given, coercion);
        coercion.requireAll(complete, action.parameters());
        if (unknownInBody && problems.count() > 0) {
            problems.add("the body is read as parameters; set " + ParameterSources.REMEDY);
        }
        problems.throwIfAny(call);
        if (sources.takeFiles()) {
            requireFiles(complete);
        }
        return complete;
    }

    /** Those of the endpoint's URI were typed once, with the endpoint. */
    private ObjectNode merged(Map<String, Object> uriOfCall, ObjectNode given, Coercion coercion) {
        ObjectNode complete = ExactJson.object();
        complete.setAll(fromUri);
        if (!uriOfCall.isEmpty()) {
            complete.setAll(typed(sources.fromUri(uriOfCall)));
        }
        removeNulls(given, complete);
        complete.setAll(coercion.parameters(given, action.parameters()));
        return complete;
    }

    /** A null takes the value away that the parameter had before. */
    private static void removeNulls(ObjectNode given, ObjectNode complete) {
        Iterator<Map.Entry<String, JsonNode>> entries = given.properties().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, JsonNode> entry = entries.next();
            if (entry.getValue().isNull()) {
                complete.remove(entry.getKey());
                entries.remove();
            }
        }
    }

    /** That a file is there is asked when it is to be sent: it may come after the route has started. */
    private void requireFiles(ObjectNode parameters) {
        ValidationErrors problems = new ValidationErrors();
        parameters.properties().forEach(entry -> {
            FileContent file = FileContent.of(entry.getValue());
            if (file != null && file.problem() != null) {
                problems.add("'" + entry.getKey() + "': " + file.problem());
            }
        });
        problems.throwIfAny(call);
    }

    /**
     * Refuses a call made of the URI alone if it lacks anything but what is supplied elsewhere.
     *
     * @param supplied names that are filled in for each call
     */
    public void requireCompleteExcept(Set<String> supplied) {
        if (validation == Validation.OFF) {
            return;
        }
        ValidationErrors problems = new ValidationErrors();
        action.parameters().values().stream()
                .filter(field -> field.required() && !fromUri.has(field.name()) && !supplied.contains(field.name()))
                .forEach(field -> problems.add(Coercion.missing("parameter", "", field)));
        problems.throwIfAny(call);
    }

    private ObjectNode typed(ObjectNode untyped) {
        ValidationErrors problems = new ValidationErrors();
        ObjectNode typed = new Coercion(api, validation, problems).parameters(untyped, action.parameters());
        problems.throwIfAny(call);
        return typed;
    }
}

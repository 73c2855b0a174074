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
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogException;
import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.Suggestion;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.extension.verifier.DefaultComponentVerifierExtension;
import org.apache.camel.component.extension.verifier.ResultBuilder;
import org.apache.camel.component.extension.verifier.ResultErrorBuilder;

/**
 * Camel's component verifier, by which tools test a connection. Takes the options of an endpoint, with {@code api}, {@code action} and the
 * parameters of the action; the component's options count where none is given.
 *
 * <ul>
 *   <li>{@code PARAMETERS} creates an endpoint of them, which reports what is wrong, and sends nothing.
 *   <li>{@code CONNECTIVITY} does the same and then makes one call that changes nothing: of {@code action}, or else of the first action of
 *       the API that reads and needs no parameter. By default it is not repeated and gets 10 seconds.
 * </ul>
 *
 * <p>No result has a secret. Runs on the caller's thread, which waits for the call.
 */
final class VideoComponentVerifier extends DefaultComponentVerifierExtension {

    private static final String API = "api";
    private static final String ACTION = "action";

    private final VideoComponent component;

    VideoComponentVerifier(VideoComponent component) {
        super(component.getDefaultName(), component.getCamelContext(), component);
        this.component = component;
    }

    /** Something that a tool can show beside the parameter it concerns. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient List<VerificationError> errors;

        Refused(List<VerificationError> errors) {
            this.errors = errors;
        }

        Refused(VerificationError.Code code, String description, String parameter) {
            this(List.of(ResultErrorBuilder.withCode(code)
                    .description(description)
                    .parameterKey(parameter)
                    .build()));
        }
    }

    @Override
    protected Result verifyParameters(Map<String, Object> parameters) {
        return result(Scope.PARAMETERS, () -> endpoint(parameters));
    }

    @Override
    protected Result verifyConnectivity(Map<String, Object> parameters) {
        return result(Scope.CONNECTIVITY, () -> call(endpoint(withoutPatience(parameters))));
    }

    @FunctionalInterface
    private interface Check {
        void run() throws Refused;
    }

    private static Result result(Scope scope, Check check) {
        ResultBuilder result = ResultBuilder.withStatusAndScope(Result.Status.OK, scope);
        try {
            check.run();
        } catch (Refused e) {
            result.errors(e.errors);
        }
        return result.build();
    }

    /** Somebody waits before a screen. */
    private static Map<String, Object> withoutPatience(Map<String, Object> parameters) {
        Map<String, Object> patient = new TreeMap<>(parameters);
        patient.putIfAbsent("maxRetries", 0);
        patient.putIfAbsent("callTimeout", "10s");
        return patient;
    }

    private VideoEndpoint endpoint(Map<String, Object> parameters) throws Refused {
        Map<String, Object> options = new TreeMap<>(parameters);
        // a tool may send the fields that somebody left empty
        options.values().removeIf(value -> value == null || value instanceof String text && text.isBlank());
        ApiCatalog api = api(options.remove(API));
        Action action = action(api, options.remove(ACTION));
        refuseUnknown(options.keySet(), action);
        String name = component.getDefaultName();
        try {
            VideoEndpoint endpoint =
                    (VideoEndpoint) component.createEndpoint(name + ":" + api.id() + "/" + action.name(), options);
            endpoint.setCamelContext(getCamelContext());
            return endpoint;
        } catch (Exception e) {
            throw new Refused(VerificationError.StandardCode.ILLEGAL_PARAMETER, e.getMessage(), null);
        }
    }

    private ApiCatalog api(Object given) throws Refused {
        try {
            return component
                    .catalogs()
                    .get(given == null ? component.catalogs().ids().get(0) : given.toString());
        } catch (CatalogException e) {
            throw new Refused(VerificationError.StandardCode.ILLEGAL_PARAMETER_VALUE, e.getMessage(), API);
        }
    }

    private static Action action(ApiCatalog api, Object given) throws Refused {
        if (given != null) {
            Action action = api.action(given.toString());
            if (action == null) {
                throw new Refused(
                        VerificationError.StandardCode.ILLEGAL_PARAMETER_VALUE,
                        "Unknown action '" + given + "' of " + api.id()
                                + Suggestion.hint(
                                        given.toString(), api.actions().keySet()),
                        ACTION);
            }
            if (action.mutates()) {
                throw new Refused(
                        VerificationError.StandardCode.ILLEGAL_PARAMETER_VALUE,
                        "Action " + given + " changes something. Name an action that only reads.",
                        ACTION);
            }
            return action;
        }
        return api.actions().values().stream()
                .filter(action -> !action.mutates()
                        && !action.isObsolete()
                        && !action.wire().download())
                .filter(action -> action.parameters().values().stream().noneMatch(Field::required))
                // one that works without a region, if there is any
                .min(Comparator.comparing(action -> action.region() == Action.RegionRule.REQUIRED))
                .orElseThrow(() -> new Refused(
                        VerificationError.StandardCode.MISSING_PARAMETER,
                        "Each action of " + api.id()
                                + " needs parameters. Name an action that only reads, with its parameters.",
                        ACTION));
    }

    private void refuseUnknown(Set<String> names, Action action) throws Refused {
        Set<String> known = component.knownNames(action);
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new Refused(unknown.stream()
                    .map(name -> ResultErrorBuilder.withCode(VerificationError.StandardCode.UNKNOWN_PARAMETER)
                            .description("Unknown option or parameter '" + name + "'" + Suggestion.hint(name, known))
                            .parameterKey(name)
                            .build())
                    .toList());
        }
    }

    private void call(VideoEndpoint endpoint) throws Refused {
        CamelContext camel = getCamelContext();
        Exception failure;
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            endpoint.start();
            Exchange exchange = template.send(endpoint, empty -> {});
            failure = exchange.getException();
            endpoint.stop();
        } catch (Exception e) {
            failure = e;
        }
        if (failure != null) {
            throw new Refused(List.of(error(failure)));
        }
    }

    private static VerificationError error(Exception failure) {
        if (!(failure instanceof ApiException refusal)) {
            boolean wrong = failure instanceof InvalidRequestException;
            return ResultErrorBuilder.withCode(
                            wrong
                                    ? VerificationError.StandardCode.ILLEGAL_PARAMETER
                                    : VerificationError.StandardCode.EXCEPTION)
                    .description(failure.getMessage())
                    .build();
        }
        boolean key = refusal.getKind() == ErrorCode.Kind.CREDENTIALS;
        return ResultErrorBuilder.withCode(
                        key ? VerificationError.StandardCode.AUTHENTICATION : VerificationError.StandardCode.GENERIC)
                .description(refusal.getMessage())
                .detail("vendor_code", refusal.getCode())
                .detail("request_id", refusal.getRequestId())
                .detail(
                        VerificationError.HttpAttribute.HTTP_CODE,
                        refusal.getHttpResponseCode() == 0 ? null : refusal.getHttpResponseCode())
                .build();
    }
}

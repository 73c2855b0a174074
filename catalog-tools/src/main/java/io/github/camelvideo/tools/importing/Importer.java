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
package io.github.camelvideo.tools.importing;

import io.github.camelvideo.tools.base.BaseAction;
import io.github.camelvideo.tools.base.BaseCatalog;
import io.github.camelvideo.tools.base.BaseField;
import io.github.camelvideo.tools.definition.Definition;
import io.github.camelvideo.tools.definition.Definition.Operation;
import io.github.camelvideo.tools.document.DocumentException;
import io.github.camelvideo.tools.document.Place;
import io.github.camelvideo.tools.rules.VendorRules;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns a definition into a base document by the rules of its vendor. */
public final class Importer {

    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final String REQUIRED = "required";

    /** Without a list of regions, nobody could name one that is required. */
    private static final String OPTIONAL = "optional";

    /** Parameters and response fields of all actions. The largest definitions of the vendors have about 10,000. */
    private static final long MOST_FIELDS = 1_000_000;

    private final Definition definition;
    private final VendorRules rules;
    private final Options options;
    private final PagingFinder paging;
    private final ReachableTypes inRequests;
    private final ReachableTypes inResponses;

    /**
     * What a user decides.
     *
     * @param api name of the API, or null for that of the service
     * @param asOf date of the definitions
     * @param texts whether the vendor's texts become titles and summaries
     * @param rateLimit calls per second of each action, or null
     */
    public record Options(String api, LocalDate asOf, boolean texts, Integer rateLimit) {}

    /** Structures are written once, but parameters with each action that has them: a small file can define very many. */
    private static void checkSize(Definition definition) {
        long fields = definition.operations().values().stream()
                .mapToLong(operation ->
                        operation.request().size() + operation.response().size())
                .sum();
        if (fields > MOST_FIELDS) {
            throw new DocumentException("The definitions have " + fields + " parameters and response fields; at most "
                    + MOST_FIELDS + " are imported. Remove actions from the file.");
        }
    }

    private Importer(Definition definition, VendorRules rules, Options options) {
        this.definition = definition;
        this.rules = rules;
        this.options = options;
        this.paging = new PagingFinder(definition, rules);
        this.inRequests = new ReachableTypes(definition.structures());
        this.inResponses = new ReachableTypes(definition.structures());
    }

    /** The base document; the same definition, rules and options always give the same. */
    public static BaseCatalog run(Definition definition, VendorRules rules, Options options) {
        checkSize(definition);
        return new Importer(definition, rules, options).run();
    }

    private BaseCatalog run() {
        for (Operation operation : definition.operations().values()) {
            inRequests.add(without(operation.request(), rules.omit()));
            inResponses.add(without(operation.response(), rules.omitResponse()));
        }
        Map<String, BaseAction> actions = new LinkedHashMap<>();
        definition.operations().forEach((name, operation) -> actions.put(name, action(operation)));
        String endpoint = rules.endpoint(definition);
        if (!HOST.matcher(endpoint).matches()) {
            throw new DocumentException(
                    "'" + Place.quoted(endpoint) + "' is not the name of a host that calls could go to."
                            + " Correct the endpoint in the definitions, or give --rules with another.");
        }
        List<String> regions = regions(endpoint);
        return new BaseCatalog(
                options.api() == null ? definition.service() : options.api(),
                options.texts() ? definition.title() : null,
                definition.version(),
                options.asOf(),
                rules.protocol(),
                endpoint,
                regions.isEmpty() && REQUIRED.equals(rules.region()) ? OPTIONAL : rules.region(),
                regions,
                rules.commonRequest(),
                actions,
                rules.errors(),
                types());
    }

    /** Those that have this host name, because calls go to no other. */
    private List<String> regions(String endpoint) {
        return definition.endpoints().entrySet().stream()
                .filter(region -> region.getValue().equals(endpoint))
                .map(Map.Entry::getKey)
                .toList();
    }

    private BaseAction action(Operation operation) {
        boolean reads = rules.isRead(operation);
        return new BaseAction(
                operation.name(),
                summary(operation.summary()),
                null,
                null,
                operation.deprecated(),
                !reads,
                reads ? paging.paging(operation) : null,
                options.rateLimit(),
                fields(without(operation.request(), rules.omit()), true, false),
                fields(without(operation.response(), rules.omitResponse()), false, true));
    }

    private Map<String, List<BaseField>> types() {
        Map<String, List<BaseField>> types = new LinkedHashMap<>();
        definition.structures().forEach((name, fields) -> {
            boolean request = inRequests.names().contains(name);
            boolean response = inResponses.names().contains(name);
            if (request || response) {
                types.put(name, fields(fields, request, response));
            }
        });
        return types;
    }

    private static List<BaseField> without(List<BaseField> fields, Set<String> omitted) {
        return fields.stream().filter(field -> !omitted.contains(field.name())).toList();
    }

    /** Only requests require a field, and only responses carry null. */
    private List<BaseField> fields(List<BaseField> fields, boolean request, boolean response) {
        return fields.stream()
                .map(field -> summarized(field)
                        .marked(
                                request && field.required(),
                                response && field.nullable(),
                                field.single().equals("String") && rules.isSecret(field.name())))
                .toList();
    }

    private BaseField summarized(BaseField field) {
        return new BaseField(
                field.name(),
                field.type(),
                field.required(),
                field.nullable(),
                field.secret(),
                field.min(),
                field.max(),
                field.maxItems(),
                field.values(),
                summary(field.summary()));
    }

    private String summary(String text) {
        return options.texts() ? text : null;
    }
}

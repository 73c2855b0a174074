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
package io.github.camelvideo.catalog;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One API of a vendor: everything the document says about it that a program can use. Immutable.
 *
 * @param id name in URIs
 * @param title what the vendor calls it
 * @param version API version sent with calls, or null
 * @param asOf date of the vendor's definitions that it describes, or null where it is not known
 * @param protocol id of the wire protocol
 * @param endpoint host name
 * @param path path of all actions, or null where the protocol or the action says it
 * @param regions allowed regions; empty where the API has none
 * @param groups titles of the groups by id, in the document's order
 * @param actions actions by name, in the document's order
 * @param listedOnly actions that the vendor lists and does not describe, by name
 * @param types structures by name, each with its fields by name
 * @param errors error codes by code
 * @param callbacks what it tells by calling an address of the user, or null
 */
public record ApiCatalog(
        String id,
        String title,
        String version,
        LocalDate asOf,
        String protocol,
        String endpoint,
        String path,
        List<String> regions,
        Map<String, String> groups,
        Map<String, Action> actions,
        Map<String, Action> listedOnly,
        Map<String, Map<String, Field>> types,
        Map<String, ErrorCode> errors,
        CallbackSpec callbacks) {

    private static final String RATE_LIMIT = "RateLimitExceeded";

    /** The same API with one more action. */
    public ApiCatalog with(Action action) {
        Map<String, Action> more = new LinkedHashMap<>(actions);
        more.put(action.name(), action);
        return new ApiCatalog(
                id,
                title,
                version,
                asOf,
                protocol,
                endpoint,
                path,
                regions,
                groups,
                Collections.unmodifiableMap(more),
                listedOnly,
                types,
                errors,
                callbacks);
    }

    /** The action of that exact name, or null. */
    public Action action(String name) {
        return actions.get(name);
    }

    /** Fields of a structure by name; empty for a structure the catalog does not know. */
    public Map<String, Field> type(String name) {
        return types.getOrDefault(name, Map.of());
    }

    /** Fields by name of a structure, or of the structures that a list or a map holds; empty for any other type. */
    public Map<String, Field> fields(FieldType type) {
        return switch (type.kind()) {
            case STRUCT -> type(type.struct());
            case ARRAY, MAP -> fields(type.item());
            default -> Map.of();
        };
    }

    /** Whether a value of the field is a secret or may contain one. */
    public boolean holdsSecret(Field field) {
        return holdsSecret(field, new HashSet<>());
    }

    private boolean holdsSecret(Field field, Set<FieldType> seen) {
        return field.secret()
                || seen.add(field.type())
                        && fields(field.type()).values().stream().anyMatch(inner -> holdsSecret(inner, seen));
    }

    /**
     * What the catalog knows of an error code. A code that is not listed takes the kind of its nearest listed parent: the
     * vendors refine codes with dots ({@code InternalError.Timeout} belongs to {@code InternalError}). One that ends in
     * {@code RateLimitExceeded} is throttling even if neither it nor a parent is listed so: services answer such codes that their
     * documents do not have, and the parent, such as {@code LimitExceeded}, stands for quotas that no wait helps.
     */
    public ErrorCode error(String code) {
        for (String candidate = code; candidate != null; candidate = parent(candidate)) {
            ErrorCode known = errors.get(candidate);
            if (known != null) {
                return known.code().equals(code)
                        ? known
                        : new ErrorCode(code, known.meaning(), known.kind(), known.reason(), known.messages());
            }
            if (candidate.endsWith(RATE_LIMIT)) {
                return new ErrorCode(
                        code,
                        "The rate limit is exceeded",
                        ErrorCode.Kind.THROTTLED,
                        "Refused before execution for coming too often");
            }
        }
        return new ErrorCode(code, null, ErrorCode.Kind.OTHER, null);
    }

    private static String parent(String code) {
        int dot = code.lastIndexOf('.');
        return dot < 0 ? null : code.substring(0, dot);
    }
}

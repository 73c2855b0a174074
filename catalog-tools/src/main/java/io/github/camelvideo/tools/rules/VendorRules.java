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
package io.github.camelvideo.tools.rules;

import io.github.camelvideo.tools.base.BaseError;
import io.github.camelvideo.tools.base.BaseField;
import io.github.camelvideo.tools.definition.Definition;
import io.github.camelvideo.tools.definition.Definition.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules of one vendor.
 *
 * @param endpoint host name, with {@code {service}} for the vendor's short name of the service
 * @param region rule for regions as in a catalog, or null
 * @param commonRequest parameters of every action that the protocol fills in
 * @param errors codes that every action may answer
 * @param endpointRegions regions whose host name is preferred, if the definitions have several
 * @param reads first words of actions that only read
 * @param readKinds words of the definitions for actions that only read
 * @param silentKinds words of the definitions that do not say whether an action only reads
 * @param paging forms of paging in the order in which they are tried
 * @param firstPageTexts patterns of texts by the number of the first page that they tell
 * @param total names of the field with the number of all items
 * @param envelope names of fields of the response in which the list may lie
 * @param unwrapped name of the field of the response whose value the protocol passes on as the whole response, or null
 * @param secrets patterns of names of secrets
 * @param notSecrets patterns of names that are none in spite of {@code secrets}
 * @param omit names of parameters that users do not pass
 * @param omitResponse names of fields of a response that the protocol does not pass on
 */
public record VendorRules(
        String protocol,
        String endpoint,
        String region,
        List<BaseField> commonRequest,
        List<BaseError> errors,
        List<String> endpointRegions,
        List<String> reads,
        Set<String> readKinds,
        Set<String> silentKinds,
        List<PagingForm> paging,
        Map<Integer, List<Pattern>> firstPageTexts,
        List<String> total,
        List<String> envelope,
        String unwrapped,
        List<Pattern> secrets,
        List<Pattern> notSecrets,
        Set<String> omit,
        Set<String> omitResponse) {

    private static final String SERVICE = "{service}";

    /** Whether an action only reads: by the words of the definitions, or else by the first word of its name. */
    public boolean isRead(Operation operation) {
        List<String> kinds = operation.kinds().stream()
                .filter(kind -> !silentKinds.contains(kind))
                .toList();
        return kinds.isEmpty()
                ? reads.stream().anyMatch(verb -> beginsWithWord(operation.name(), verb))
                : readKinds.containsAll(kinds);
    }

    private static boolean beginsWithWord(String action, String verb) {
        return action.startsWith(verb)
                && (action.length() == verb.length() || !Character.isLowerCase(action.charAt(verb.length())));
    }

    /** Whether a field of that name holds a secret, if it is a text or a list of texts. */
    public boolean isSecret(String name) {
        return matches(secrets, name) && !matches(notSecrets, name);
    }

    private static boolean matches(List<Pattern> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /** The host name of a definition: that of a preferred region, the first one, or else one by its service. */
    public String endpoint(Definition definition) {
        Map<String, String> endpoints = definition.endpoints();
        return endpointRegions.stream()
                .map(endpoints::get)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> endpoints.values().stream().findFirst())
                .orElseGet(() -> endpoint.replace(SERVICE, definition.service()));
    }
}

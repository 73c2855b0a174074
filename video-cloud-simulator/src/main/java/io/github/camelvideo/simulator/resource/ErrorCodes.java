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
package io.github.camelvideo.simulator.resource;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.simulator.answer.Refusal;
import java.util.List;
import java.util.Map;

/**
 * Picks the vendor's code for a problem. A vendor has several codes for the same problem, and each action documents its own choice
 * of them.
 *
 * @param ofKind candidates of one kind; they replace those of the API
 * @param ofApi candidates of all kinds of the API
 */
record ErrorCodes(Map<Problem, List<String>> ofKind, Map<Problem, List<String>> ofApi) {

    /** A refusal with the first candidate that the action documents, or with the last one where it documents none. */
    Refusal refusal(Action action, Problem problem, String message) {
        List<String> candidates = candidates(problem);
        if (candidates.isEmpty()) {
            throw new IllegalStateException(action.name() + ": no error code is declared for " + problem);
        }
        String code = candidates.stream()
                .filter(action.errors()::contains)
                .findFirst()
                .orElse(candidates.get(candidates.size() - 1));
        return new Refusal(code, message);
    }

    /** Whether the action can refuse for this problem: it documents a candidate, or the vendor lists no codes by action. */
    boolean covers(Action action, Problem problem) {
        return candidates(problem).stream()
                .anyMatch(code -> action.errors().isEmpty() || action.errors().contains(code));
    }

    private List<String> candidates(Problem problem) {
        return ofKind.getOrDefault(problem, ofApi.getOrDefault(problem, List.of()));
    }
}

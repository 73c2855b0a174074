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
package io.github.camelvideo.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.answer.Answers;
import io.github.camelvideo.simulator.answer.ListFault;
import io.github.camelvideo.simulator.answer.Refusal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is the same on every wire once a request is read and its sender known: rate, parameters, answer. */
public final class ApiCalls {

    private final Map<String, Answers> answers = new LinkedHashMap<>();
    private final RateLimiter rates;
    private final Function<ErrorCase, String> codes;

    /**
     * @param answers of the APIs that come by the wire
     * @param codes the error code of each case on this wire
     */
    public ApiCalls(Collection<Answers> answers, RateLimiter rates, Function<ErrorCase, String> codes) {
        answers.forEach(api -> this.answers.put(api.api().id(), api));
        this.rates = rates;
        this.codes = codes;
    }

    /** The APIs that are answered for, in the order of the catalogs. */
    public List<ApiCatalog> apis() {
        return answers.values().stream().map(Answers::api).toList();
    }

    /**
     * Counts a call.
     *
     * @param caller whose calls are counted together
     * @throws Refusal when there were too many in the last second
     */
    public void count(String caller, ApiCatalog api, Action action) {
        count(caller, api.id(), null);
        count(caller, api.id() + "/" + action.name(), action.rateLimit());
    }

    private void count(String caller, String name, Integer documented) {
        Integer limit = rates.limit(name, documented);
        if (limit != null && !rates.passes(caller + "/" + name, limit)) {
            throw new Refusal(
                    codes.apply(ErrorCase.TOO_MANY_CALLS), "More than " + limit + " calls of " + name + " in a second");
        }
    }

    /**
     * Checks parameters against the catalog and answers, without envelope and request id.
     *
     * @throws Refusal when a parameter is wrong or the action says no
     */
    public ObjectNode answer(ApiCatalog api, Action action, ObjectNode parameters, ListFault fault) {
        new ParameterRules(api, action, codes).check(parameters);
        Answers ours = answers.get(api.id());
        ObjectNode answer = ours.answer(action, fault.parameters(action, parameters));
        ObjectNode list = ours.lists(answer);
        if (list != null) {
            fault.answer(action, list);
        }
        return answer;
    }
}

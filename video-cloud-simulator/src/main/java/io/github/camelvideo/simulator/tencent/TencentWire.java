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
package io.github.camelvideo.simulator.tencent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Suggestion;
import io.github.camelvideo.simulator.answer.Answers;
import io.github.camelvideo.simulator.answer.Disturbance;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.http.Reply;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of a call through API 3.0: read, check form, signature, names, rate and parameters, answer, wrap. */
public final class TencentWire {

    private static final Logger LOG = LoggerFactory.getLogger(TencentWire.class);

    private final Map<String, Answers> answers;
    private final RequestReader reader;
    private final Authenticator authenticator;
    private final RateGate rates;
    private final boolean rateLimits;
    private final Envelope envelope;

    /**
     * @param rateLimits whether calls over the documented rate are refused
     * @param nanoTime what the rates are measured by
     */
    public TencentWire(
            List<Answers> answers,
            List<Account> accounts,
            Clock clock,
            long seed,
            boolean rateLimits,
            LongSupplier nanoTime) {
        this.answers =
                answers.stream().collect(Collectors.toMap(api -> api.api().id(), Function.identity()));
        this.reader = new RequestReader(answers.stream().map(Answers::api).toList());
        this.authenticator = new Authenticator(accounts, clock);
        this.rates = new RateGate(nanoTime);
        this.rateLimits = rateLimits;
        this.envelope = new Envelope(seed);
    }

    /** What the request seems to want; refuses nothing. */
    public TencentRequest read(HttpCall call) {
        return reader.read(call);
    }

    /** Checks the request and answers it. */
    public Reply answer(TencentRequest request, Disturbance disturbance) {
        try {
            HttpRules.check(request);
            Account account = authenticator.check(request);
            Action action = action(request);
            String region = region(request, action);
            rate(request, account, action, region);
            ObjectNode parameters = parameters(request, action);
            ObjectNode answer =
                    answers.get(request.api().id()).answer(action, disturbance.parameters(action, parameters));
            return envelope.of(disturbance.answer(action, answer));
        } catch (Refusal refusal) {
            LOG.warn(
                    "Refused {} {}: {}: {}",
                    request.call(),
                    request.actionName(),
                    refusal.code(),
                    refusal.getMessage());
            return envelope.of(refusal);
        }
    }

    /** An error in the vendor's envelope. */
    public Reply refuse(String code, String message) {
        return envelope.of(new Refusal(code, message));
    }

    /** Forgets the nonces seen and the rates measured. */
    public void reset() {
        authenticator.forgetNonces();
        rates.clear();
    }

    private Action action(TencentRequest request) {
        ApiCatalog api = request.api();
        if (api == null) {
            throw new Refusal(
                    "NoSuchProduct",
                    "There is no service " + request.authorization().service() + ". Simulated: "
                            + String.join(", ", answers.keySet()));
        }
        String name = request.actionName();
        if (name == null || name.isEmpty()) {
            throw new Refusal("InvalidAction", "The request names no action");
        }
        String version = request.common().get("Version");
        if (version == null || version.isEmpty()) {
            throw new Refusal("MissingParameter", "The common parameter Version is missing");
        }
        if (!version.equals(api.version())) {
            throw new Refusal("NoSuchVersion", "The version must be " + api.version() + ", not " + version);
        }
        if (request.action() == null) {
            throw new Refusal(
                    "InvalidAction",
                    "There is no action " + name
                            + Suggestion.hint(name, api.actions().keySet()));
        }
        return request.action();
    }

    private static String region(TencentRequest request, Action action) {
        String region = request.common().get("Region");
        List<String> regions = request.api().regions();
        if (region == null || region.isEmpty()) {
            if (action.region() == Action.RegionRule.REQUIRED) {
                throw new Refusal("MissingParameter", "The common parameter Region is missing");
            }
            return "";
        }
        if (action.region() != Action.RegionRule.NONE && !regions.isEmpty() && !regions.contains(region)) {
            throw new Refusal(
                    "UnsupportedRegion", "The region must be " + String.join(" or ", regions) + ", not " + region);
        }
        return region;
    }

    private void rate(TencentRequest request, Account account, Action action, String region) {
        if (!rateLimits || action.rateLimit() == null) {
            return;
        }
        String key = account.secretId() + "/" + region + "/" + request.api().id() + "/" + action.name();
        if (!rates.passes(key, action.rateLimit())) {
            throw new Refusal(
                    "RequestLimitExceeded",
                    "More than " + action.rateLimit() + " calls of " + action.name() + " in a second");
        }
    }

    private static ObjectNode parameters(TencentRequest request, Action action) {
        if (request.unreadable() != null) {
            throw new Refusal("InvalidParameter", "The parameters cannot be read: " + request.unreadable());
        }
        new ParameterRules(request.api()).check("", request.parameters(), action.parameters());
        return request.parameters();
    }
}

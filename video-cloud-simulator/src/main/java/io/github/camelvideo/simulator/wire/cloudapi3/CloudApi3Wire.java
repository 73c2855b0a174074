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
package io.github.camelvideo.simulator.wire.cloudapi3;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Suggestion;
import io.github.camelvideo.simulator.answer.Answers;
import io.github.camelvideo.simulator.answer.ListFault;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.wire.Account;
import io.github.camelvideo.simulator.wire.Accounts;
import io.github.camelvideo.simulator.wire.ApiCalls;
import io.github.camelvideo.simulator.wire.ErrorCase;
import io.github.camelvideo.simulator.wire.RateLimiter;
import io.github.camelvideo.simulator.wire.RequestIds;
import io.github.camelvideo.simulator.wire.Wire;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The way of a call through API 3.0: read, check form, signature, names, rate and parameters, answer, wrap. */
public final class CloudApi3Wire implements Wire<CloudApi3Request> {

    private final ApiCalls calls;
    private final CloudApi3Reader reader;
    private final CloudApi3Authenticator authenticator;
    private final CloudApi3Envelope envelope;

    public CloudApi3Wire(
            Collection<Answers> answers, Accounts accounts, Clock clock, RequestIds ids, RateLimiter rates) {
        this.calls = new ApiCalls(answers, rates, this::code);
        this.reader = new CloudApi3Reader(calls.apis());
        this.authenticator = new CloudApi3Authenticator(accounts, clock);
        this.envelope = new CloudApi3Envelope(ids);
    }

    @Override
    public boolean serves(HttpCall call) {
        return "/".equals(call.path());
    }

    @Override
    public CloudApi3Request read(HttpCall call) {
        return reader.read(call);
    }

    @Override
    public Reply answer(CloudApi3Request request, ListFault fault) {
        HttpRules.check(request);
        Account account = authenticator.check(request);
        Action action = action(request);
        String region = region(request, action);
        calls.count(account.secretId() + "/" + region, request.api(), action);
        if (request.unreadable() != null) {
            throw new Refusal("InvalidParameter", "The parameters cannot be read: " + request.unreadable());
        }
        return envelope.of(calls.answer(request.api(), action, request.parameters(), fault));
    }

    @Override
    public Reply refuse(CloudApi3Request request, Refusal refusal) {
        return envelope.of(refusal);
    }

    @Override
    public String code(ErrorCase errorCase) {
        return switch (errorCase) {
            case UNKNOWN_PARAMETER -> "UnknownParameter";
            case MISSING_PARAMETER -> "MissingParameter";
            case INVALID_PARAMETER -> "InvalidParameter";
            case INVALID_VALUE -> "InvalidParameterValue";
            case TOO_MANY_CALLS -> "RequestLimitExceeded";
            case INTERNAL_ERROR -> "InternalError";
            case EXPIRED_SIGNATURE -> "AuthFailure.SignatureExpire";
        };
    }

    @Override
    public void reset() {
        authenticator.forgetNonces();
    }

    private Action action(CloudApi3Request request) {
        ApiCatalog api = request.api();
        if (api == null) {
            throw new Refusal(
                    "NoSuchProduct",
                    "There is no service " + request.authorization().service() + ". Simulated: "
                            + calls.apis().stream().map(ApiCatalog::id).collect(Collectors.joining(", ")));
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

    private static String region(CloudApi3Request request, Action action) {
        if (action.region() == Action.RegionRule.NONE) {
            return "";
        }
        String region = request.common().get("Region");
        List<String> regions = action.regions();
        if (region == null || region.isEmpty()) {
            if (action.region() == Action.RegionRule.REQUIRED) {
                throw new Refusal("MissingParameter", "The common parameter Region is missing");
            }
            return "";
        }
        if (!regions.isEmpty() && !regions.contains(region)) {
            throw new Refusal(
                    "UnsupportedRegion", "The region must be " + String.join(" or ", regions) + ", not " + region);
        }
        return region;
    }
}

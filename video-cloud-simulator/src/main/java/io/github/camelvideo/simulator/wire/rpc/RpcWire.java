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
package io.github.camelvideo.simulator.wire.rpc;

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
import io.github.camelvideo.simulator.wire.ApiChoice;
import io.github.camelvideo.simulator.wire.ErrorCase;
import io.github.camelvideo.simulator.wire.FormRequest;
import io.github.camelvideo.simulator.wire.Pairs;
import io.github.camelvideo.simulator.wire.RateLimiter;
import io.github.camelvideo.simulator.wire.RequestIds;
import io.github.camelvideo.simulator.wire.Wire;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The way of a call through the RPC protocol: read, check form, signature, names, region, rate and parameters, answer, wrap. */
public final class RpcWire implements Wire<FormRequest> {

    private static final Set<String> COMMON = Set.of(
            "Action",
            "Version",
            "Format",
            "RegionId",
            "Timestamp",
            "AccessKeyId",
            "SecurityToken",
            "SignatureMethod",
            "SignatureVersion",
            "SignatureNonce",
            "SignatureType",
            "IotInstanceId",
            "Signature");

    private final ApiCalls calls;
    private final RpcAuthenticator authenticator;
    private final RpcEnvelope envelope;

    public RpcWire(Collection<Answers> answers, Accounts accounts, Clock clock, RequestIds ids, RateLimiter rates) {
        this.calls = new ApiCalls(answers, rates, this::code);
        this.authenticator = new RpcAuthenticator(accounts, clock);
        this.envelope = new RpcEnvelope(ids);
    }

    private static Map<String, String> pairs(HttpCall call) {
        Map<String, String> all = Pairs.of(call.query());
        if (call.mediaType().equals(FormRequest.TYPE)) {
            all.putAll(Pairs.of(call.text()));
        }
        return all;
    }

    /** API 3.0 has the same path, but signs in a header, or with a SecretId. */
    @Override
    public boolean serves(HttpCall call) {
        if (!call.path().equals("/") || call.header("Authorization") != null) {
            return false;
        }
        Map<String, String> all = pairs(call);
        return !all.containsKey("SecretId")
                && Stream.of("AccessKeyId", "SignatureNonce", "Format").anyMatch(all::containsKey);
    }

    @Override
    public FormRequest read(HttpCall call) {
        Map<String, String> pairs = pairs(call);
        return FormRequest.read(call, pairs, api(pairs), COMMON, true);
    }

    /** Null where none is simulated. */
    private ApiCatalog api(Map<String, String> pairs) {
        return ApiChoice.of(calls.apis(), pairs.get("Version"), pairs.get("Action"));
    }

    @Override
    public Reply answer(FormRequest request, ListFault fault) {
        checkForm(request);
        ApiCatalog api = api(request.all());
        Account account = authenticator.check(request);
        Action action = action(request, api);
        String region = RpcAuthenticator.required(request, "RegionId");
        Refusal.unless(
                action.regions().isEmpty() || action.regions().contains(region),
                Codes.NO_REGION,
                "RegionId must be " + String.join(" or ", action.regions()) + ", not " + region);
        calls.count(account.secretId() + "/" + region, api, action);
        Refusal.unless(
                request.unreadable() == null,
                Codes.UNREADABLE,
                "The parameters cannot be read: " + request.unreadable());
        MandatoryParameters.check(action, request.parameters());
        return envelope.of(action.name(), calls.answer(api, action, request.parameters(), fault));
    }

    private static void checkForm(FormRequest request) {
        HttpCall call = request.call();
        Refusal.unless(
                call.method().equals("GET") || call.method().equals("POST"),
                Codes.BAD_METHOD,
                "Only GET and POST are supported, not " + call.method());
        Refusal.unless(
                call.bodyLength() == 0 || call.mediaType().equals(FormRequest.TYPE),
                Codes.BAD_BODY,
                "A body must be of type " + FormRequest.TYPE + ", not " + call.mediaType());
        String format = request.all().get("Format");
        Refusal.unless(
                "JSON".equals(format),
                Codes.BAD_FORMAT,
                "Only Format=JSON is simulated, not " + (format == null ? "XML, the default without it" : format));
    }

    private static Action action(FormRequest request, ApiCatalog api) {
        String name = RpcAuthenticator.required(request, "Action");
        String version = RpcAuthenticator.required(request, "Version");
        Refusal.unless(api != null, Codes.NO_ACTION, "No API of this protocol is simulated");
        Refusal.unless(
                version.equals(api.version()),
                Codes.NO_VERSION,
                "Version must be " + api.version() + ", not " + version);
        Refusal.unless(
                request.action() != null,
                Codes.NO_ACTION,
                "The specified action is not supported: " + name
                        + Suggestion.hint(name, api.actions().keySet()));
        return request.action();
    }

    @Override
    public Reply refuse(FormRequest request, Refusal refusal) {
        return envelope.of(request, refusal);
    }

    @Override
    public String code(ErrorCase errorCase) {
        return switch (errorCase) {
            case UNKNOWN_PARAMETER -> Codes.UNKNOWN_PARAMETER;
            case MISSING_PARAMETER -> Codes.MISSING_PARAMETER;
            case INVALID_PARAMETER, INVALID_VALUE -> Codes.PARAMETER;
            case TOO_MANY_CALLS -> Codes.TOO_MANY_CALLS;
            case INTERNAL_ERROR -> Codes.INTERNAL_ERROR;
            case EXPIRED_SIGNATURE -> Codes.EXPIRED;
        };
    }

    @Override
    public void reset() {
        authenticator.forgetNonces();
    }
}

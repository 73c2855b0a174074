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
package io.github.camelvideo.simulator.wire.cloudapi2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import io.github.camelvideo.simulator.wire.Wire;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The way of a call through API 2.0: read, check form, signature, names, region and parameters, answer, wrap. */
public final class CloudApi2Wire implements Wire<FormRequest> {

    private static final String PATH = "/v2/index.php";
    private static final Set<String> COMMON =
            Set.of("Action", "Region", "Timestamp", "Nonce", "SecretId", "Signature", "SignatureMethod", "Token");

    /** As the vendor may write: everything but ASCII escaped. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final ApiCalls calls;
    private final CloudApi2Authenticator authenticator;

    public CloudApi2Wire(Collection<Answers> answers, Accounts accounts, Clock clock, RateLimiter rates) {
        this.calls = new ApiCalls(answers, rates, this::code);
        this.authenticator = new CloudApi2Authenticator(accounts, clock);
    }

    @Override
    public boolean serves(HttpCall call) {
        return PATH.equals(call.path());
    }

    @Override
    public FormRequest read(HttpCall call) {
        // a POST counts by its form alone
        Map<String, String> all = Pairs.of(call.method().equals("POST") ? call.text() : call.query());
        return FormRequest.read(call, all, api(all.get("Action")), COMMON, false);
    }

    @Override
    public Reply answer(FormRequest request, ListFault fault) {
        checkForm(request.call());
        String name = CloudApi2Authenticator.required(request, "Action");
        Account account = authenticator.check(request);
        ApiCatalog api = api(name);
        Action action = action(request, name, api);
        String region = region(request, action);
        calls.count(account.secretId() + "/" + region, api, action);
        if (request.unreadable() != null) {
            throw new Refusal(Codes.BAD_PARAMETER, "The parameters cannot be read: " + request.unreadable());
        }
        ObjectNode answer = verdict(Codes.SUCCESS, "").put("codeDesc", "Success");
        answer.setAll(calls.answer(api, action, request.parameters(), fault));
        return reply(answer);
    }

    private static void checkForm(HttpCall call) {
        boolean get = call.method().equals("GET");
        if (!get && !call.method().equals("POST")) {
            throw new Refusal(Codes.WRONG_PROTOCOL, "Only GET and POST are supported, not " + call.method());
        }
        if (!get && !call.mediaType().equals(FormRequest.TYPE)) {
            throw new Refusal(
                    Codes.WRONG_PROTOCOL,
                    "The content type of a POST must be " + FormRequest.TYPE + ", not " + call.mediaType());
        }
    }

    /** Requests of this protocol do not say which version they mean. Null where none is simulated. */
    private ApiCatalog api(String action) {
        return ApiChoice.ofAction(calls.apis(), action);
    }

    private static Action action(FormRequest request, String name, ApiCatalog api) {
        if (request.action() == null) {
            throw new Refusal(
                    Codes.NO_SUCH_ACTION,
                    "There is no action " + name
                            + (api == null
                                    ? ""
                                    : Suggestion.hint(name, api.actions().keySet())));
        }
        return request.action();
    }

    private static String region(FormRequest request, Action action) {
        String region = CloudApi2Authenticator.required(request, "Region");
        if (!action.regions().contains(region)) {
            throw new Refusal(
                    Codes.BAD_PARAMETER,
                    "Region must be one of " + String.join(", ", action.regions()) + ", not " + region);
        }
        return region;
    }

    /** The code of a refusal by the service itself is in the message, before a full-width colon. */
    @Override
    public Reply refuse(FormRequest request, Refusal refusal) {
        return reply(
                Codes.isOfService(refusal.code())
                        ? verdict(Codes.REFUSED_BY_SERVICE, refusal.code() + "\uFF1A" + refusal.getMessage())
                        : verdict(refusal.code(), refusal.getMessage()));
    }

    private static ObjectNode verdict(String code, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", Integer.parseInt(code))
                .put("message", message);
    }

    private static Reply reply(ObjectNode answer) {
        try {
            return Reply.of(200, "application/json", JSON.writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree cannot be written", e);
        }
    }

    @Override
    public String code(ErrorCase errorCase) {
        return switch (errorCase) {
            case UNKNOWN_PARAMETER, MISSING_PARAMETER, INVALID_PARAMETER, INVALID_VALUE -> Codes.BAD_PARAMETER;
            case TOO_MANY_CALLS -> Codes.TOO_MANY_CALLS;
            case INTERNAL_ERROR -> Codes.SERVER_ERROR;
            case EXPIRED_SIGNATURE -> Codes.EXPIRED;
        };
    }

    @Override
    public void reset() {
        authenticator.forgetNonces();
    }
}

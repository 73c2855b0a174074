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
package io.github.camelvideo.simulator.wire.commonaccess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
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
import io.github.camelvideo.simulator.wire.Wire;
import java.time.Clock;
import java.util.Collection;

/** The way of a call to {@code /common_access}: read, find the interface, check sign and parameters, answer, wrap. */
public final class CommonAccessWire implements Wire<CommonAccessRequest> {

    private static final String PATH = "/common_access";

    /** The document names no code for a wrong parameter; this one is not used for anything else. */
    private static final String UNDOCUMENTED = "1";

    private static final String NOT_FOUND = "404";
    private static final String MIX_UNREADABLE = "-1";
    private static final String MIX_VALUE = "-2";

    private final ApiCalls queries;
    private final ApiCalls mixes;
    private final ApiCatalog api;
    private final CommonAccessAuthenticator authenticator;
    private final Clock clock;

    public CommonAccessWire(Collection<Answers> answers, Accounts accounts, Clock clock, RateLimiter rates) {
        this.queries = new ApiCalls(answers, rates, this::code);
        this.mixes = new ApiCalls(answers, rates, CommonAccessWire::mixCode);
        this.api = queries.apis().stream().findFirst().orElse(null);
        this.authenticator = new CommonAccessAuthenticator(accounts, clock);
        this.clock = clock;
    }

    @Override
    public boolean serves(HttpCall call) {
        return PATH.equals(call.path());
    }

    @Override
    public CommonAccessRequest read(HttpCall call) {
        return CommonAccessRequest.read(call, api);
    }

    @Override
    public Reply answer(CommonAccessRequest request, ListFault fault) {
        Action action = request.action();
        if (action == null) {
            throw new Refusal(
                    request.isMix() ? MIX_UNREADABLE : UNDOCUMENTED,
                    "There is no interface " + request.actionName() + ", or it wants another body");
        }
        if (!request.call().method().equals(action.wire().method())) {
            throw new Refusal(
                    NOT_FOUND,
                    action.wire().name() + " is to be called by "
                            + action.wire().method());
        }
        Account account = authenticator.check(request, action);
        if (request.isMix()) {
            return mix(request, action, account, fault);
        }
        queries.count(account.secretId(), api, action);
        ObjectNode answer = verdict(0, "");
        answer.set("output", queries.answer(api, action, request.parameters(), fault));
        return reply(answer);
    }

    private Reply mix(CommonAccessRequest request, Action action, Account account, ListFault fault) {
        JsonNode para = request.envelope().path("para");
        if (!request.envelope()
                .path("interfaceName")
                .asText()
                .equals(action.wire().name())) {
            throw new Refusal(
                    MIX_UNREADABLE,
                    "interface.interfaceName must be " + action.wire().name());
        }
        if (!para.path("app_id").isIntegralNumber()
                || !para.path("app_id").asText().equals(account.secretId())) {
            throw new Refusal(MIX_VALUE, "interface.para.app_id must be the number of the account");
        }
        if (request.body().path("eventId").asInt() == 0
                || request.body().path("timestamp").asLong() == 0) {
            throw new Refusal(MIX_VALUE, "eventId and timestamp must be numbers other than 0");
        }
        mixes.count(account.secretId(), api, action);
        ObjectNode answer = mixVerdict(request, 0, "Success!");
        mixes.answer(api, action, request.parameters(), fault);
        return reply(answer);
    }

    @Override
    public Reply refuse(CommonAccessRequest request, Refusal refusal) {
        String code = refusal.code();
        if (code.equals(CommonAccessAuthenticator.FORBIDDEN) || code.equals(NOT_FOUND)) {
            return Reply.of(Integer.parseInt(code), "text/plain", refusal.getMessage());
        }
        boolean number = code.matches("-?\\d+");
        int value = Integer.parseInt(number ? code : UNDOCUMENTED);
        String message = number ? refusal.getMessage() : code;
        return reply(request.isMix() && number ? mixVerdict(request, value, message) : verdict(value, message));
    }

    private static ObjectNode verdict(int ret, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ret", ret)
                .put("retcode", ret)
                .put("message", message)
                .put("errmsg", message);
    }

    private ObjectNode mixVerdict(CommonAccessRequest request, int code, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", code)
                .put("message", message)
                // quoted, as in the document's example
                .put("event_id", request.body().path("eventId").asText())
                .put("timestamp", clock.instant().getEpochSecond());
    }

    private static Reply reply(ObjectNode answer) {
        return Reply.of(200, "application/json", answer.toString());
    }

    @Override
    public String code(ErrorCase errorCase) {
        return errorCase == ErrorCase.EXPIRED_SIGNATURE ? CommonAccessAuthenticator.FORBIDDEN : UNDOCUMENTED;
    }

    private static String mixCode(ErrorCase errorCase) {
        return errorCase == ErrorCase.INVALID_VALUE ? MIX_VALUE : MIX_UNREADABLE;
    }

    @Override
    public void reset() {
        // nothing is remembered: a request is good until it expires, as often as it comes
    }
}

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
package io.github.camelvideo.simulator.wire.issrest;

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
import io.github.camelvideo.simulator.wire.RequestIds;
import io.github.camelvideo.simulator.wire.Wire;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The way of a call through the REST protocol: signature, method and path, places of the parameters, answer, envelope or file. */
public final class IssWire implements Wire<IssRequest> {

    /** The field that holds the content of an answer. */
    public static final String DATA = "Data";

    /** Shown by the document without an envelope. */
    private static final Set<String> BARE = Set.of("DescribeDeviceImportProgress");

    private final ApiCatalog api;
    private final ApiCalls calls;
    private final IssReader reader;
    private final IssAuthenticator authenticator;
    private final IssEnvelope envelope;
    private final Downloads downloads;

    public IssWire(
            Answers answers, Accounts accounts, Clock clock, RequestIds ids, RateLimiter rates, Downloads downloads) {
        this.api = answers.api();
        this.calls = new ApiCalls(List.of(answers), rates, this::code);
        this.reader = new IssReader(api);
        this.authenticator = new IssAuthenticator(accounts, clock);
        this.envelope = new IssEnvelope(api, ids);
        this.downloads = downloads;
    }

    @Override
    public boolean serves(HttpCall call) {
        return call.path().startsWith("/ivc/");
    }

    @Override
    public IssRequest read(HttpCall call) {
        return reader.read(call);
    }

    @Override
    public Reply answer(IssRequest request, ListFault fault) {
        Account account = authenticator.check(request);
        Action action = request.action();
        if (action == null) {
            throw request.pathKnown()
                    ? new Refusal(
                            "405",
                            "The path " + request.call().path() + " has no method "
                                    + request.call().method())
                    : new Refusal("404", "There is no path " + request.call().path());
        }
        calls.count(account.secretId(), api, action);
        if (request.problem() != null) {
            throw new Refusal(code(ErrorCase.INVALID_PARAMETER), request.problem());
        }
        ObjectNode answer = calls.answer(api, action, request.parameters(), fault);
        if (action.wire().download()) {
            return envelope.file(action.name() + ".xlsx", downloads.file());
        }
        return BARE.contains(action.name()) ? envelope.bare(answer.path(DATA)) : envelope.of(answer.get(DATA));
    }

    @Override
    public Reply refuse(IssRequest request, Refusal refusal) {
        return envelope.of(refusal);
    }

    /** The document has no code for too many calls as such; the one for too many downloads comes nearest. */
    @Override
    public String code(ErrorCase errorCase) {
        return switch (errorCase) {
            case UNKNOWN_PARAMETER, INVALID_PARAMETER -> "40001";
            case MISSING_PARAMETER, INVALID_VALUE -> "40005";
            case TOO_MANY_CALLS -> "42505";
            case INTERNAL_ERROR -> "50000";
            case EXPIRED_SIGNATURE -> IssAuthenticator.EXPIRED;
        };
    }

    @Override
    public void reset() {
        downloads.size(-1);
    }
}

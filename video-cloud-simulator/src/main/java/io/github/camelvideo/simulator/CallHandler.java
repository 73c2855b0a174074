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
package io.github.camelvideo.simulator;

import io.github.camelvideo.simulator.answer.ListFault;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.answer.Scripts;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.http.Reply.Delivery;
import io.github.camelvideo.simulator.wire.ErrorCase;
import io.github.camelvideo.simulator.wire.Incoming;
import io.github.camelvideo.simulator.wire.Wire;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of a call: read it, run the hooks, pick a fault, record it, answer it, break the answer. */
final class CallHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CallHandler.class);

    private final Wires wires;
    private final Scripts scripts;
    private final Faults faults;
    private final RecordedRequests requests;
    private final Clock clock;

    CallHandler(Wires wires, Scripts scripts, Faults faults, RecordedRequests requests, Clock clock) {
        this.wires = wires;
        this.scripts = scripts;
        this.faults = faults;
        this.requests = requests;
        this.clock = clock;
    }

    Reply handle(HttpCall call) {
        return handle(wires.of(call), call);
    }

    private <R extends Incoming> Reply handle(Wire<R> wire, HttpCall call) {
        R request = wire.read(call);
        faults.hooksOf(request.actionName()).forEach(Runnable::run);
        FaultPlan plan = faults.choose(
                new Faults.Target(request.actionName(), request.asksForList(), request.asksForLaterPage()));
        record(request, plan == null ? null : plan.fault());
        if (plan == null) {
            return answer(wire, request, ListFault.NONE);
        }
        return plan.fault().isExecuted()
                ? broken(plan, answer(wire, request, ListFaults.of(plan.fault())))
                : instead(plan, wire, request);
    }

    private <R extends Incoming> Reply answer(Wire<R> wire, R request, ListFault fault) {
        try {
            Reply reply = wire.answer(request, fault);
            Reply scripted = scripts.reply(request.action());
            return scripted == null ? reply : scripted;
        } catch (Refusal refusal) {
            LOG.warn(
                    "Refused {} {}: {}: {}",
                    request.call(),
                    request.actionName(),
                    refusal.code(),
                    refusal.getMessage());
            return wire.refuse(request, refusal);
        }
    }

    private void record(Incoming request, Fault fault) {
        Map<String, String> headers = new HashMap<>(request.call().headers());
        headers.remove("authorization");
        requests.add(new RecordedRequest(
                request.actionName(),
                request.call().method(),
                request.parameters(),
                clock.instant(),
                Map.copyOf(headers),
                request.signature(),
                fault));
    }

    private static <R extends Incoming> Reply instead(FaultPlan plan, Wire<R> wire, R request) {
        return switch (plan.fault()) {
            case THROTTLE -> refused(wire, request, ErrorCase.TOO_MANY_CALLS, "Too many calls (a fault on request)");
            case INTERNAL_ERROR ->
                refused(wire, request, ErrorCase.INTERNAL_ERROR, "Something broke (a fault on request)");
            case EXPIRED_SIGNATURE ->
                refused(wire, request, ErrorCase.EXPIRED_SIGNATURE, "The signature has expired (a fault on request)");
            case HTTP_500 -> Reply.of(500, "text/plain", "Internal Server Error");
            case HTTP_429 -> Reply.of(429, "text/plain", "Too Many Requests");
            case HTTP_503_RETRY_AFTER ->
                Reply.of(503, "text/plain", "Service Unavailable")
                        .header("Retry-After", Long.toString(plan.retryAfter().toSeconds()));
            case REDIRECT -> Reply.of(302, "text/plain", "").header("Location", "http://localhost:1/elsewhere");
            case HTML_PAGE -> Reply.of(200, "text/html", "<!DOCTYPE html><html><body><h1>Welcome</h1></body></html>");
            default -> throw new IllegalStateException(plan.fault() + " is executed");
        };
    }

    private static <R extends Incoming> Reply refused(Wire<R> wire, R request, ErrorCase errorCase, String message) {
        return wire.refuse(request, new Refusal(wire.code(errorCase), message));
    }

    private static Reply broken(FaultPlan plan, Reply reply) {
        return switch (plan.fault()) {
            case NO_ANSWER -> reply.delivered(Delivery.NEVER);
            case CUT_BEFORE_ANSWER -> reply.delivered(Delivery.CUT_BEFORE_ANSWER);
            case CUT_IN_BODY -> reply.delivered(Delivery.CUT_IN_BODY);
            case SLOW_BODY -> reply.slow(plan.pause());
            case GARBAGE -> reply.withBody(new byte[] {(byte) 0xff, 0, (byte) 0xfe, 0x7b, (byte) 0x80, 0x1b});
            case TRUNCATED_JSON -> reply.half();
            case EMPTY_BODY -> reply.withBody(new byte[0]);
            default -> reply;
        };
    }
}

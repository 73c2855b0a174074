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
package io.github.camelvideo.callback;

import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.request.InvalidRequestException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Answers HTTP requests of the vendor. Runs on the thread of the HTTP server up to the sink, and on whichever thread completes the
 * sink's answer from there. No exception reaches the server, which might show it to the sender; nothing of a request is logged or sent back.
 */
public final class CallbackProcessor extends AsyncProcessorSupport {

    /** Longer than any vendor repeats a request, and than clocks differ. */
    private static final Duration LATE_BOUND = Duration.ofHours(1);

    private static final byte[] ACCEPTED = "{\"code\":0}".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final String POST = "POST";

    private final CallbackSpec spec;
    private final int maxBody;
    private final AllowedAddresses addresses;
    private final CallbackCheck check;
    private final CallbackReader reader;
    private final Supplier<CallbackSink> sink;
    private final CallbackCounts counts = new CallbackCounts();
    private final CallbackLog log;

    /**
     * @param name how messages name the endpoint
     * @param sink takes the events; supplies null while nobody does
     * @param clock the vendor's time
     * @throws InvalidRequestException when the options do not fit together, or not to the API
     */
    public CallbackProcessor(
            String name,
            CallbackSpec spec,
            CallbackSecurity security,
            Supplier<CallbackSink> sink,
            InstantSource clock) {
        security.check(name, spec);
        this.spec = spec;
        this.maxBody = security.maxBody();
        this.addresses = addresses(name, security.allowFrom());
        this.check = new CallbackCheck(spec.check(), security.keys(), LATE_BOUND, clock);
        this.reader = new CallbackReader(spec);
        this.sink = sink;
        this.log = new CallbackLog(name);
    }

    private static AllowedAddresses addresses(String name, String allowFrom) {
        if (allowFrom == null || allowFrom.isBlank()) {
            return null;
        }
        try {
            return AllowedAddresses.parse(allowFrom);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(name + ": allowFrom: " + e.getMessage(), e);
        }
    }

    /** What came of the requests since this was created. */
    public CallbackCounts counts() {
        return counts;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        counts.countReceived();
        CompletableFuture<CallbackAnswer> answer;
        try {
            answer = receive(exchange);
        } catch (RefusedCallbackException e) {
            refuse(exchange, e.refusal());
            callback.done(true);
            return true;
        } catch (Exception | LinkageError | StackOverflowError e) {
            fail(exchange, e);
            callback.done(true);
            return true;
        }
        if (answer.isDone()) {
            answer.whenComplete((given, failure) -> answer(exchange, given, failure));
            callback.done(true);
            return true;
        }
        answer.whenComplete((given, failure) -> {
            try {
                answer(exchange, given, failure);
            } finally {
                callback.done(false);
            }
        });
        return false;
    }

    private CompletableFuture<CallbackAnswer> receive(Exchange exchange) throws RefusedCallbackException {
        Message message = exchange.getMessage();
        if (!POST.equals(message.getHeader(Exchange.HTTP_METHOD, String.class))) {
            throw new RefusedCallbackException(Refusal.METHOD);
        }
        checkAddress(exchange);
        byte[] body = CallbackBody.read(message, maxBody);
        CallbackRequest request =
                CallbackRequest.read(body, spec.wrapper(), message.getHeader(Exchange.HTTP_QUERY, String.class));
        CallbackCheck.Verdict verdict = check.check(request.fields());
        if (!verdict.isAccepted()) {
            throw new RefusedCallbackException(
                    verdict == CallbackCheck.Verdict.EXPIRED ? Refusal.EXPIRED : Refusal.SIGNATURE);
        }
        String type = reader.type(request);
        boolean isLate = verdict == CallbackCheck.Verdict.LATE;
        List<CallbackEvent> events = reader.read(request, isLate);
        count(events, isLate, type);
        if (events.isEmpty()) {
            return CompletableFuture.completedFuture(CallbackAnswer.ACCEPTED);
        }
        CallbackSink open = sink.get();
        if (open == null) {
            throw new RefusedCallbackException(Refusal.STOPPED);
        }
        return open.receive(events).toCompletableFuture();
    }

    private void checkAddress(Exchange exchange) throws RefusedCallbackException {
        if (addresses == null) {
            return;
        }
        String address = RemoteAddress.of(exchange);
        if (address == null) {
            throw new RefusedCallbackException(Refusal.ADDRESS_UNKNOWN);
        }
        if (!addresses.contains(address)) {
            throw new RefusedCallbackException(Refusal.ADDRESS);
        }
    }

    private void count(List<CallbackEvent> events, boolean isLate, String type) {
        if (isLate) {
            counts.countLate();
        }
        if (events.stream().anyMatch(event -> event.spec() == null)) {
            counts.countUnknown();
            log.unknown(type);
        }
    }

    private void answer(Exchange exchange, CallbackAnswer answer, Throwable failure) {
        if (failure != null || answer == null) {
            fail(exchange, failure);
            return;
        }
        switch (answer) {
            case ACCEPTED -> accept(exchange);
            case FULL -> refuse(exchange, Refusal.FULL);
            case FAILED -> refuse(exchange, Refusal.FAILED);
            case STOPPED -> refuse(exchange, Refusal.STOPPED);
            case REJECTED -> refuse(exchange, Refusal.REJECTED);
        }
    }

    private void accept(Exchange exchange) {
        counts.countAccepted();
        respond(exchange, 200, ACCEPTED).setHeader(Exchange.CONTENT_TYPE, "application/json");
    }

    private void refuse(Exchange exchange, Refusal refusal) {
        counts.count(refusal);
        log.refused(refusal);
        Message response = respond(exchange, refusal.status(), new byte[0]);
        if (refusal == Refusal.METHOD) {
            response.setHeader("Allow", POST);
        }
    }

    private void fail(Exchange exchange, Throwable failure) {
        counts.count(Refusal.FAILED);
        log.failed(failure);
        respond(exchange, Refusal.FAILED.status(), new byte[0]);
    }

    /** The message of the request becomes that of the response, so what the sender sent must go. */
    private static Message respond(Exchange exchange, int status, byte[] body) {
        exchange.setException(null);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setBody(body);
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        return message;
    }
}

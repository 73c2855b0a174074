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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.json.ExactJson;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** placeholder until the receiver is merged */
public final class CallbackProcessor extends AsyncProcessorSupport {

    private final CallbackSpec spec;
    private final Supplier<CallbackSink> sink;

    public CallbackProcessor(
            String name, CallbackSpec spec, CallbackSecurity security, Supplier<CallbackSink> sink, Clock clock) {
        this.spec = spec;
        this.sink = sink;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            ObjectNode fields =
                    (ObjectNode) ExactJson.parse(exchange.getMessage().getBody(String.class));
            CallbackSpec.Event event = spec.events().values().stream()
                    .filter(one ->
                            one.types().contains(fields.path("event_type").asText()))
                    .findFirst()
                    .orElse(null);
            fields.remove(List.of("t", "sign"));
            String name = event == null ? "unknown" : event.name();
            Instant time = fields.has("event_time")
                    ? Instant.ofEpochSecond(fields.path("event_time").asLong())
                    : null;
            CallbackSink open = sink.get();
            if (open == null) {
                answer(exchange, 503);
                callback.done(true);
                return true;
            }
            open.receive(List.of(new CallbackEvent(name, fields, name + "|" + fields, time, false, event)))
                    .whenComplete((answer, failure) -> {
                        answer(exchange, answer == CallbackAnswer.ACCEPTED ? 200 : 503);
                        callback.done(false);
                    });
            return false;
        } catch (Exception e) {
            answer(exchange, 400);
            callback.done(true);
            return true;
        }
    }

    private static void answer(Exchange exchange, int status) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        exchange.getMessage().setBody(status == 200 ? "{\"code\":0}" : null);
    }
}

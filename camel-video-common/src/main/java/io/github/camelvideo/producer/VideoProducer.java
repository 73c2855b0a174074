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
package io.github.camelvideo.producer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.binding.EndpointBinding;
import io.github.camelvideo.binding.EndpointClient;
import io.github.camelvideo.paging.PagingMode;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.request.ParametersFrom;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * Calls the endpoint's action once for each exchange.
 *
 * <p>The route's thread checks the parameters and returns; the thread that receives the answer sets it on the exchange and continues
 * the route. Nothing waits.
 */
public final class VideoProducer extends DefaultAsyncProducer {

    private final EndpointBinding binding;
    private final PagingMode paging;
    private final ParametersFrom parametersFrom;

    public VideoProducer(Endpoint endpoint, EndpointBinding binding, PagingMode paging, ParametersFrom parametersFrom) {
        super(endpoint);
        this.binding = binding;
        this.paging = paging;
        this.parametersFrom = parametersFrom;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletionStage<CallResult> reply;
        try {
            Message message = exchange.getIn();
            ObjectNode parameters = binding.action()
                    .check()
                    .parameters(
                            DynamicUriParameters.of(exchange, getEndpoint().getEndpointUri()),
                            parametersFrom == ParametersFrom.ALL ? message.getBody() : null,
                            message.getHeader(
                                    Exchange.FILE_NAME_ONLY, message.getHeader(Exchange.FILE_NAME), String.class),
                            parametersFrom == ParametersFrom.URI ? null : parametersHeader(message));
            reply = PagedCalls.call(binding, paging, parameters);
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        reply.whenComplete((answer, failure) -> {
            try {
                if (failure != null) {
                    exchange.setException(EndpointClient.cause(failure));
                } else {
                    answer.writeTo(exchange.getMessage(), binding.headers());
                }
            } catch (RuntimeException e) {
                // a message of the application may refuse what it is given; the exchange must end all the same
                exchange.setException(e);
            }
            callback.done(false);
        });
        return false;
    }

    /** Converting it would turn what is not a Map into null, and the call into another one. */
    private Map<?, ?> parametersHeader(Message message) {
        String name = binding.headers().parameters();
        Object header = message.getHeader(name);
        if (header == null || header instanceof Map<?, ?>) {
            return (Map<?, ?>) header;
        }
        throw new InvalidRequestException(binding.name() + ": header " + name + " must be a Map but is "
                + header.getClass().getName() + ". Set it to a Map of parameters, or remove it.");
    }
}

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
package io.github.camelvideo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Calls the action once a poll and hands its whole answer to the route. The polling thread does it all and waits for the answer.
 */
final class ResponseConsumer extends ScheduledPollConsumer {

    private final VideoEndpoint endpoint;

    ResponseConsumer(VideoEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        endpoint.action().check().requireCompleteExcept(Set.of());
        this.endpoint = endpoint;
    }

    @Override
    protected int poll() throws Exception {
        ObjectNode parameters = endpoint.action().check().parameters(null, null);
        Reply reply;
        try {
            reply = EndpointClient.await(Replies.of(endpoint, parameters));
        } catch (InterruptedException e) {
            // the consumer stops
            Thread.currentThread().interrupt();
            return 0;
        }
        Exchange exchange = createExchange(true);
        reply.writeTo(exchange.getIn(), endpoint.headerNames());
        getAsyncProcessor().process(exchange, defaultConsumerCallback(exchange, true));
        return 1;
    }
}

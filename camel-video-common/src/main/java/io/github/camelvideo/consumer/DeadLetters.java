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
package io.github.camelvideo.consumer;

import io.github.camelvideo.feed.FeedItem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.util.URISupport;

/**
 * Sends items that are given up to another endpoint, as they were delivered, with the cause of the failure in the property
 * {@code CamelExceptionCaught}. Used by whichever thread ends an exchange; the endpoint decides whether that thread waits.
 */
final class DeadLetters extends ServiceSupport {

    private final CamelContext context;
    private final String uri;
    private final BiConsumer<FeedItem, Exchange> content;
    private AsyncProducer producer;

    /** @param content makes the message of an item */
    DeadLetters(CamelContext context, String uri, BiConsumer<FeedItem, Exchange> content) {
        this.context = context;
        this.uri = uri;
        this.content = content;
    }

    @Override
    protected void doStart() throws Exception {
        Endpoint endpoint = context.getEndpoint(uri);
        producer = endpoint.createAsyncProducer();
        ServiceHelper.startService(endpoint, producer);
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopAndShutdownService(producer);
    }

    /** The address without secrets. */
    String target() {
        return URISupport.sanitizeUri(uri);
    }

    /** Begins to send an item; ends with the failure of the endpoint if there is one. */
    CompletionStage<Void> send(FeedItem item, Throwable cause) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        try {
            Exchange exchange = producer.getEndpoint().createExchange();
            content.accept(item, exchange);
            exchange.setProperty(Exchange.EXCEPTION_CAUGHT, cause);
            producer.process(exchange, doneSync -> {
                if (exchange.getException() == null) {
                    sent.complete(null);
                } else {
                    sent.completeExceptionally(exchange.getException());
                }
            });
        } catch (Throwable e) {
            // an Error, too: the item would be on its way for ever
            sent.completeExceptionally(e);
        }
        return sent;
    }
}

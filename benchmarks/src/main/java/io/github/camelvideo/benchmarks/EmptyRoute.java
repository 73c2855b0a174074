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
package io.github.camelvideo.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;

/** The least that a Camel consumer does with an item: one exchange with one header, through a route that only counts. */
final class EmptyRoute implements Consumer<JsonNode>, AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private DefaultConsumer consumer;
    private long counted;

    EmptyRoute() throws Exception {
        context.addEndpoint("items", new Items());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("items")
                        .process(exchange -> counted += exchange.getMessage()
                                .getHeader("Key", String.class)
                                .length());
            }
        });
        context.start();
    }

    private final class Items extends DefaultEndpoint {

        Items() {
            setCamelContext(context);
        }

        @Override
        protected String createEndpointUri() {
            return "items";
        }

        @Override
        public org.apache.camel.Consumer createConsumer(Processor processor) {
            consumer = new DefaultConsumer(this, processor);
            return consumer;
        }

        @Override
        public Producer createProducer() {
            throw new UnsupportedOperationException("Only consumed");
        }
    }

    @Override
    public void accept(JsonNode item) {
        Exchange exchange = consumer.createExchange(false);
        exchange.getMessage().setBody(item);
        exchange.getMessage().setHeader("Key", item.path("Id").asText());
        try {
            consumer.getProcessor().process(exchange);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        consumer.releaseExchange(exchange, false);
    }

    @Override
    public void close() {
        context.stop();
    }
}

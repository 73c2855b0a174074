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

import java.util.function.Consumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;

/** The component's producer. */
final class CamelCaller implements Caller {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Endpoint endpoint;
    private final AsyncProducer producer;

    CamelCaller(String url, int inFlight) throws Exception {
        context.start();
        endpoint = context.getEndpoint(
                "tencent-video:iotvideoindustry/DescribeWarnings?secretId=id&secretKey=key&allowHttp=true&rateLimit=0"
                        + "&region=ap-guangzhou&OrderType=2&Offset=0&Limit=100&maxConcurrentCalls=" + inFlight
                        + "&endpointUrl="
                        + url);
        producer = endpoint.createAsyncProducer();
        producer.start();
    }

    @Override
    public void call(Consumer<Throwable> done) {
        Exchange exchange = endpoint.createExchange();
        producer.process(exchange, doneSync -> done.accept(exchange.getException()));
    }

    @Override
    public void close() {
        context.stop();
    }
}

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

import io.github.camelvideo.callback.CallbackProcessor;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Answers the callbacks that an endpoint such as {@code webhook:} receives, and lets a consumer of its own deliver what they tell: the
 * exchange of the callback ends with the answer, and each item has one of its own. Started and stopped with the endpoint's consumer.
 */
public final class CallbackHandler extends AsyncProcessorSupport {

    private final FeedConsumer consumer;
    private final CallbackProcessor processor;

    public CallbackHandler(FeedConsumer consumer) {
        this.consumer = consumer;
        this.processor = consumer.callbackProcessor();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        return processor.process(exchange, callback);
    }

    @Override
    protected void doStart() throws Exception {
        CamelContext context = consumer.getEndpoint().getCamelContext();
        for (Route route : context.getRoutes()) {
            if (route.getConsumer() instanceof DefaultConsumer webhook && webhook.getProcessor() == this) {
                consumer.setRoute(route);
            }
        }
        ServiceHelper.startService(consumer);
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(consumer);
    }
}

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

import io.github.camelvideo.request.InvalidRequestException;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.service.ServiceHelper;

/** The path of the application's HTTP server that callbacks come to. Started and stopped with the consumer. */
final class CallbackServer {

    private static final String DEFAULT_COMPONENT = "platform-http";

    private final Consumer consumer;

    private CallbackServer(Consumer consumer) {
        this.consumer = consumer;
    }

    /**
     * @param name how messages name the endpoint
     * @param component name of the component that serves the path, or null
     * @param processor answers the requests
     * @throws InvalidRequestException when there is no such component, or none that serves HTTP
     */
    static CallbackServer start(CamelContext context, String name, String path, String component, Processor processor)
            throws Exception {
        String componentName = component == null ? find(context, name) : component;
        RestConsumerFactory factory = factory(context, componentName);
        if (factory == null) {
            throw new InvalidRequestException(name + ": callbackComponent=" + componentName
                    + ": the component is not there, or serves no HTTP. Add its dependency, or name another one.");
        }
        RestConfiguration configuration = CamelContextHelper.getRestConfiguration(context, componentName);
        Consumer consumer =
                factory.createConsumer(context, processor, "POST", path, null, null, null, configuration, Map.of());
        CallbackServer server = new CallbackServer(consumer);
        ServiceHelper.startService(consumer);
        return server;
    }

    private static String find(CamelContext context, String name) {
        if (factory(context, DEFAULT_COMPONENT) != null) {
            return DEFAULT_COMPONENT;
        }
        List<String> serving = context.getComponentNames().stream()
                .filter(known -> context.hasComponent(known) instanceof RestConsumerFactory)
                .toList();
        if (serving.size() == 1) {
            return serving.get(0);
        }
        throw new InvalidRequestException(name + ": "
                + (serving.isEmpty()
                        ? "the application has no HTTP server that can receive callbacks. Add one, such as camel-platform-http-main, or set"
                                + " callbackComponent to the component that serves HTTP."
                        : "several components could serve callbacks: " + serving + ". Set callbackComponent."));
    }

    private static RestConsumerFactory factory(CamelContext context, String name) {
        Component component = context.getComponent(name, true, false);
        if (component instanceof RestConsumerFactory factory) {
            return factory;
        }
        Object bean = context.getRegistry().lookupByName(name);
        return bean instanceof RestConsumerFactory factory ? factory : null;
    }

    void stop() {
        ServiceHelper.stopAndShutdownService(consumer);
    }
}

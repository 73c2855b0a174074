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
package io.github.camelvideo.examples.linkvisual;

import java.nio.file.Path;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;
import org.springframework.jms.connection.CachingConnectionFactory;

/** Gives the JMS component its broker, as the settings say; nothing where the messages go elsewhere. Camel Main makes it. */
public final class Broker extends ServiceSupport implements CamelConfiguration {

    private EmbeddedBroker embedded;
    private ActiveMQConnectionFactory factory;
    private CachingConnectionFactory connections;

    @Override
    public void configure(CamelContext context) throws Exception {
        if (!setting(context, "events.to").startsWith("jms:")) {
            return;
        }
        String url = setting(context, "broker.url");
        if (url.equals("embedded")) {
            embedded = EmbeddedBroker.start(Path.of(setting(context, "data.dir"), "broker"));
            url = EmbeddedBroker.URL;
        }
        factory = new ActiveMQConnectionFactory(url);
        if (!setting(context, "broker.user").isEmpty()) {
            factory.setUser(setting(context, "broker.user")).setPassword(setting(context, "broker.password"));
        }
        connections = new CachingConnectionFactory(factory);
        // the JMS component takes the only connection factory there is
        context.getRegistry().bind("broker", connections);
        // stopped with Camel, after the routes
        context.addService(this);
    }

    private static String setting(CamelContext context, String key) {
        return context.resolvePropertyPlaceholders("{{" + key + ":}}").trim();
    }

    @Override
    protected void doStop() {
        connections.destroy();
        factory.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}

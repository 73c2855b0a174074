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

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Somebody who reads the queue, with nothing of Camel. */
final class Receiver implements AutoCloseable {

    private static final String QUEUE = "device-events";

    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final ActiveMQConnectionFactory factory;
    private final JMSContext context;

    /** @param url the broker's */
    Receiver(String url) {
        factory = new ActiveMQConnectionFactory(url);
        context = factory.createContext();
        context.createConsumer(context.createQueue(QUEUE)).setMessageListener(this::receive);
    }

    private void receive(Message message) {
        try {
            deliveries.add(Delivery.of(message.getStringProperty("JMSXGroupID"), message.getBody(String.class)));
        } catch (JMSException | JsonProcessingException e) {
            throw new IllegalStateException("The queue has a message that is not of the route", e);
        }
    }

    /** The messages so far, in the order in which they came. */
    List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** How many messages of a device there were so far. */
    long count(String device) {
        return deliveries.stream()
                .filter(delivery -> device.equals(delivery.device()))
                .count();
    }

    @Override
    public void close() {
        context.close();
        factory.close();
    }
}

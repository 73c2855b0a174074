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
package io.github.camelvideo.kamelets;

import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.io.IOException;
import java.net.ServerSocket;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.Main;

/** A Camel application with a route of YAML that uses a Kamelet: its receiver is {@code mock:out}, its sender {@code direct:in}. */
final class KameletApplication implements AutoCloseable {

    /** With characters that a URI would change. */
    static final String CALLBACK_KEY = "callback+key&1%41";

    private final VideoCloudSimulator cloud;
    private final Main main = new Main();
    private final int port = freePort();

    KameletApplication(VideoCloudSimulator cloud, String route) {
        this.cloud = cloud;
        main.configure().setRoutesIncludePattern("classpath:routes/" + route + ".yaml");
        property("cloud.url", cloud.url());
        property("cloud.id", VideoCloudSimulator.SECRET_ID);
        property("cloud.key", VideoCloudSimulator.SECRET_KEY);
        property("callback.key", CALLBACK_KEY);
        property("camel.main.shutdown-timeout", "5");
    }

    KameletApplication property(String name, String value) {
        main.addOverrideProperty(name, value);
        return this;
    }

    KameletApplication bind(String name, Object bean) {
        main.bind(name, bean);
        return this;
    }

    /** With a server for callbacks. */
    KameletApplication withServer() {
        return property("camel.server.enabled", "true").property("camel.server.port", "" + port);
    }

    KameletApplication start() {
        main.start();
        return this;
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    MockEndpoint out() {
        return context().getEndpoint("mock:out", MockEndpoint.class);
    }

    Message first() throws InterruptedException {
        out().expectedMinimumMessageCount(1);
        out().assertIsSatisfied();
        return out().getExchanges().get(0).getMessage();
    }

    void send(Object body) {
        context().createProducerTemplate().sendBody("direct:in", body);
    }

    /** The cloud reports the start of a stream. */
    void callBack() throws InterruptedException {
        var callbacks = cloud.world().callbacks();
        callbacks.to("live", "http://127.0.0.1:" + port + "/live/events", CALLBACK_KEY);
        callbacks.send("live", "stream-started", callbacks.invent("live", "stream-started", 1));
        callbacks.deliverDue();
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        main.stop();
    }
}

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
package io.github.camelvideo.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemoteAddressTest {

    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    /** As a request of a servlet. */
    public static final class Request {

        public String getRemoteAddr() {
            return "2001:db8::1";
        }
    }

    /** As the message of components on servlets, which holds the request. */
    public static final class ServletMessage extends DefaultMessage {

        private final Object request;

        ServletMessage(Exchange exchange, Object request) {
            super(exchange);
            this.request = request;
        }

        public Object getRequest() {
            return request;
        }
    }

    private String addressOf(Object request) {
        Exchange exchange = new DefaultExchange(context);
        exchange.setMessage(new ServletMessage(exchange, request));
        return RemoteAddress.of(exchange);
    }

    @Test
    void servletsTellItByTheirRequest() {
        assertThat(addressOf(new Request())).isEqualTo("2001:db8::1");
    }

    @Test
    void otherRequestsTellNothing() {
        assertThat(addressOf(new Object())).isNull();
        assertThat(addressOf(null)).isNull();
        assertThat(RemoteAddress.of(new DefaultExchange(context))).isNull();
    }

    @Test
    void socketsTellItWithoutThePort() {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage()
                .setHeader("CamelVertxPlatformHttpRemoteAddress", new InetSocketAddress("127.0.0.1", 5_000));
        assertThat(RemoteAddress.of(exchange)).isEqualTo("127.0.0.1");
        exchange.getMessage().setHeader("CamelVertxPlatformHttpRemoteAddress", new StringBuilder("[2001:db8::1]:5000"));
        assertThat(RemoteAddress.of(exchange)).isEqualTo("2001:db8::1");
    }
}

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

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.apache.camel.Exchange;
import org.apache.camel.spi.BeanIntrospection;
import org.apache.camel.support.PluginHelper;

/**
 * The address that a request came from, which each component of Camel tells in a way of its own: platform-http on Vert.x (of Camel Main
 * and Quarkus) as a header, those on servlets (Jetty, Spring Boot) by the request that the message holds, Undertow not at all. A header of
 * the request itself, such as {@code X-Forwarded-For}, is not believed: anyone can send it.
 */
final class RemoteAddress {

    /** Of platform-http on Vert.x. Its header filter keeps that of a request out. */
    private static final String VERTX = "CamelVertxPlatformHttpRemoteAddress";

    private RemoteAddress() {}

    /** The address without the port, or null where the component does not tell it. */
    static String of(Exchange exchange) {
        Object address = exchange.getMessage().getHeader(VERTX);
        if (address != null && !(address instanceof String)) {
            return withoutPort(address);
        }
        // by reflection, because neither servlets nor the component may be there
        BeanIntrospection beans = PluginHelper.getBeanIntrospection(exchange.getContext());
        Object request = beans.getOrElseProperty(exchange.getMessage(), "request", null, false);
        return request == null
                        || !beans.getOrElseProperty(request, "remoteAddr", "", false)
                                .getClass()
                                .equals(String.class)
                ? null
                : bare((String) beans.getOrElseProperty(request, "remoteAddr", "", false));
    }

    private static String withoutPort(Object address) {
        if (address instanceof InetSocketAddress socket) {
            InetAddress resolved = socket.getAddress();
            return resolved == null ? null : resolved.getHostAddress();
        }
        String text = address.toString();
        int port = text.lastIndexOf(':');
        return bare(port < 0 ? text : text.substring(0, port));
    }

    private static String bare(String address) {
        boolean isInBrackets = address.startsWith("[") && address.endsWith("]");
        String bare = isInBrackets ? address.substring(1, address.length() - 1) : address;
        return bare.isEmpty() ? null : bare;
    }
}

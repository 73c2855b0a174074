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
package io.github.camelvideo.producer;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/**
 * The action parameters that a dynamic URI gave for one call, on their way to the producer of the endpoint they were taken from.
 *
 * <p>They travel in a property of the exchange, which is there only while the call is under way: a header could be sent on, or be
 * taken for one of the user's. Calls can be nested, since a route that intercepts one may make another.
 *
 * @param endpointUri the endpoint they are for
 * @param values names and values, free of RAW marks
 * @param outer those of the call that is under way around this one, or null
 */
public record DynamicUriParameters(String endpointUri, Map<String, Object> values, DynamicUriParameters outer) {

    private static final String PROPERTY = "CamelVideoCallParameters";

    /** Those for an endpoint's call with an exchange; none unless a dynamic URI gave them. */
    static Map<String, Object> of(Exchange exchange, String endpointUri) {
        DynamicUriParameters innermost = innermost(exchange);
        return innermost != null && endpointUri.equals(innermost.endpointUri) ? innermost.values : Map.of();
    }

    /** Before the call. Camel has set the endpoint by now. */
    public static void push(Exchange exchange, Map<String, Object> values) {
        String to = exchange.getProperty(ExchangePropertyKey.TO_ENDPOINT, String.class);
        exchange.setProperty(PROPERTY, new DynamicUriParameters(to, values, innermost(exchange)));
    }

    /** After the call. */
    public static void pop(Exchange exchange) {
        DynamicUriParameters innermost = innermost(exchange);
        if (innermost == null || innermost.outer == null) {
            exchange.removeProperty(PROPERTY);
        } else {
            exchange.setProperty(PROPERTY, innermost.outer);
        }
    }

    private static DynamicUriParameters innermost(Exchange exchange) {
        return exchange.getProperty(PROPERTY) instanceof DynamicUriParameters innermost ? innermost : null;
    }

    /** Without values: one may be a secret, and properties are printed where exchanges are traced. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}

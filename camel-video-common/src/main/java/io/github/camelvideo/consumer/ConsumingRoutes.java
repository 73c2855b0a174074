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

import org.apache.camel.DelegateEndpoint;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;

/** Which routes consume an endpoint, itself or behind one that passes on to it, such as {@code master:}. Stateless. */
final class ConsumingRoutes {

    private ConsumingRoutes() {}

    /** The route that consumes the endpoint, started or not; null where none does. */
    static Route of(Endpoint endpoint) {
        return endpoint.getCamelContext().getRoutes().stream()
                .filter(route -> consumed(route) == endpoint)
                .findFirst()
                .orElse(null);
    }

    /** The endpoint that a route consumes in the end. */
    static Endpoint consumed(Route route) {
        Endpoint endpoint = route.getEndpoint();
        while (endpoint instanceof DelegateEndpoint outer) {
            endpoint = outer.getEndpoint();
        }
        return endpoint;
    }
}

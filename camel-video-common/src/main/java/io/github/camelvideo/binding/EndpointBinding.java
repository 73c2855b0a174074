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
package io.github.camelvideo.binding;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the URI of an endpoint was resolved to.
 *
 * @param name how messages name the endpoint: scheme and path, without options and parameters
 * @param action the action
 * @param output what an answer or an item becomes as a body
 * @param headers names of the component's headers
 * @param maxItems maximum number of items of an answer with all pages; at least 1
 * @param boundClient the client of the endpoint's action; another one after the component was started again
 * @param otherClient a client of another action of the same API with the same options
 */
public record EndpointBinding(
        String name,
        EndpointAction action,
        OutputType output,
        HeaderNames headers,
        int maxItems,
        Supplier<EndpointClient> boundClient,
        Function<String, EndpointClient> otherClient) {

    public EndpointClient client() {
        return boundClient.get();
    }
}

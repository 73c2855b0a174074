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
package io.github.camelvideo.toy;

import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.support.component.EndpointUriFactorySupport;

/** Names the options of {@code toy-video}. Camel's build plugin generates such a class for a real module. */
public class ToyVideoEndpointUriFactory extends EndpointUriFactorySupport implements EndpointUriFactory {

    private static final String SYNTAX = "toy-video:action";

    /** Setters that are none of a user's business. */
    private static final Set<String> INTERNAL =
            Set.of("camelContext", "component", "endpointUri", "properties", "configuration");

    private static final Set<String> OPTIONS = options();

    private static Set<String> options() {
        Set<String> names = new TreeSet<>();
        names.addAll(ToyVideoEndpointConfigurer.setters(ToyVideoEndpoint.class).keySet());
        names.addAll(
                ToyVideoEndpointConfigurer.setters(ToyVideoConfiguration.class).keySet());
        names.removeAll(INTERNAL);
        return Set.copyOf(names);
    }

    @Override
    public boolean isEnabled(String scheme) {
        return scheme.equals("toy-video");
    }

    @Override
    public String buildUri(String scheme, Map<String, Object> properties, boolean encode) throws URISyntaxException {
        Map<String, Object> rest = new HashMap<>(properties);
        String uri = buildPathParameter(SYNTAX, SYNTAX, "action", null, true, rest);
        return buildQueryParameters(uri, rest, encode);
    }

    @Override
    public Set<String> propertyNames() {
        return OPTIONS;
    }

    @Override
    public Set<String> secretPropertyNames() {
        return Set.of("keyId", "keySecret", "proxyPassword");
    }

    @Override
    public Map<String, String> multiValuePrefixes() {
        return Map.of();
    }

    @Override
    public boolean isLenientProperties() {
        return true;
    }
}

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
package io.github.camelvideo;

import io.github.camelvideo.catalog.CatalogException;
import io.github.camelvideo.producer.DynamicUriParameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.component.RawParameterHelper;
import org.apache.camel.support.component.SendDynamicAwareSupport;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * Lets {@code toD} with action parameters in its URI use one endpoint for all their values. The parameters are taken out of the URI
 * and go with the call; path and options stay and tell the endpoint.
 *
 * <p>A vendor's component adds a subclass with nothing but the annotation that names its scheme.
 */
public abstract class VideoSendDynamicAware extends SendDynamicAwareSupport {

    /** Not needed here: the component knows its options, also under another name than its own. */
    @Override
    protected void doInit() {}

    @Override
    public boolean isLenientProperties() {
        return true;
    }

    /** @return null for a URI that no endpoint can be made of: then Camel tries, and says why */
    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) {
        try {
            // the very way on which Camel reads a URI when it makes an endpoint
            String normalized = URISupport.normalizeUri(uri);
            URI parsed = new URI(UnsafeUriCharactersEncoder.encode(normalized));
            Map<String, Object> options = URISupport.parseParameters(parsed);
            Map<String, Object> parameters =
                    component().takeParameters(URISupport.extractRemainderPath(parsed, false), options);
            RawParameterHelper.resolveRawParameterValues(exchange.getContext(), parameters);
            return new DynamicAwareEntry(normalized, originalUri, options, parameters);
        } catch (URISyntaxException | IllegalArgumentException | CatalogException e) {
            return null;
        }
    }

    private VideoComponent component() {
        return getCamelContext().getComponent(getScheme(), VideoComponent.class);
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) throws URISyntaxException {
        String path = StringHelper.before(entry.getUri(), "?", entry.getUri());
        Map<String, Object> options = entry.getProperties();
        return options.isEmpty() ? path : path + "?" + URISupport.createQueryString(options, true);
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return call -> DynamicUriParameters.push(call, entry.getLenientProperties());
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return DynamicUriParameters::pop;
    }
}

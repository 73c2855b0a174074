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

import io.github.camelvideo.producer.DynamicUriParameters;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.component.SendDynamicAwareSupport;

/**
 * Lets {@code toD} with action parameters in its URI use one endpoint for all their values. The parameters are taken out of the URI
 * and go with the call; path and options stay and tell the endpoint. What a message may choose of the URI is limited by
 * {@link DynamicUriReader}.
 *
 * <p>A vendor's component adds a subclass with nothing but the annotation that names its scheme.
 */
public abstract class VideoSendDynamicAware extends SendDynamicAwareSupport {

    private final DynamicUriReader reader = new DynamicUriReader();

    /** Not needed here: the component knows its options, also under another name than its own. */
    @Override
    protected void doInit() {}

    @Override
    public boolean isLenientProperties() {
        return true;
    }

    /**
     * Never null: Camel would then create an endpoint of whatever a message made of the URI.
     *
     * @throws io.github.camelvideo.request.InvalidRequestException when a message would change more than the values it may fill in
     * @throws IllegalArgumentException when the path names no API
     */
    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) {
        VideoComponent component = getCamelContext().getComponent(getScheme(), VideoComponent.class);
        DynamicUriReader.Reading read = reader.forCall(component, exchange, uri, originalUri);
        return new DynamicAwareEntry(
                read.withoutParameters(getScheme()), originalUri, read.options(), read.parameters());
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) {
        return entry.getUri();
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
